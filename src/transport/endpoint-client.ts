/**
 * One exchange with the verification endpoint: a request, one deadline, and what came of it as a
 * value. Nothing here throws or decides what is shown; and nothing is sent a second time but a
 * request that was refused for a token that had grown old.
 */
import type {Doubt} from '../core/state.ts';
import type {Answer, AttemptKey, AttemptRequest, Status} from '../core/contract.ts';
import {below} from '../element/safe-url.ts';
import {boundedText} from './read-text.ts';
import type {Dialect, Heard, Written} from './codec.ts';
import {childOf, type Environment} from './platform.ts';
import {retryAfter} from './retry-after.ts';
import type {Tokens} from './csrf.ts';

/** Where an exchange goes and how; read from the element when an attempt begins. */
export interface Endpoint {
  readonly url: URL;
  readonly credentials: RequestCredentials;
  /** How long headers and body may take together, in ms. */
  readonly timeoutMs: number;
  /** Whether an attempt is counted at most once under its key, and can be asked for by it. */
  readonly hasKeys: boolean;
  /** Asked for at each exchange, since rare ones are loaded only then. */
  readonly dialect: () => Dialect | Promise<Dialect>;
  /** The page's tokens, read at the moment of sending. */
  readonly tokens: (url: URL) => Tokens;
}

/** What came of an exchange. `at` is when it was heard, in ms of the environment's clock. */
export type Reply<Said> =
  | {readonly is: 'said'; readonly said: Said; readonly at: number; readonly retryAfter?: Seconds}
  /** Nobody knows whether the endpoint decided. */
  | {
      readonly is: 'unsure';
      readonly doubt: Doubt;
      readonly retryAfter?: Seconds;
      /** What came in place of an answer says this in words of its own. */
      readonly remark?: string | undefined;
    }
  /** A login page came in place of an answer; or, `isForbidden`, what may be a CSRF filter's. */
  | {readonly is: 'turned-away'; readonly isForbidden: boolean}
  /** Nothing was sent: there is no network. */
  | {readonly is: 'offline'}
  /** The caller has ended the exchange and wants to hear nothing of it. */
  | {readonly is: 'abandoned'};

/** How long the server asks to be left alone, where it does. */
type Seconds = number | undefined;

/** Understands what was heard, in the endpoint's dialect. */
type Reading<Said> = (dialect: Dialect, heard: Heard, after: Seconds) => Said | undefined;

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
  async post(key: AttemptKey, request: AttemptRequest): Promise<Reply<Answer>> {
    const {url, tokens, hasKeys} = this.#endpoint;
    const write = (dialect: Dialect): Written => dialect.write(key, request, tokens(url));
    const reply = await this.#run(url, readAnswer, write);
    if (!isForbidden(reply) || !hasKeys || !hasAny(tokens(url))) return reply;
    // The token was good for one time, or another tab has a newer one: it is read anew, once.
    const again = await this.#run(url, readAnswer, write);
    return isForbidden(again) ? {is: 'turned-away', isForbidden: true} : again;
  }

  /**
   * Asks what became of an attempt; changes nothing (contract: `GET {endpoint}/attempts/{key}`).
   *
   * @param ticket says who asks, where no session does
   */
  ask(key: AttemptKey, ticket?: string): Promise<Reply<Answer>> {
    const url = below(this.#endpoint.url, `attempts/${key}`);
    return this.#run(url, readAnswer, () => asking(ticket));
  }

  /**
   * Asks how things stand before any attempt (contract: `GET {endpoint}/status`).
   *
   * @param ticket says who asks, where no session does
   */
  askStatus(
    url: URL = below(this.#endpoint.url, 'status'),
    ticket?: string,
  ): Promise<Reply<Status>> {
    return this.#run(url, readStatus, () => asking(ticket));
  }

  async #run<Said>(
    url: URL,
    read: Reading<Said>,
    write: (dialect: Dialect) => Partial<Written>,
  ): Promise<Reply<Said>> {
    const {fetch, isOnline, now, pause} = this.#environment;
    const dialect = await arrived(this.#endpoint.dialect);
    if (this.#signal.aborted) return {is: 'abandoned'};
    if (!isOnline() || !dialect) return {is: 'offline'};
    const deadline = childOf(this.#signal);
    const late = pause(this.#endpoint.timeoutMs, deadline.signal).then(() => deadline.abort());
    try {
      const written = write(dialect);
      // Not left to the signal alone: a page's own fetch may pass it over.
      const response = await before(late, fetch(url, this.#init(deadline, url, written)));
      const at = now();
      const text = await before(late, boundedText(response, dialect.charset));
      return heardIn(response, text, at, dialect, read);
    } catch {
      if (this.#signal.aborted) return {is: 'abandoned'};
      return {is: 'unsure', doubt: deadline.signal.aborted ? 'timeout' : 'network'};
    } finally {
      deadline.abort();
    }
  }

  #init({signal}: AbortController, url: URL, {headers, body}: Partial<Written>): RequestInit {
    const init: RequestInit = {
      ...(body !== undefined && {method: 'POST', body}),
      headers: {
        ...headers,
        Accept: 'application/json, application/problem+json, */*;q=0.1',
        // Interceptors then answer with a refusal where they would show a page; elsewhere it would
        // only cost a preflight.
        ...(url.origin === globalThis.origin && {'X-Requested-With': 'XMLHttpRequest'}),
      },
      credentials: this.#endpoint.credentials,
      // A redirect is a login page; following a 307 would send the code and the token elsewhere.
      redirect: 'manual',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal,
    };
    // Without a prototype: `fetch` would also heed what a page has added to every object.
    return Object.assign(Object.create(null), init) as RequestInit;
  }
}

/** A question has no body: whoever asks without a session says so by a header, never by the URL. */
function asking(ticket = ''): Partial<Written> {
  // What can't be a header would keep the question from being asked.
  return /^[\x21-\x7e]+$/.test(ticket) ? {headers: {'Motp-Ticket': ticket}} : {};
}

/** What a response means. */
function heardIn<Said>(
  {type, redirected, status, headers}: Response,
  text: string,
  at: number,
  dialect: Dialect,
  read: Reading<Said>,
): Reply<Said> {
  // `redirected`: a page's own fetch may know no other way than to follow.
  if (type === 'opaqueredirect' || redirected) return {is: 'turned-away', isForbidden: false};
  const after = retryAfter(headers);
  const said = read(dialect, {status, text}, after);
  if (said) return {is: 'said', said, at, retryAfter: after};
  if (isLoginPage(status, text)) return {is: 'turned-away', isForbidden: status === 403};
  if (status >= 500) return {is: 'unsure', doubt: 'server', retryAfter: after};
  const remark = dialect.readRemark?.({status, text});
  return {is: 'unsure', doubt: 'not-understood', retryAfter: after, ...(remark && {remark})};
}

/** What a site answers whose session has ended, where it doesn't redirect. */
function isLoginPage(status: number, text: string): boolean {
  return status === 401 || status === 403 || (status < 400 && /^\s*</.test(text));
}

function readStatus(dialect: Dialect, heard: Heard): Status | undefined {
  return dialect.readStatus(heard);
}

/** What comes in front of an endpoint answers 429 in words of its own. */
function readAnswer(dialect: Dialect, heard: Heard, after: Seconds): Answer | undefined {
  const answer: Answer | undefined =
    dialect.readAnswer(heard) ?? (heard.status === 429 ? {code: 'rate-limited'} : undefined);
  const isLimited = answer?.code === 'rate-limited';
  return isLimited ? {...answer, retryAfter: answer.retryAfter ?? after} : answer;
}

function isForbidden(reply: Reply<Answer>): boolean {
  if (reply.is === 'said') return reply.said.code === 'csrf';
  return reply.is === 'turned-away' && reply.isForbidden;
}

function hasAny({headers, fields}: Tokens): boolean {
  return Object.keys(headers).length + Object.keys(fields).length > 0;
}

/** A dialect that is loaded when it is needed; `undefined` where it could not be. */
async function arrived(dialect: Endpoint['dialect']): Promise<Dialect | undefined> {
  try {
    return await dialect();
  } catch {
    return undefined;
  }
}

/** What comes in time; else it throws. */
function before<Result>(late: Promise<void>, coming: Promise<Result>): Promise<Result> {
  const never = late.then(() => {
    throw new Error('late');
  });
  return Promise.race([coming, never]);
}
