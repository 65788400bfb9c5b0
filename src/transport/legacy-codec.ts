/**
 * Dialects of endpoints that were there before the contract: form-encoded requests, answers in words
 * of their own. Loaded when a site declares one.
 */
import {
  decodeAttemptResponse,
  decodeStatusResponse,
  UNLOCK_METHODS,
  type AttemptResponse,
  type IdempotencyKey,
  type AttemptRequest,
  type StatusResponse,
} from '../core/contract.ts';
import {MAX_FAILURES} from '../core/max-failures.ts';
import {AGENCY_RESPONSE_MAP} from './agency-response-map.ts';
import type {ResponseMap} from './response-map.ts';
import {
  CONTRACT_CODEC,
  stringifyOwnFields,
  parseJson,
  type EndpointCodec,
  type RawResponse,
  type EncodedRequest,
} from './codec.ts';
import {sanitizeServerMessage} from './server-message.ts';
import type {CsrfTokens} from './csrf.ts';

/** How an endpoint wants to be spoken to, by the element's attributes. */
export interface WireFormat {
  readonly format: 'json' | 'form';
  /** The name of the field that holds the code. */
  readonly codeField: string;
  readonly responseMap: ResponseMap | 'agency' | undefined;
  readonly charset: string | undefined;
  readonly hasIdempotencyKeys: boolean;
  readonly adapter: EndpointAdapter | undefined;
}

/** What an adapter is given to write: the attempt, and the key under which it counts once. */
export type AdapterRequest = AttemptRequest & {readonly key: IdempotencyKey};

/** The site's own script between the widget and an endpoint, for what no attribute can say. */
export interface EndpointAdapter {
  /** The request's body and headers; without it, what the attributes say. */
  readonly write?: (request: AdapterRequest) => {
    readonly body: string;
    readonly headers?: Readonly<Record<string, string>>;
  };
  /**
   * The answer in the contract's terms (`{code: 'code-mismatch', failures: 1, maxFailures: 5}`).
   * Anything else is undecided, and `verified` counts only with a `verificationId`.
   */
  readonly read?: (answer: RawResponse) => unknown;
}

/** The dialect of an endpoint that is spoken to in this manner. */
export function legacyCodec({responseMap: named, adapter, ...manner}: WireFormat): EndpointCodec {
  const map = named === 'agency' ? AGENCY_RESPONSE_MAP : named;
  const read = adapter?.read;
  return {
    charset: manner.charset,
    encode: (key, request, tokens) => {
      const written = encode(manner, key, request, tokens);
      if (!adapter?.write) return written;
      const {body, headers} = adapter.write({...request, key});
      return {body, headers: {...written.headers, ...headers}};
    },
    decodeAttempt: (raw) => {
      if (read) return decodeAttemptResponse(200, read(raw));
      return map ? mappedResponse(map, raw) : CONTRACT_CODEC.decodeAttempt(raw);
    },
    decodeStatus: (raw) => {
      if (read) return decodeStatusResponse(read(raw));
      return map ? mappedStatus(map, raw) : CONTRACT_CODEC.decodeStatus(raw);
    },
    serverMessage: (raw) => (read ? undefined : mappedServerMessage(map, raw)),
  };
}

function encode(
  {
    format,
    codeField,
    hasIdempotencyKeys,
  }: Pick<WireFormat, 'format' | 'codeField' | 'hasIdempotencyKeys'>,
  key: IdempotencyKey,
  {v, code, ...rest}: AttemptRequest,
  tokens: CsrfTokens,
): EncodedRequest {
  const isForm = format === 'form';
  const headers = {
    'Content-Type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
    ...(hasIdempotencyKeys && {'Idempotency-Key': `"${key}"`}),
    ...tokens.headers,
  };
  if (!isForm) return {headers, body: stringifyOwnFields({v, ...rest, [codeField]: code})};
  const body = new URLSearchParams(tokens.fields);
  for (const [name, value] of Object.entries(rest)) body.set(name, String(value));
  body.set(codeField, code);
  return {headers, body: body.toString()};
}

/** What a mapped endpoint's status can't say: these come from filters, proxies and servers. */
function isOutOfBand(status: number): boolean {
  return status < 200 || (status >= 300 && status < 400) || status >= 500 || FILTERS.has(status);
}

const FILTERS: ReadonlySet<number> = new Set([401, 403, 429]);

function mappedResponse(
  map: ResponseMap,
  {status, text}: RawResponse,
): AttemptResponse | undefined {
  if (isOutOfBand(status)) return undefined;
  const code = outcomeOf(map, text);
  if (code !== 'verified')
    return decodeAttemptResponse(200, {code, ...mappedFailures(map, text), unlock: UNLOCK_METHODS});
  // Where the endpoint gives no id, the receipt has none: the site's server then knows by itself.
  const verificationId = map.id === undefined ? '-' : valueAt(map.id, text);
  const answer = decodeAttemptResponse(200, {code, verificationId});
  return answer && map.id === undefined ? {...answer, code, verificationId: ''} : answer;
}

function mappedStatus(map: ResponseMap, {status, text}: RawResponse): StatusResponse | undefined {
  if (isOutOfBand(status)) return undefined;
  const code = outcomeOf(map, text);
  const tally = mappedFailures(map, text);
  if (code === 'locked') return decodeStatusResponse({code, ...tally, unlock: UNLOCK_METHODS});
  const isUnderstood = code === 'ready' || tally.failures !== undefined;
  return isUnderstood ? decodeStatusResponse({code: 'ready', ...tally}) : undefined;
}

/** Only of an answer that may be the endpoint's own. */
function mappedServerMessage(
  map: ResponseMap | undefined,
  {status, text}: RawResponse,
): string | undefined {
  if (map?.message === undefined || isOutOfBand(status)) return undefined;
  const body = valueAt(map.message, text);
  return body === undefined ? undefined : sanitizeServerMessage(body);
}

function outcomeOf({code, values}: ResponseMap, text: string): string | undefined {
  const value = code === undefined ? bareText(text) : valueAt(code, text);
  return value !== undefined && Object.hasOwn(values, value) ? values[value] : undefined;
}

function mappedFailures(map: ResponseMap, text: string): {failures?: number; maxFailures?: number} {
  const failures = map.failures && valueAt(map.failures, text);
  if (!failures || !/^\d+$/.test(failures)) return {};
  const most = map.maxFailures && valueAt(map.maxFailures, text);
  return {failures: Number(failures), maxFailures: most ? Number(most) : MAX_FAILURES};
}

/** A body that is the outcome itself, bare or as a JSON string. */
function bareText(text: string): string {
  return text.trim().replace(/^"(.*)"$/, '$1');
}

/** What stands at a place of an answer, as text; own fields alone. */
function valueAt(place: string, text: string): string | undefined {
  const element = /^<([\w.:-]+)>$/.exec(place)?.[1];
  if (element !== undefined) return elementText(element, text);
  let value = parseJson(text);
  for (const name of place.split('.')) {
    const isHolder = typeof value === 'object' && value !== null && Object.hasOwn(value, name);
    value = isHolder ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
  }
  const isText =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isText ? String(value) : undefined;
}

/** The text of a small XML answer's one element of a name; nothing is executed or expanded. */
function elementText(name: string, xml: string): string | undefined {
  const found = xml.split(`<${name}>`);
  if (found.length !== 2) return undefined;
  const [text, ...after] = found[1]?.split(`</${name}>`) ?? [];
  if (after.length !== 1) return undefined;
  return text?.replace(/^\s*<!\[CDATA\[(.*)\]\]>\s*$/s, '$1').trim();
}
