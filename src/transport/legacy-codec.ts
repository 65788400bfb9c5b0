import {
  decodeAttemptResponse,
  decodeStatusResponse,
  UNLOCK_METHODS,
  type AttemptResponse,
  type IdempotencyKey,
  type AttemptRequest,
  type StatusResponse,
} from '../core/contract.ts';
import type {RawResponse} from '../core/endpoint-adapter.ts';
import {MAX_FAILURES} from '../core/max-failures.ts';
import {AGENCY_RESPONSE_MAP} from './agency-response-map.ts';
import type {ResponseMap} from './response-map.ts';
import {
  CONTRACT_CODEC,
  stringifyOwnFields,
  parseJson,
  type EndpointCodec,
  type EncodedRequest,
} from './codec.ts';
import {sanitizeServerMessage} from './server-message.ts';
import type {CsrfTokens} from './csrf.ts';
import type {WireFormat} from './wire-format.ts';

/** Creates the codec of a legacy endpoint. */
export function legacyCodec({responseMap, adapter, ...format}: WireFormat): EndpointCodec {
  const map = responseMap === 'agency' ? AGENCY_RESPONSE_MAP : responseMap;
  const read = adapter?.read;
  return {
    charset: format.charset,
    encode: (key, request, tokens) => {
      const encoded = encode(format, key, request, tokens);
      if (!adapter?.write) return encoded;
      const {body, headers} = adapter.write({...request, key});
      return {body, headers: {...encoded.headers, ...headers}};
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

/** Returns whether the status shows that a filter or a proxy responded, so that the map does not apply. */
function isFromProxy(status: number): boolean {
  return status < 200 || (status >= 300 && status < 400) || status >= 500 || FILTERS.has(status);
}

const FILTERS: ReadonlySet<number> = new Set([401, 403, 429]);

function mappedResponse(
  map: ResponseMap,
  {status, text}: RawResponse,
): AttemptResponse | undefined {
  if (isFromProxy(status)) return undefined;
  const code = outcomeOf(map, text);
  if (code !== 'verified')
    return decodeAttemptResponse(200, {code, ...mappedFailures(map, text), unlock: UNLOCK_METHODS});
  // Without an ID, the receipt is empty, and the site's server must know the result itself.
  const verificationId = map.id === undefined ? '-' : valueAt(map.id, text);
  const response = decodeAttemptResponse(200, {code, verificationId});
  return response && map.id === undefined ? {...response, code, verificationId: ''} : response;
}

function mappedStatus(map: ResponseMap, {status, text}: RawResponse): StatusResponse | undefined {
  if (isFromProxy(status)) return undefined;
  const code = outcomeOf(map, text);
  const failures = mappedFailures(map, text);
  if (code === 'locked') return decodeStatusResponse({code, ...failures, unlock: UNLOCK_METHODS});
  const isReady = code === 'ready' || failures.failures !== undefined;
  return isReady ? decodeStatusResponse({code: 'ready', ...failures}) : undefined;
}

/** Returns the message of a response that is the endpoint's own. */
function mappedServerMessage(
  map: ResponseMap | undefined,
  {status, text}: RawResponse,
): string | undefined {
  if (map?.message === undefined || isFromProxy(status)) return undefined;
  const message = valueAt(map.message, text);
  return message === undefined ? undefined : sanitizeServerMessage(message);
}

function outcomeOf({code, values}: ResponseMap, text: string): string | undefined {
  const value = code === undefined ? bareText(text) : valueAt(code, text);
  return value !== undefined && Object.hasOwn(values, value) ? values[value] : undefined;
}

function mappedFailures(map: ResponseMap, text: string): {failures?: number; maxFailures?: number} {
  const failures = map.failures && valueAt(map.failures, text);
  if (!failures || !/^\d+$/.test(failures)) return {};
  const maxFailures = map.maxFailures && valueAt(map.maxFailures, text);
  return {failures: Number(failures), maxFailures: Number(maxFailures || MAX_FAILURES)};
}

/** Returns a body that is the outcome itself, as plain text or as a JSON string. */
function bareText(text: string): string {
  return text.trim().replace(/^"(.*)"$/, '$1');
}

/** Returns the value at a path of a response, as text. It reads own fields only. */
function valueAt(path: string, text: string): string | undefined {
  const element = /^<([\w.:-]+)>$/.exec(path)?.[1];
  if (element !== undefined) return elementText(element, text);
  let value = parseJson(text);
  for (const name of path.split('.')) {
    const hasField = typeof value === 'object' && value !== null && Object.hasOwn(value, name);
    value = hasField ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
  }
  const isText =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isText ? String(value) : undefined;
}

/** Returns the text of the only XML element of this name. It parses no entities. */
function elementText(name: string, xml: string): string | undefined {
  const parts = xml.split(`<${name}>`);
  if (parts.length !== 2) return undefined;
  const [text, ...after] = parts[1]?.split(`</${name}>`) ?? [];
  if (after.length !== 1) return undefined;
  return text?.replace(/^\s*<!\[CDATA\[(.*)\]\]>\s*$/s, '$1').trim();
}
