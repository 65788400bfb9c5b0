/** An environment whose time passes when a test says so, and whose network does what a test says. */
import type {Platform} from '../../src/transport/platform.ts';
import {PendingKeys} from '../../src/transport/pending-keys.ts';

/** See the file's head. */
export class FakePlatform implements Platform {
  /** What the network does with a request. */
  network: (url: URL, init: RequestInit) => Promise<Response> = neverRespond;
  online = true;
  /** The requests so far, as method and path. */
  readonly requests: string[] = [];
  #now = 0;
  #timers: {readonly at: number; readonly ring: () => void}[] = [];

  readonly fetch = (url: URL, init: RequestInit): Promise<Response> => {
    this.requests.push(`${init.method ?? 'GET'} ${url.pathname}`);
    return this.network(url, init);
  };

  readonly isOnline = (): boolean => this.online;

  /** What a tab keeps over a reload. */
  readonly storage = new Map<string, string>();
  readonly pendingKeys = new PendingKeys(
    () => ({
      getItem: (name) => this.storage.get(name) ?? null,
      setItem: (name, value) => void this.storage.set(name, value),
      removeItem: (name) => void this.storage.delete(name),
    }),
    () => this.#now,
  );

  readonly now = (): number => this.#now;

  /** No jitter. */
  readonly random = (): number => 0.5;

  readonly delay = (ms: number, signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve();
      this.#timers.push({at: this.#now + ms, ring: resolve});
      signal.addEventListener('abort', () => resolve());
    });

  /** Lets so many ms pass, and all that is due in them happen in its order. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms;
    for (;;) {
      await settle();
      const due = this.#timers.filter(({at}) => at <= end).toSorted((a, b) => a.at - b.at)[0];
      if (!due) break;
      this.#timers = this.#timers.filter((timer) => timer !== due);
      this.#now = Math.max(this.#now, due.at);
      due.ring();
    }
    this.#now = end;
  }
}

/** A network that takes every request and never answers. */
export function neverRespond(_url: URL, {signal}: RequestInit): Promise<Response> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
  });
}

/** Lets every promise that can be settled settle: a task comes after all microtasks. */
function settle(): Promise<void> {
  const {port1, port2} = new MessageChannel();
  return new Promise((resolve) => {
    const onMessage = (): void => {
      port1.close();
      resolve();
    };
    port1.addEventListener('message', onMessage, {once: true});
    port1.start();
    port2.postMessage(undefined);
  });
}
