/**
 * One exchange with the verification endpoint: a request, one deadline, and what came of it as a
 * value. Nothing here throws or decides what is shown; and nothing is sent a second time but a
 * request that was refused for a token that had grown old.
 */
import type {UnknownReason} from '../core/state.ts';
import type {
  AttemptResponse,
  IdempotencyKey,
  AttemptRequest,
  StatusResponse,
} from '../core/contract.ts';
import {childUrl} from './url.ts';
import {readTextWithLimit} from './read-text.ts';
import type {EndpointCodec, RawResponse, EncodedRequest} from './codec.ts';
import {linkedAbortController} from './abort.ts';
import type {Platform} from './platform.ts';
import {retryAfter} from './retry-after.ts';
import type {CsrfTokens} from './csrf.ts';

/** Where an exchange goes and how; read from the element when an attempt begins. */
export interface EndpointConfig {
  readonly url: URL;
  readonly credentials: RequestCredentials;
  /** How long headers and body may take together, in ms. */
  readonly timeoutMs: number;
  /** Whether an attempt is counted at most once under its key, and can be asked for by it. */
  readonly hasIdempotencyKeys: boolean;
  /** Asked for at each exchange, since rare ones are loaded only then. */
  readonly loadCodec: () => EndpointCodec | Promise<EndpointCodec>;
  /** The page's tokens, read at the moment of sending. */
  readonly csrfTokens: (url: URL) => CsrfTokens;
}

/** What came of an exchange. `at` is when it was heard, in ms of the environment's clock. */
export type EndpointResult<Body> =
  | {
      readonly kind: 'ok';
      readonly response: Body;
      readonly at: number;
      readonly retryAfter?: Seconds;
    }
  /** Nobody knows whether the endpoint decided. */
  | {
      readonly kind: 'unknown';
      readonly reason: UnknownReason;
      readonly retryAfter?: Seconds;
      /** What came in place of an answer says this in words of its own. */
      readonly serverMessage?: string | undefined;
    }
  /** A login page came in place of an answer; or, `isForbidden`, what may be a CSRF filter's. */
  | {readonly kind: 'unauthenticated'; readonly isForbidden: boolean}
  /** Nothing was sent: there is no network. */
  | {readonly kind: 'offline'}
  /** The caller has ended the exchange and wants to hear nothing of it. */
  | {readonly kind: 'aborted'};

/** How long the server asks to be left alone, where it does. */
type Seconds = number | undefined;

/** Understands what was heard, in the endpoint's dialect. */
type Decoder<Body> = (codec: EndpointCodec, raw: RawResponse, after: Seconds) => Body | undefined;

/** Exchanges with one endpoint, in one environment, until a signal ends them. */
export class EndpointClient {
  readonly #endpoint: EndpointConfig;
  readonly #platform: Platform;
  readonly #signal: AbortSignal;

  constructor(endpoint: EndpointConfig, platform: Platform, signal: AbortSignal) {
    this.#endpoint = endpoint;
    this.#platform = platform;
    this.#signal = signal;
  }

  /** Posts one attempt under its key (contract: `POST {endpoint}`). */
  async post(
    key: IdempotencyKey,
    request: AttemptRequest,
  ): Promise<EndpointResult<AttemptResponse>> {
    const {url, csrfTokens, hasIdempotencyKeys} = this.#endpoint;
    const write = (codec: EndpointCodec): EncodedRequest =>
      codec.encode(key, request, csrfTokens(url));
    const result = await this.#exchange(url, decodeAttempt, write);
    if (!isForbidden(result) || !hasIdempotencyKeys || !hasTokens(csrfTokens(url))) return result;
    // The token was good for one time, or another tab has a newer one: it is read anew, once.
    const again = await this.#exchange(url, decodeAttempt, write);
    return isForbidden(again) ? {kind: 'unauthenticated', isForbidden: true} : again;
  }

  /**
   * Asks what became of an attempt; changes nothing (contract: `GET {endpoint}/attempts/{key}`).
   *
   * @param ticket says who asks, where no session does
   */
  getAttempt(key: IdempotencyKey, ticket?: string): Promise<EndpointResult<AttemptResponse>> {
    const url = childUrl(this.#endpoint.url, `attempts/${key}`);
    return this.#exchange(url, decodeAttempt, () => ticketHeaders(ticket));
  }

  /**
   * Asks how things stand before any attempt (contract: `GET {endpoint}/status`).
   *
   * @param ticket says who asks, where no session does
   */
  getStatus(
    url: URL = childUrl(this.#endpoint.url, 'status'),
    ticket?: string,
  ): Promise<EndpointResult<StatusResponse>> {
    return this.#exchange(url, decodeStatus, () => ticketHeaders(ticket));
  }

  async #exchange<Body>(
    url: URL,
    read: Decoder<Body>,
    write: (codec: EndpointCodec) => Partial<EncodedRequest>,
  ): Promise<EndpointResult<Body>> {
    const {fetch, isOnline, now, delay} = this.#platform;
    const codec = await resolveCodec(this.#endpoint.loadCodec);
    if (this.#signal.aborted) return {kind: 'aborted'};
    if (!isOnline() || !codec) return {kind: 'offline'};
    const deadline = linkedAbortController(this.#signal);
    const late = delay(this.#endpoint.timeoutMs, deadline.signal).then(() => deadline.abort());
    try {
      const written = write(codec);
      // Not left to the signal alone: a page's own fetch may pass it over.
      const response = await withDeadline(late, fetch(url, this.#init(deadline, url, written)));
      const at = now();
      const text = await withDeadline(late, readTextWithLimit(response, codec.charset));
      return classifyResponse(response, text, at, codec, read);
    } catch {
      if (this.#signal.aborted) return {kind: 'aborted'};
      return {kind: 'unknown', reason: deadline.signal.aborted ? 'timeout' : 'network'};
    } finally {
      deadline.abort();
    }
  }

  #init(
    {signal}: AbortController,
    url: URL,
    {headers, body}: Partial<EncodedRequest>,
  ): RequestInit {
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
function ticketHeaders(ticket = ''): Partial<EncodedRequest> {
  // What can't be a header would keep the question from being asked.
  return /^[\x21-\x7e]+$/.test(ticket) ? {headers: {'Motp-Ticket': ticket}} : {};
}

/** What a response means. */
function classifyResponse<Body>(
  {type, redirected, status, headers}: Response,
  text: string,
  at: number,
  codec: EndpointCodec,
  read: Decoder<Body>,
): EndpointResult<Body> {
  // `redirected`: a page's own fetch may know no other way than to follow.
  if (type === 'opaqueredirect' || redirected) return {kind: 'unauthenticated', isForbidden: false};
  const after = retryAfter(headers);
  const body = read(codec, {status, text}, after);
  if (body) return {kind: 'ok', response: body, at, retryAfter: after};
  if (isLoginPage(status, text)) return {kind: 'unauthenticated', isForbidden: status === 403};
  if (status >= 500) return {kind: 'unknown', reason: 'server', retryAfter: after};
  const serverMessage = codec.serverMessage?.({status, text});
  return {
    kind: 'unknown',
    reason: 'not-understood',
    retryAfter: after,
    ...(serverMessage && {serverMessage}),
  };
}

/** What a site answers whose session has ended, where it doesn't redirect. */
function isLoginPage(status: number, text: string): boolean {
  return status === 401 || status === 403 || (status < 400 && /^\s*</.test(text));
}

function decodeStatus(codec: EndpointCodec, raw: RawResponse): StatusResponse | undefined {
  return codec.decodeStatus(raw);
}

/** What comes in front of an endpoint answers 429 in words of its own. */
function decodeAttempt(
  codec: EndpointCodec,
  raw: RawResponse,
  after: Seconds,
): AttemptResponse | undefined {
  const answer: AttemptResponse | undefined =
    codec.decodeAttempt(raw) ?? (raw.status === 429 ? {code: 'rate-limited'} : undefined);
  const isLimited = answer?.code === 'rate-limited';
  return isLimited ? {...answer, retryAfter: answer.retryAfter ?? after} : answer;
}

function isForbidden(result: EndpointResult<AttemptResponse>): boolean {
  if (result.kind === 'ok') return result.response.code === 'csrf';
  return result.kind === 'unauthenticated' && result.isForbidden;
}

function hasTokens({headers, fields}: CsrfTokens): boolean {
  return Object.keys(headers).length + Object.keys(fields).length > 0;
}

/** A dialect that is loaded when it is needed; `undefined` where it could not be. */
async function resolveCodec(
  codec: EndpointConfig['loadCodec'],
): Promise<EndpointCodec | undefined> {
  try {
    return await codec();
  } catch {
    return undefined;
  }
}

/** What comes in time; else it throws. */
function withDeadline<Result>(late: Promise<void>, coming: Promise<Result>): Promise<Result> {
  const never = late.then(() => {
    throw new Error('late');
  });
  return Promise.race([coming, never]);
}
