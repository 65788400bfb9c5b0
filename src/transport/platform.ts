/** Time, chance and network, as the browser has them: handed in, so that rules can be tested. */
import {PendingKeys} from './pending-keys.ts';

/** See the file's head. */
export interface Platform {
  readonly fetch: (url: URL, init: RequestInit) => Promise<Response>;
  /** Whether there may be a network at all. */
  readonly isOnline: () => boolean;
  /** A clock in ms that only goes forward, whatever is done to the date. */
  readonly now: () => number;
  /** 0 up to but not including 1. */
  readonly random: () => number;
  /** Resolves after so many ms, or at once when the signal aborts. */
  readonly delay: (ms: number, signal: AbortSignal) => Promise<void>;
  /** The keys of what is not decided yet. */
  readonly pendingKeys: PendingKeys;
}

/** The browser's own. `fetch` is looked up at each call, since pages wrap it. */
export const browserPlatform: Platform = {
  fetch: (url, init) => fetch(url, init),
  isOnline: () => navigator.onLine,
  now: () => performance.now(),
  random: () => Math.random(),
  delay: (ms, signal) =>
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
  pendingKeys: new PendingKeys(
    () => sessionStorage,
    () => Date.now(),
  ),
};
