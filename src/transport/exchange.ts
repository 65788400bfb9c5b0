/**
 * One exchange with the verification endpoint: a request, one deadline, and what came of it as a
 * value. Nothing here throws, decides what is shown, or sends anything a second time.
 */
import type {Doubt} from '../core/attempt.ts';
import {
  decodeAnswer,
  decodeStatus,
  type Answer,
  type AttemptKey,
  type AttemptRequest,
  type Status,
} from '../core/contract.ts';
import {below} from './address.ts';
import {boundedText} from './body.ts';

/** Where an exchange goes and how; read from the element when an attempt begins. */
export interface Endpoint {
  readonly url: URL;
  readonly credentials: RequestCredentials;
  /** How long headers and body may take together, in ms. */
  readonly timeoutMs: number;
}

/** What came of an exchange. */
export type Reply<Said> =
  | {readonly is: 'said'; readonly said: Said}
  /** Nobody knows whether the endpoint decided. */
  | {readonly is: 'unsure'; readonly doubt: Doubt}
  /** A login page came in place of an answer. */
  | {readonly is: 'turned-away'}
  /** Nothing was sent: there is no network. */
  | {readonly is: 'offline'}
  /** The caller has ended the exchange and wants to hear nothing of it. */
  | {readonly is: 'abandoned'};

/** Posts one attempt under its key (contract: `POST {endpoint}`). */
export function postAttempt(
  endpoint: Endpoint,
  key: AttemptKey,
  request: AttemptRequest,
  signal: AbortSignal,
): Promise<Reply<Answer>> {
  const headers = {'Content-Type': 'application/json', 'Idempotency-Key': `"${key}"`};
  const init = {method: 'POST', headers, body: JSON.stringify(request)};
  return exchange(endpoint, endpoint.url, init, signal, decodeAnswer);
}

/** Asks what became of an attempt; changes nothing (contract: `GET {endpoint}/attempts/{key}`). */
export function askAttempt(
  endpoint: Endpoint,
  key: AttemptKey,
  signal: AbortSignal,
): Promise<Reply<Answer>> {
  return exchange(endpoint, below(endpoint.url, `attempts/${key}`), {}, signal, decodeAnswer);
}

/** Asks how things stand before any attempt (contract: `GET {endpoint}/status`). */
export function askStatus(
  endpoint: Endpoint,
  statusUrl: URL,
  signal: AbortSignal,
): Promise<Reply<Status>> {
  return exchange(endpoint, statusUrl, {}, signal, (_status, body) => decodeStatus(body));
}

async function exchange<Said>(
  {credentials, timeoutMs}: Endpoint,
  url: URL,
  init: {
    readonly method?: string;
    readonly headers?: Record<string, string>;
    readonly body?: string;
  },
  signal: AbortSignal,
  decode: (status: number, body: unknown) => Said | undefined,
): Promise<Reply<Said>> {
  if (!navigator.onLine) return {is: 'offline'};
  const deadline = new Deadline(timeoutMs, signal);
  try {
    const response = await fetch(url, {
      ...init,
      headers: {...init.headers, Accept: 'application/json, application/problem+json'},
      credentials,
      // A redirect is a login page; following a 307 would send the code and the token elsewhere.
      redirect: 'manual',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: deadline.signal,
    });
    if (response.type === 'opaqueredirect') return {is: 'turned-away'};
    const text = await boundedText(response);
    // An HTML page in place of an answer is a login page, also with status 200; never run it.
    if (response.status < 500 && /^\s*</.test(text)) return {is: 'turned-away'};
    const said = decode(response.status, JSON.parse(text));
    if (said) return {is: 'said', said};
    return {is: 'unsure', doubt: response.status >= 500 ? 'server' : 'not-understood'};
  } catch (error) {
    if (signal.aborted) return {is: 'abandoned'};
    if (deadline.passed) return {is: 'unsure', doubt: 'timeout'};
    return {is: 'unsure', doubt: error instanceof SyntaxError ? 'not-understood' : 'network'};
  } finally {
    deadline.clear();
  }
}

/**
 * A signal that aborts after a time or with another signal. (`AbortSignal.any` would say it in a
 * line, but came to Safari only in spring 2024.)
 */
class Deadline {
  readonly #controller = new AbortController();
  readonly #abort = (): void => this.#controller.abort();
  readonly #outer: AbortSignal;
  readonly #timer: ReturnType<typeof setTimeout>;
  /** Whether it was the time that ended it. */
  passed = false;

  constructor(timeoutMs: number, outer: AbortSignal) {
    this.#outer = outer;
    if (outer.aborted) this.#abort();
    outer.addEventListener('abort', this.#abort);
    this.#timer = setTimeout(() => {
      this.passed = true;
      this.#abort();
    }, timeoutMs);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#outer.removeEventListener('abort', this.#abort);
  }
}
