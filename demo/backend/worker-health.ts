/**
 * Notices where the page's worker is gone: killed, unregistered, or left aside by the browser. Requests
 * then go past it, and whatever host the demo is on answers them, mostly by a page.
 */

/** What the worker answers at {@link aliveAt}, and nobody else. */
export const ALIVE = 'the worker of motp-verify’s demo';

/** Where the worker is asked whether it is there. */
export function aliveAt(): URL {
  return new URL('api/alive', document.baseURI);
}

/** Looks after each request to these addresses, and whenever the page is come back to. */
export function watchWorker(addresses: readonly URL[], onGone: () => void): void {
  const look = async (): Promise<void> => {
    if (!(await isAlive())) onGone();
  };
  const observer = new PerformanceObserver((requests) => {
    const names = requests.getEntries().map(({name}) => name);
    if (names.some((name) => addresses.some(({href}) => name.startsWith(href)))) void look();
  });
  observer.observe({type: 'resource'});
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void look();
  });
}

async function isAlive(): Promise<boolean> {
  try {
    const response = await fetch(aliveAt(), {cache: 'no-store'});
    return (await response.text()) === ALIVE;
  } catch {
    return false;
  }
}
