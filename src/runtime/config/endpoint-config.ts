/** The attributes that describe the endpoint. */
import type {MotpVerifyProperties} from '../../element/properties.ts';
import {parseEnum} from './enum.ts';
import type {ConfigError} from './config-error.ts';
import {parseResponseMap} from '../../transport/response-map.ts';
import {isSupportedCharset} from '../../transport/read-text.ts';
import type {EndpointConfig} from '../../transport/endpoint-client.ts';
import type {WireFormat} from '../../transport/wire-format.ts';
import {CSRF_SOURCES} from '../../transport/csrf.ts';

/** The time for one request, in seconds. */
const TIMEOUT = {min: 3, max: 60, default: 10} as const;

const CREDENTIALS = ['same-origin', 'include'] as const;
const FORMATS = ['json', 'form'] as const;
/** `auto`: an endpoint with `format="form"` is taken for one without idempotency keys. */
const IDEMPOTENCY = ['auto', 'key', 'none'] as const;

/** Parses the attributes of the transport; adds their errors to `errors`. */
export function parseEndpointConfig(
  element: MotpVerifyProperties,
  errors: ConfigError[],
): Omit<EndpointConfig, 'url' | 'attemptsUrl'> {
  const credentials = parseEnum('credentials', element.credentials, CREDENTIALS, errors);
  const csrf = parseEnum('csrf', element.csrf, CSRF_SOURCES, errors);
  const format = parseEnum('format', element.format, FORMATS, errors);
  const idempotency = parseEnum('idempotency', element.idempotency, IDEMPOTENCY, errors);
  const {codeField, responseCharset: charset, adapter} = element;
  if (charset && !isSupportedCharset(charset)) {
    const fix = `is "${charset}", which no browser can decode. Use a name such as euc-kr.`;
    errors.push({attribute: 'response-charset', fix});
  }
  const responseMap = parseMap(element.responseMap, errors);
  const hasIdempotencyKeys = idempotency === 'auto' ? format === 'json' : idempotency === 'key';
  const wireFormat: WireFormat = {
    format,
    codeField,
    responseMap,
    charset: charset || undefined,
    hasIdempotencyKeys,
    adapter,
  };
  const isContract =
    format === 'json' && hasIdempotencyKeys && !responseMap && !charset && !adapter;
  return {
    credentials,
    timeoutMs: 1000 * clampTimeout(element.timeout || TIMEOUT.default),
    hasIdempotencyKeys,
    wireFormat: isContract && codeField === 'code' ? undefined : wireFormat,
    csrf: {source: csrf, document: element.ownerDocument, form: element.form},
  };
}

function parseMap(text: string, errors: ConfigError[]): WireFormat['responseMap'] {
  if (text === '') return undefined;
  if (text === 'agency') return text;
  const map = parseResponseMap(text);
  if (!('error' in map)) return map;
  const fix = `is not a response map (${map.error}). Give JSON such as {"code": "resultCode", "values": {"0000": "verified"}}.`;
  errors.push({attribute: 'response-map', fix});
  return undefined;
}

function clampTimeout(seconds: number): number {
  return Math.min(Math.max(seconds, TIMEOUT.min), TIMEOUT.max);
}
