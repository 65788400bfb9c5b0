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
import {childOf, type Environment} from './environment.ts';

/** Where an exchange goes and how; read from the element when an attempt begins. */
export interface Endpoint {
  readonly url: URL;
  readonly credentials: RequestCredentials;
  /** How long headers and body may take together, in ms. */
  readonly timeoutMs: number;
}

/** What came of an exchange. */
export type Reply<Said> =
  /** `at` is when it came, in ms of the environment's clock. */
  | {readonly is: 'said'; readonly said: Said; readonly at: number}
  /** Nobody knows whether the endpoint decided. */
  | {readonly is: 'unsure'; readonly doubt: Doubt}
  /** A login page came in place of an answer. */
  | {readonly is: 'turned-away'}
  /** Nothing was sent: there is no network. */
  | {readonly is: 'offline'}
  /** The caller has ended the exchange and wants to hear nothing of it. */
  | {readonly is: 'abandoned'};

/** What makes up a request beside the endpoint's own settings. */
interface Sent {
  readonly url: URL;
  readonly method?: 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Exchanges with one endpoint, in one environment, until a signal ends them. */
export class Exchange {
  readonly #endpoint: Endpoint;
  readonly #environment: Environment;
  readonly #signal: AbortSignal;

  constructor(endpoint: Endpoint, environment: Environment, signal: AbortSignal) {
    this.#endpoint = endpoint;
    this.#environment = environment;
    this.#signal = signal;
  }

  /** Posts one attempt under its key (contract: `POST {endpoint}`). */
  post(key: AttemptKey, request: AttemptRequest): Promise<Reply<Answer>> {
    const headers = {'Content-Type': 'application/json', 'Idempotency-Key': `"${key}"`};
    const body = JSON.stringify(request);
    return this.#run({url: this.#endpoint.url, method: 'POST', headers, body}, decodeAnswer);
  }

  /** Asks what became of an attempt; changes nothing (contract: `GET {endpoint}/attempts/{key}`). */
  ask(key: AttemptKey): Promise<Reply<Answer>> {
    return this.#run({url: below(this.#endpoint.url, `attempts/${key}`)}, decodeAnswer);
  }

  /** Asks how things stand before any attempt (contract: `GET {endpoint}/status`). */
  askStatus(url: URL = below(this.#endpoint.url, 'status')): Promise<Reply<Status>> {
    return this.#run({url}, (_status, body) => decodeStatus(body));
  }

  async #run<Said>(
    {url, ...init}: Sent,
    decode: (status: number, body: unknown) => Said | undefined,
  ): Promise<Reply<Said>> {
    const {fetch, isOnline, now, pause} = this.#environment;
    if (!isOnline()) return {is: 'offline'};
    const deadline = childOf(this.#signal);
    void pause(this.#endpoint.timeoutMs, deadline.signal).then(() => deadline.abort());
    try {
      const response = await fetch(url, {
        ...init,
        headers: {...init.headers, Accept: 'application/json, application/problem+json'},
        credentials: this.#endpoint.credentials,
        // A redirect is a login page; following a 307 would send the code and the token elsewhere.
        redirect: 'manual',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        signal: deadline.signal,
      });
      const at = now();
      const text = await boundedText(response);
      if (isLoginPage(response, text)) return {is: 'turned-away'};
      const said = decode(response.status, parsed(text));
      if (said) return {is: 'said', said, at};
      return {is: 'unsure', doubt: response.status >= 500 ? 'server' : 'not-understood'};
    } catch {
      if (this.#signal.aborted) return {is: 'abandoned'};
      return {is: 'unsure', doubt: deadline.signal.aborted ? 'timeout' : 'network'};
    } finally {
      deadline.abort();
    }
  }
}

/** What a site answers whose session has ended: a redirect, or a page in place of an answer. */
function isLoginPage({type, status}: Response, text: string): boolean {
  if (type === 'opaqueredirect') return true;
  const isPage = /^\s*</.test(text);
  return isPage && (status < 400 || status === 401 || status === 403);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
