import type {RawResponse} from '../core/endpoint-adapter.ts';
import type * as legacy from './legacy-codec.ts';
import {PendingKeys} from './pending-keys.ts';
import type {WireFormat} from './wire-format.ts';

/** A response that the widget can't use, or with which the endpoint refuses the page. */
export interface UnusableResponse {
  readonly attribute: AddressAttribute;
  readonly url: URL;
  readonly raw: RawResponse;
  readonly isRedirect: boolean;
  /** The body that was sent; empty for a query. */
  readonly sent: string;
  readonly wireFormat: WireFormat | undefined;
}

/** The attribute of the address: of an attempt, of its result by key, or of the account's status. */
export type AddressAttribute = 'endpoint' | 'attempts-url' | 'status-url';

/** The browser's clock, randomness, timers, storage and network. Tests pass their own. */
export interface Platform {
  readonly fetch: (url: URL, init: RequestInit) => Promise<Response>;
  /** Whether the browser believes that it has a network. A VPN can make it wrong: it is only a hint. */
  readonly isOnline: () => boolean;
  /** Returns the time of a monotonic clock, in ms. A change of the date does not affect it. */
  readonly now: () => number;
  /** Returns a random number from 0 to less than 1. */
  readonly random: () => number;
  /** Resolves after `ms`, or immediately when the signal aborts. */
  readonly delay: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly pendingKeys: PendingKeys;
  /** Loads the codec of legacy endpoints, which few pages need. */
  readonly importLegacyCodec: () => Promise<Pick<typeof legacy, 'legacyCodec'>>;
  /** Receives each response that can't be used. */
  readonly onUnusable?: (response: UnusableResponse) => unknown;
}

/**
 * Returns the time of the monotonic clock, in ms since the page began. It reads the time stamp of an
 * event, because an old page's `var performance` replaces the global object.
 */
export function monotonicNow(): number {
  return document.createEvent('Event').timeStamp;
}

/** The platform of the browser. It looks up `fetch` at each call, because pages replace it. */
export const browserPlatform: Platform = {
  // A string, since some wrappers of `fetch` read nothing else.
  fetch: (url, init) => fetch(url.href, init),
  isOnline: () => navigator.onLine,
  now: monotonicNow,
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
  importLegacyCodec: () => import('./legacy-codec.ts'),
};
