/**
 * Where the browser has ended the page's worker, requests go to the network again, and an index page
 * answers for the endpoint. The widget can only take that for a login page; the demo knows better (F30).
 */

/**
 * Looks after the server whenever the widget tells of trouble.
 *
 * @param probe an address of the page's own servers that answers in JSON, in whatever mood
 * @param onGone told once something else answers there
 */
export function watchServer(probe: URL, onGone: () => void): void {
  const watch = new AbortController();
  const look = async (): Promise<void> => {
    if (await answersInJson(probe)) return;
    watch.abort();
    onGone();
  };
  document.addEventListener('motp-error', () => void look(), {signal: watch.signal});
}

/** Whoever is offline has no answer either, and is told so by the widget. */
async function answersInJson(probe: URL): Promise<boolean> {
  try {
    const {headers} = await fetch(probe, {cache: 'no-store'});
    return headers.get('Content-Type')?.includes('json') ?? false;
  } catch {
    return true;
  }
}
