/** Time, chance and network, as the browser has them: handed in, so that rules can be tested. */
import {KeptKeys} from './pending-keys.ts';

/** See the file's head. */
export interface Environment {
  readonly fetch: (url: URL, init: RequestInit) => Promise<Response>;
  /** Whether there may be a network at all. */
  readonly isOnline: () => boolean;
  /** A clock in ms that only goes forward, whatever is done to the date. */
  readonly now: () => number;
  /** 0 up to but not including 1. */
  readonly random: () => number;
  /** Resolves after so many ms, or at once when the signal aborts. */
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
  /** The keys of what is not decided yet. */
  readonly keys: KeptKeys;
}

/** The browser's own. `fetch` is looked up at each call, since pages wrap it. */
export const BROWSER: Environment = {
  fetch: (url, init) => fetch(url, init),
  isOnline: () => navigator.onLine,
  now: () => performance.now(),
  random: () => Math.random(),
  pause: (ms, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const timer = setTimeout(done, ms);
      signal.addEventListener('abort', done);
      function done(): void {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      }
    }),
  keys: new KeptKeys(
    () => sessionStorage,
    () => Date.now(),
  ),
};

/**
 * A controller that aborts with a signal as well as by itself, and lets go of the signal once it
 * has aborted. (`AbortSignal.any` would say it in a line, but came to Safari only in spring 2024.)
 */
export function childOf(signal: AbortSignal): AbortController {
  const child = new AbortController();
  if (signal.aborted) child.abort();
  else signal.addEventListener('abort', () => child.abort(), {signal: child.signal});
  return child;
}
