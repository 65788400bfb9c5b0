/**
 * Detects that the page's service worker is gone: killed, unregistered or bypassed by the browser.
 * Requests then reach the demo's host, which usually responds with an HTML page.
 */

/** The response that only the worker sends at {@link healthUrl}. */
export const HEALTH_RESPONSE = 'the worker of motp-verify’s demo';

/** Returns the URL at which the worker reports its health. */
export function healthUrl(): URL {
  return new URL('api/worker-health', document.baseURI);
}

/**
 * Checks the worker after each request to these URLs and whenever the page becomes visible.
 *
 * @param urls URL prefixes to observe
 * @param onGone called each time a check fails
 */
export function watchWorkerHealth(urls: readonly URL[], onGone: () => void): void {
  const check = async (): Promise<void> => {
    if (!(await isWorkerAlive())) onGone();
  };
  const observer = new PerformanceObserver((requests) => {
    const names = requests.getEntries().map(({name}) => name);
    if (names.some((name) => urls.some(({href}) => name.startsWith(href)))) void check();
  });
  observer.observe({type: 'resource'});
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void check();
  });
}

async function isWorkerAlive(): Promise<boolean> {
  try {
    const response = await fetch(healthUrl(), {cache: 'no-store'});
    return (await response.text()) === HEALTH_RESPONSE;
  } catch {
    return false;
  }
}
