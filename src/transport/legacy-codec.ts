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
import {valueAt} from './field-value.ts';
import type {ResponseMap} from './response-map.ts';
import {
  CONTRACT_CODEC,
  stringifyOwnFields,
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
  return !isOk(status) && (status < 400 || status >= 500 || FILTERS.has(status));
}

function isOk(status: number): boolean {
  return status >= 200 && status < 300;
}

const FILTERS: ReadonlySet<number> = new Set([401, 403, 429]);

function mappedResponse(map: ResponseMap, raw: RawResponse): AttemptResponse | undefined {
  const {text} = raw;
  const code = outcomeOf(map, raw);
  if (code !== 'verified')
    return decodeAttemptResponse(200, {code, ...mappedFailures(map, text), unlock: UNLOCK_METHODS});
  // Without an ID, the receipt is empty, and the site's server must know the result itself.
  const verificationId = map.id === undefined ? '-' : valueAt(map.id, text);
  const response = decodeAttemptResponse(200, {code, verificationId});
  return response && map.id === undefined ? {...response, code, verificationId: ''} : response;
}

function mappedStatus(map: ResponseMap, raw: RawResponse): StatusResponse | undefined {
  const code = outcomeOf(map, raw);
  const failures = mappedFailures(map, raw.text);
  if (code === 'locked') return decodeStatusResponse({code, ...failures, unlock: UNLOCK_METHODS});
  if (code === 'not-registered') return decodeStatusResponse({code});
  const isReady = isOk(raw.status) && (code === 'ready' || failures.failures !== undefined);
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

/** Returns the outcome of a response. Success needs a status from 200 to 299. */
function outcomeOf(map: ResponseMap, raw: RawResponse): string | undefined {
  const {text} = raw;
  const value = valueAt(map.code, text);
  const outcome = value !== undefined && Object.hasOwn(map.values, value) && map.values[value];
  if (!outcome || isFromProxy(raw.status)) return undefined;
  // Many servers answer `{"code": 200}` to anything. The agency's answer has other fields as well.
  const isForeign =
    map === AGENCY_RESPONSE_MAP && (valueAt('msg', text) ?? valueAt('status', text)) === undefined;
  return outcome === 'verified' && (isForeign || !isOk(raw.status)) ? undefined : outcome;
}

function mappedFailures(map: ResponseMap, text: string): {failures?: number; maxFailures?: number} {
  const failures = map.failures && valueAt(map.failures, text);
  if (!failures || !/^\d+$/.test(failures)) return {};
  const maxFailures = map.maxFailures && valueAt(map.maxFailures, text);
  return {failures: Number(failures), maxFailures: Number(maxFailures || MAX_FAILURES)};
}
