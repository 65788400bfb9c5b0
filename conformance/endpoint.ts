/** Sends requests to the endpoint under test, and keeps every exchange for the rules of answers. */
import type {Clock} from './clock.ts';

/** The part of the contract that a request belongs to. */
export type Route =
  /** `POST {endpoint}` and `GET {endpoint}/attempts/{key}`. */
  | 'attempt'
  | 'outcome'
  /** `GET {endpoint}/status`. */
  | 'status'
  /** The routes for servers. */
  | 'service'
  /** A request that the contract does not have, such as a preflight or another method. */
  | 'other';

/** A request to the endpoint. */
export interface EndpointRequest {
  readonly route: Route;
  /** Below the endpoint's URL. */
  readonly path: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Sends the body in chunks, without a `Content-Length`. */
  readonly isChunked?: boolean;
}

/** A request and its answer. */
export interface Exchange {
  readonly request: EndpointRequest;
  /** The time of the check's machine before the request and after the answer, in ms since the epoch. */
  readonly sentAt: number;
  readonly answeredAt: number;
  /** How long the answer took, in ms. */
  readonly durationMs: number;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; empty if it is not a JSON object. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly isJson: boolean;
  /** Whether the answer replays one that may have got lost on its way to this check. */
  readonly isRepeated: boolean;
}

/** Returns whether an answer says that it is a replay, although nothing was sent before it. */
export function isMarkedAsReplay({headers, isRepeated}: Exchange): boolean {
  return headers.has('Idempotency-Replayed') && !isRepeated;
}

/** Sends a request; `globalThis.fetch`, or an endpoint in the same process. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** What an {@link Endpoint} needs. */
export interface EndpointOptions {
  readonly url: string;
  /** Where the status is, if not below the URL. */
  readonly statusUrl?: string | undefined;
  /** Where results are, if not below the URL. It gets the key as `?key=`. */
  readonly attemptsUrl?: string | undefined;
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** How long one answer may take, in ms. */
  readonly timeoutMs: number;
}

/** How often a request is sent again after `rate-limited`, `in-progress` or a broken connection. */
const MAX_REPEATS = {'rate-limited': 20, 'in-progress': 60, 'no answer': 2} as const;

/** The longest `Retry-After` that is respected, in s. */
const MAX_RETRY_AFTER = 300;

/**
 * Owns the exchanges with one endpoint. Waits where the endpoint asks to wait, as the widget does, so
 * that a limit or a slow server fails no case. Does not judge: the cases and the rules do.
 */
export class Endpoint {
  readonly url: string;
  readonly clock: Clock;
  readonly exchanges: Exchange[] = [];
  readonly #options: EndpointOptions;

  constructor(options: EndpointOptions) {
    this.url = options.url;
    this.clock = options.clock;
    this.#options = options;
  }

  /** How long the slowest answer took, in ms. */
  get slowestMs(): number {
    return Math.max(0, ...this.exchanges.map(({sentAt, answeredAt}) => answeredAt - sentAt));
  }

  /**
   * Sends a request, and again if the endpoint asks for it.
   *
   * @throws Error if there is no answer
   */
  async send(request: EndpointRequest): Promise<Exchange> {
    const repeats = {'rate-limited': 0, 'in-progress': 0, 'no answer': 0};
    for (;;) {
      const isRepeated = Object.values(repeats).some((times) => times > 0);
      const exchange = await this.#exchange(request, isRepeated).catch((error: unknown) => {
        // A server may close a connection that it kept open. The key makes a second request harmless.
        if (repeats['no answer']++ >= MAX_REPEATS['no answer']) throw error;
        return undefined;
      });
      if (!exchange) continue;
      this.exchanges.push(exchange);
      const {code} = exchange.body;
      if (code !== 'rate-limited' && code !== 'in-progress') return exchange;
      if (repeats[code]++ >= MAX_REPEATS[code]) return exchange;
      await this.clock.sleep(retryAfterMs(exchange));
    }
  }

  /** Sends a request once, or again after a broken connection, and keeps nothing of it: to measure. */
  measure(request: EndpointRequest): Promise<Exchange> {
    return this.#exchange(request, false).catch(() => this.#exchange(request, false));
  }

  /** Resolves a path of the contract, as the widget's attributes of the same names do. */
  #urlOf(path: string): string {
    const {url, statusUrl, attemptsUrl} = this.#options;
    const {pathname, searchParams} = new URL(path, 'http://localhost');
    const [, key] = /^\/attempts\/([^/]+)$/.exec(pathname) ?? [];
    const target = pathname === '/status' ? statusUrl : key !== undefined && attemptsUrl;
    if (!target) return url + path;
    const resolved = new URL(target);
    for (const [name, value] of searchParams) resolved.searchParams.append(name, value);
    if (key !== undefined) resolved.searchParams.set('key', decodeURIComponent(key));
    return resolved.href;
  }

  async #exchange(request: EndpointRequest, isRepeated: boolean): Promise<Exchange> {
    const {fetch, clock, timeoutMs} = this.#options;
    const {path, method, headers, body, isChunked = false} = request;
    const sentAt = clock.now();
    const start = performance.now();
    const response = await fetch(this.#urlOf(path), {
      method,
      headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      ...(body !== undefined && {body: isChunked ? new Blob([body]).stream() : body}),
      // Required by fetch for a stream.
      ...(isChunked && {duplex: 'half'}),
    });
    const text = await response.text();
    const durationMs = performance.now() - start;
    const parsed = parseObject(text);
    return {
      request,
      sentAt,
      answeredAt: clock.now(),
      durationMs,
      status: response.status,
      headers: response.headers,
      text,
      body: parsed ?? {},
      isJson: parsed !== undefined,
      isRepeated,
    };
  }
}

function retryAfterMs({headers, body}: Exchange): number {
  const seconds = Number(headers.get('Retry-After') ?? body['retryAfter']);
  return Math.min(MAX_RETRY_AFTER, seconds > 0 ? seconds : 1) * 1000;
}

function parseObject(text: string): Exchange['body'] | undefined {
  try {
    const body: unknown = JSON.parse(text);
    const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
    return isObject ? (body as Exchange['body']) : undefined;
  } catch {
    return undefined;
  }
}
