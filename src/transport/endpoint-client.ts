import type {UnknownReason} from '../core/state.ts';
import type {
  AttemptResponse,
  IdempotencyKey,
  AttemptRequest,
  StatusResponse,
} from '../core/contract.ts';
import type {RawResponse} from '../core/endpoint-adapter.ts';
import {attemptUrl, childUrl} from './url.ts';
import {requestInit} from './request-init.ts';
import {logFailure} from './log-failure.ts';
import {readTextWithLimit} from './read-text.ts';
import {CONTRACT_CODEC, type EndpointCodec, type EncodedRequest} from './codec.ts';
import {linkedAbortController} from './abort.ts';
import type {Platform, AddressAttribute} from './platform.ts';
import {retryAfter} from './retry-after.ts';
import {readCsrfTokens, type CsrfConfig, type CsrfTokens} from './csrf.ts';
import type {WireFormat} from './wire-format.ts';

/** Where the endpoint is and how to reach it. */
export interface EndpointConfig {
  readonly url: URL;
  /** Where the result of an attempt is; `undefined` for below `url`. */
  readonly attemptsUrl: URL | undefined;
  readonly credentials: RequestCredentials;
  /** How long headers and body may take together, in ms. */
  readonly timeoutMs: number;
  /** Whether the endpoint counts an attempt at most once per key, and returns its result by key. */
  readonly hasIdempotencyKeys: boolean;
  /** How requests and responses are encoded; `undefined` for the contract's JSON. */
  readonly wireFormat: WireFormat | undefined;
  /** Where the page has its CSRF tokens; `undefined` if it has none. */
  readonly csrf: CsrfConfig | undefined;
}

/** The result of one request, discriminated by `kind`. */
export type EndpointResult<Body> =
  | {
      readonly kind: 'ok';
      readonly response: Body;
      /** When the response arrived, in ms of the platform's clock. */
      readonly at: number;
      readonly retryAfter?: Seconds;
    }
  /** Nobody knows whether the endpoint decided. */
  | {
      readonly kind: 'unknown';
      readonly reason: UnknownReason;
      readonly retryAfter?: Seconds;
      readonly serverMessage?: string | undefined;
    }
  /**
   * A login page came in place of a response. A proxy can send one also after the endpoint has decided.
   * `isForbidden`: it may be from a CSRF filter.
   */
  | {readonly kind: 'unauthenticated'; readonly isForbidden: boolean}
  /** The request failed, and the browser says that it has no network; or the codec did not load. */
  | {readonly kind: 'offline'}
  /** Nothing was sent: the page's own `fetch` threw. */
  | {readonly kind: 'not-sent'}
  /** The caller's signal has aborted. */
  | {readonly kind: 'aborted'};

/** How long the server asks to wait, in s. */
type Seconds = number | undefined;

type Decoder<Body extends {readonly code: string}> = (
  codec: EndpointCodec,
  raw: RawResponse,
  after: Seconds,
) => Body | undefined;

/**
 * Sends requests to one endpoint, each with one deadline, and returns the results as values. It never
 * throws, and it does not poll. It resends one kind of request: one refused for an old CSRF token.
 */
export class EndpointClient {
  readonly #endpoint: EndpointConfig;
  readonly #platform: Platform;
  readonly #signal: AbortSignal;

  constructor(endpoint: EndpointConfig, platform: Platform, signal: AbortSignal) {
    this.#endpoint = endpoint;
    this.#platform = platform;
    this.#signal = signal;
  }

  /** Posts an attempt under its key (`POST {endpoint}`). */
  async post(
    key: IdempotencyKey,
    request: AttemptRequest,
  ): Promise<EndpointResult<AttemptResponse>> {
    const {url, csrf, hasIdempotencyKeys} = this.#endpoint;
    const encode = (codec: EndpointCodec): EncodedRequest =>
      codec.encode(key, request, readCsrfTokens(url, csrf));
    const result = await this.#fetch('endpoint', url, decodeAttempt, encode);
    if (!isForbidden(result) || !hasIdempotencyKeys || !hasTokens(readCsrfTokens(url, csrf))) {
      return result;
    }
    // The token was used before, or another tab has a newer one. The retry reads it again.
    const retried = await this.#fetch('endpoint', url, decodeAttempt, encode);
    return isForbidden(retried) ? {kind: 'unauthenticated', isForbidden: true} : retried;
  }

  /**
   * Gets the result of an attempt (`GET {endpoint}/attempts/{key}`).
   *
   * @param ticket identifies the trainee where no session does; sent to the endpoint's origin only
   */
  getAttempt(key: IdempotencyKey, ticket?: string): Promise<EndpointResult<AttemptResponse>> {
    const {url, attemptsUrl} = this.#endpoint;
    return this.#query('attempts-url', attemptUrl(url, attemptsUrl, key), decodeAttempt, ticket);
  }

  /**
   * Gets the account's status (`GET {endpoint}/status`).
   *
   * @param ticket identifies the trainee where no session does; sent to the endpoint's origin only
   */
  getStatus(
    url: URL = childUrl(this.#endpoint.url, 'status'),
    ticket?: string,
  ): Promise<EndpointResult<StatusResponse>> {
    return this.#query('status-url', url, decodeStatus, ticket);
  }

  #query<Body extends {readonly code: string}>(
    attribute: AddressAttribute,
    url: URL,
    decode: Decoder<Body>,
    ticket: string | undefined,
  ): Promise<EndpointResult<Body>> {
    const isSameOrigin = url.origin === this.#endpoint.url.origin;
    return this.#fetch(attribute, url, decode, () =>
      ticketHeaders(isSameOrigin ? ticket : undefined),
    );
  }

  async #fetch<Body extends {readonly code: string}>(
    attribute: AddressAttribute,
    url: URL,
    decode: Decoder<Body>,
    encode: (codec: EndpointCodec) => Partial<EncodedRequest>,
  ): Promise<EndpointResult<Body>> {
    const {fetch, isOnline, now, delay, onUnusable} = this.#platform;
    const {wireFormat} = this.#endpoint;
    const codec = await loadCodec(wireFormat, this.#platform);
    if (this.#signal.aborted) return {kind: 'aborted'};
    if (!codec) return {kind: 'offline'};
    let stage: 'encoding' | 'sent' | 'answered' = 'encoding';
    const abort = linkedAbortController(this.#signal);
    const deadline = delay(this.#endpoint.timeoutMs, abort.signal).then(() => abort.abort());
    try {
      const encoded = encode(codec);
      const init = requestInit(url, encoded, this.#endpoint.credentials, abort.signal);
      const request = fetch(url, init);
      stage = 'sent';
      // A page's own `fetch` may ignore the signal.
      const response = await withDeadline(deadline, request);
      stage = 'answered';
      const at = now();
      const text = await withDeadline(deadline, readTextWithLimit(response, codec.charset));
      const result = classifyResponse(response, text, at, codec, decode);
      const raw = {status: response.status, text};
      if (!isUsable(result)) {
        const sent = encoded.body ?? '';
        onUnusable?.({attribute, url, raw, isRedirect: isRedirect(response), sent, wireFormat});
      }
      return result;
    } catch (error) {
      if (this.#signal.aborted) return {kind: 'aborted'};
      if (stage === 'encoding') {
        logFailure(error);
        return {kind: 'not-sent'};
      }
      if (abort.signal.aborted) return {kind: 'unknown', reason: 'timeout'};
      if (stage === 'sent' && !isOnline()) return {kind: 'offline'};
      return {kind: 'unknown', reason: 'network'};
    } finally {
      abort.abort();
    }
  }
}

/** Returns the ticket as a header, never in the URL. A ticket that is no valid header is left out. */
function ticketHeaders(ticket = ''): Partial<EncodedRequest> {
  return /^[\x21-\x7e]+$/.test(ticket) ? {headers: {'Motp-Ticket': ticket}} : {};
}

/** Returns whether the endpoint has answered. With these codes, it refuses the page. */
function isUsable(result: EndpointResult<{readonly code: string}>): boolean {
  return result.kind === 'ok'
    ? !/^(origin|csrf|key-|ticket-)/.test(result.response.code)
    : result.kind === 'unknown' && result.reason === 'server';
}

/** Returns whether a response is a redirect. A page's own `fetch` may always follow redirects. */
function isRedirect({type, redirected}: Response): boolean {
  return type === 'opaqueredirect' || redirected;
}

/** Decides what a response means. */
function classifyResponse<Body extends {readonly code: string}>(
  response: Response,
  text: string,
  at: number,
  codec: EndpointCodec,
  decode: Decoder<Body>,
): EndpointResult<Body> {
  if (isRedirect(response)) return {kind: 'unauthenticated', isForbidden: false};
  const {status, headers} = response;
  const after = retryAfter(headers);
  const body = decode(codec, {status, text}, after);
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

/**
 * Returns whether a response seems to be a login page. `<br />` begins a warning of PHP, printed before
 * the answer.
 */
function isLoginPage(status: number, text: string): boolean {
  return status === 401 || status === 403 || (status < 400 && /^\s*<(?!br\b)/i.test(text));
}

function decodeStatus(codec: EndpointCodec, raw: RawResponse): StatusResponse | undefined {
  return codec.decodeStatus(raw);
}

/** Decodes the response to an attempt. A 429 may come from a proxy, with any body. */
function decodeAttempt(
  codec: EndpointCodec,
  raw: RawResponse,
  after: Seconds,
): AttemptResponse | undefined {
  const response: AttemptResponse | undefined =
    codec.decodeAttempt(raw) ?? (raw.status === 429 ? {code: 'rate-limited'} : undefined);
  return response?.code === 'rate-limited'
    ? {...response, retryAfter: response.retryAfter ?? after}
    : response;
}

function isForbidden(result: EndpointResult<AttemptResponse>): boolean {
  if (result.kind === 'ok') return result.response.code === 'csrf';
  return result.kind === 'unauthenticated' && result.isForbidden;
}

function hasTokens({headers, fields}: CsrfTokens): boolean {
  return Object.keys({...headers, ...fields}).length > 0;
}

/** Loads the codec, or returns `undefined` if its chunk can't be loaded. */
async function loadCodec(
  wireFormat: WireFormat | undefined,
  {importLegacyCodec}: Platform,
): Promise<EndpointCodec | undefined> {
  if (!wireFormat) return CONTRACT_CODEC;
  try {
    const {legacyCodec} = await importLegacyCodec();
    return legacyCodec(wireFormat);
  } catch {
    return undefined;
  }
}

/** Resolves with the result, or rejects when the deadline comes first. */
function withDeadline<Result>(deadline: Promise<void>, result: Promise<Result>): Promise<Result> {
  const timeout = deadline.then(() => {
    throw new Error('timeout');
  });
  return Promise.race([timeout, result]);
}
