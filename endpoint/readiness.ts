/** Whether the endpoint can handle requests, for `GET {endpoint}/health/ready`. */
import {errorOrigin, type Log} from './log.ts';
import type {Store} from './store/store.ts';
import {StoreError} from './store/store-error.ts';

/** How long a result is used, in ms: a request from anywhere must not cause a write each time. */
const CACHE_MS = 1000;

/**
 * Checks the store by a write: a full disk and a read-only database are not ready. Owns the last result,
 * and logs each change of it once, with its reason.
 */
export class Readiness {
  readonly #store: Store;
  readonly #log: Log;
  #reason: string | undefined;
  #checkedAt = -Infinity;
  #running: Promise<void> | undefined;
  #isStopping = false;

  constructor(store: Store, log: Log) {
    this.#store = store;
    this.#log = log;
  }

  /** Makes the endpoint not ready for good, so that a load balancer sends no more requests. */
  stop(): void {
    this.#isStopping = true;
  }

  /** Returns whether requests can be handled. @param now in ms since the epoch */
  async check(now: number): Promise<boolean> {
    if (this.#isStopping) return false;
    // The second comparison checks again after the clock was set back.
    const isFresh = now < this.#checkedAt + CACHE_MS && now >= this.#checkedAt;
    if (!isFresh) {
      this.#running ??= this.#checkStore().finally(() => {
        this.#checkedAt = now;
        this.#running = undefined;
      });
      await this.#running;
    }
    return this.#reason === undefined;
  }

  async #checkStore(): Promise<void> {
    const reason = await this.#store.checkReady().then(
      () => undefined,
      (error: unknown) => (error instanceof StoreError ? error.reason : errorOrigin(error)),
    );
    if (reason === this.#reason) return;
    this.#reason = reason;
    this.#log(reason === undefined ? {event: 'ready'} : {event: 'not-ready', reason});
  }
}
