/** A platform whose time and network the test controls. */
import type {Platform} from '../../src/transport/platform.ts';
import {PendingKeys} from '../../src/transport/pending-keys.ts';

/**
 * A {@link Platform} with a clock that a test advances and a network that a test answers.
 *
 * Tests of rules use it, so that they need no waiting and no mocks of globals.
 */
export class FakePlatform implements Platform {
  /** Answers the requests. */
  network: (url: URL, init: RequestInit) => Promise<Response> = neverRespond;
  online = true;
  /** Method and path of each request. */
  readonly requests: string[] = [];
  #now = 0;
  #timers: {readonly at: number; readonly ring: () => void}[] = [];

  readonly fetch = (url: URL, init: RequestInit): Promise<Response> => {
    this.requests.push(`${init.method ?? 'GET'} ${url.pathname}`);
    return this.network(url, init);
  };

  readonly isOnline = (): boolean => this.online;

  /** The session storage. */
  readonly storage = new Map<string, string>();
  readonly pendingKeys = new PendingKeys(
    () => ({
      getItem: (name) => this.storage.get(name) ?? null,
      setItem: (name, value) => void this.storage.set(name, value),
      removeItem: (name) => void this.storage.delete(name),
    }),
    () => this.#now,
  );

  /** Loads the real codec. */
  importLegacyCodec: Platform['importLegacyCodec'] = () =>
    import('../../src/transport/legacy-codec.ts');

  readonly now = (): number => this.#now;

  /** The middle: retries have no jitter. */
  readonly random = (): number => 0.5;

  readonly delay = (ms: number, signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve();
      this.#timers.push({at: this.#now + ms, ring: resolve});
      signal.addEventListener('abort', () => resolve());
    });

  /** Advances the clock by a time in ms, and runs the timers that are due in their order. */
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

/** Simulates a network that never responds. */
export function neverRespond(_url: URL, {signal}: RequestInit): Promise<Response> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
  });
}

/** Waits until responses that have arrived are read: Firefox reads a body in several tasks. */
async function settle(): Promise<void> {
  for (let chunks = 0; chunks < 3; chunks++) {
    await new Response(' ').text();
    await nextTask();
  }
}

/** Waits for a task, which runs after all microtasks. */
function nextTask(): Promise<void> {
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
