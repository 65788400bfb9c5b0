/**
 * Notices where the page's worker is gone: killed, unregistered, or left aside by the browser. Requests
 * then go past it, and whatever host the demo is on answers them, mostly by a page.
 */

/** What the worker answers at {@link healthUrl}, and nobody else. */
export const HEALTH_RESPONSE = 'the worker of motp-verify’s demo';

/** Where the worker is asked whether it is there. */
export function healthUrl(): URL {
  return new URL('api/alive', document.baseURI);
}

/** Looks after each request to these addresses, and whenever the page is come back to. */
export function watchWorkerHealth(addresses: readonly URL[], onGone: () => void): void {
  const look = async (): Promise<void> => {
    if (!(await isWorkerAlive())) onGone();
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

async function isWorkerAlive(): Promise<boolean> {
  try {
    const response = await fetch(healthUrl(), {cache: 'no-store'});
    return (await response.text()) === HEALTH_RESPONSE;
  } catch {
    return false;
  }
}
