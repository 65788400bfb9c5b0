/** How the endpoint is to be spoken to, by the element's attributes. */
import type {MotpVerifyProperties} from '../../element/properties.ts';
import {parseEnum} from './enum.ts';
import type {ConfigError} from './config-error.ts';
import {parseResponseMap} from '../../transport/response-map.ts';
import {isSupportedCharset} from '../../transport/read-text.ts';
import {CONTRACT_CODEC} from '../../transport/codec.ts';
import type {EndpointConfig} from '../../transport/endpoint-client.ts';
import type {WireFormat} from '../../transport/legacy-codec.ts';
import {CSRF_SOURCES, csrfTokensFor} from '../../transport/csrf.ts';

/** How long an exchange may take, in seconds. */
const TIMEOUT = {least: 3, most: 60, unsaid: 10} as const;

const CREDENTIALS = ['same-origin', 'include'] as const;
const FORMATS = ['json', 'form'] as const;
/** Without a word, a form-encoded endpoint is taken for one that knows no keys. */
const IDEMPOTENCY = ['auto', 'key', 'none'] as const;

/** Reads the attributes of the transport; adds what is wrong with them to `problems`. */
export function parseEndpointConfig(
  element: MotpVerifyProperties,
  errors: ConfigError[],
): Omit<EndpointConfig, 'url'> {
  const credentials = parseEnum('credentials', element.credentials, CREDENTIALS, errors);
  const csrf = parseEnum('csrf', element.csrf, CSRF_SOURCES, errors);
  const format = parseEnum('format', element.format, FORMATS, errors);
  const idempotency = parseEnum('idempotency', element.idempotency, IDEMPOTENCY, errors);
  const {codeField, responseCharset: charset, adapter} = element;
  if (charset && !isSupportedCharset(charset)) {
    const fix = `is "${charset}", which no browser can decode. Use a name such as euc-kr.`;
    errors.push({attribute: 'response-charset', fix});
  }
  const map = readMap(element.responseMap, errors);
  const hasKeys = idempotency === 'auto' ? format === 'json' : idempotency === 'key';
  const manner: WireFormat = {
    format,
    codeField,
    responseMap: map,
    charset: charset || undefined,
    hasIdempotencyKeys: hasKeys,
    adapter,
  };
  const isContract = format === 'json' && hasKeys && !map && !charset && !adapter;
  return {
    credentials,
    timeoutMs: 1000 * clamped(element.timeout || TIMEOUT.unsaid),
    hasIdempotencyKeys: hasKeys,
    loadCodec: () =>
      isContract && codeField === 'code'
        ? CONTRACT_CODEC
        : import('../../transport/legacy-codec.ts').then(({legacyCodec}) => legacyCodec(manner)),
    csrfTokens: (url) => csrfTokensFor(url, csrf, element.ownerDocument, element.form),
  };
}

function readMap(text: string, errors: ConfigError[]): WireFormat['responseMap'] {
  if (text === '') return undefined;
  if (text === 'agency') return text;
  const map = parseResponseMap(text);
  if (!('error' in map)) return map;
  const fix = `is no map of answers (${map.error}). Give JSON such as {"code": "resultCode", "values": {"0000": "verified"}}.`;
  errors.push({attribute: 'response-map', fix});
  return undefined;
}

function clamped(seconds: number): number {
  return Math.min(Math.max(seconds, TIMEOUT.least), TIMEOUT.most);
}
