/** An HTTP client that keeps its connections open, as the browsers of many trainees do. */
import {Agent, request} from 'node:http';
import {createIdempotencyKey} from '../../../src/transport/idempotency-key.ts';

/** The response to an attempt. */
export interface AttemptReply {
  readonly status: number;
  readonly code: string;
  readonly counted: boolean | undefined;
  readonly failures: number | undefined;
  /** The body, unparsed. */
  readonly text: string;
}

/** Owns a number of keep-alive connections. Close it after use. */
export class HttpClient {
  readonly #agent: Agent;

  constructor(connections: number) {
    this.#agent = new Agent({keepAlive: true, maxSockets: connections, scheduling: 'fifo'});
  }

  /**
   * Posts an attempt.
   *
   * @throws Error if the connection breaks
   */
  post(
    url: string,
    ticket: string,
    code: string,
    key: string = createIdempotencyKey(),
  ): Promise<AttemptReply> {
    const body = JSON.stringify({v: 1, code, occasion: 'exam', ticket});
    return this.#send(url, 'POST', body, {
      'Content-Type': 'application/json',
      'Idempotency-Key': `"${key}"`,
    });
  }

  /** Gets the outcome of a key. */
  getOutcome(url: string, ticket: string, key: string): Promise<AttemptReply> {
    return this.#send(`${url}/attempts/${key}`, 'GET', '', {'Motp-Ticket': ticket});
  }

  /** Closes all connections. */
  close(): void {
    this.#agent.destroy();
  }

  #send(url: string, method: string, body: string, headers: Record<string, string>) {
    return new Promise<AttemptReply>((resolve, reject) => {
      const length = {'Content-Length': Buffer.byteLength(body)};
      const options = {method, agent: this.#agent, headers: {...headers, ...length}};
      const sent = request(url, options, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          if (!response.complete) return reject(new Error('The response is incomplete.'));
          const {code, counted, failures} = JSON.parse(text) as Omit<
            AttemptReply,
            'status' | 'text'
          >;
          resolve({status: response.statusCode ?? 0, code, counted, failures, text});
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }
}

/** Calls `work` with 0 to `times` - 1, at most `atOnce` calls at a time. */
export async function inParallel(
  times: number,
  atOnce: number,
  work: (i: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < times) await work(next++);
  };
  await Promise.all(Array.from({length: Math.min(atOnce, times)}, worker));
}

/** Returns a generator of numbers in [0, 1), the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
