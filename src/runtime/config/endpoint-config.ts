/** How the endpoint is to be spoken to, by the element's attributes. */
import type {MotpVerifyAttributes} from '../../element/properties.ts';
import {chosen} from './enum.ts';
import type {Problem} from './config-error.ts';
import {readAnswerMap} from '../../transport/response-map.ts';
import {isCharset} from '../../transport/read-text.ts';
import {CONTRACT} from '../../transport/codec.ts';
import type {Endpoint} from '../../transport/endpoint-client.ts';
import type {Manner} from '../../transport/legacy-codec.ts';
import {CSRF, tokensFor} from '../../transport/csrf.ts';

/** How long an exchange may take, in seconds. */
const TIMEOUT = {least: 3, most: 60, unsaid: 10} as const;

const CREDENTIALS = ['same-origin', 'include'] as const;
const FORMATS = ['json', 'form'] as const;
/** Without a word, a form-encoded endpoint is taken for one that knows no keys. */
const IDEMPOTENCY = ['auto', 'key', 'none'] as const;

/** Reads the attributes of the transport; adds what is wrong with them to `problems`. */
export function readManner(
  element: MotpVerifyAttributes,
  problems: Problem[],
): Omit<Endpoint, 'url'> {
  const credentials = chosen('credentials', element.credentials, CREDENTIALS, problems);
  const csrf = chosen('csrf', element.csrf, CSRF, problems);
  const format = chosen('format', element.format, FORMATS, problems);
  const idempotency = chosen('idempotency', element.idempotency, IDEMPOTENCY, problems);
  const {codeField, responseCharset: charset, adapter} = element;
  if (charset && !isCharset(charset)) {
    const mend = `is "${charset}", which no browser can decode. Use a name such as euc-kr.`;
    problems.push({attribute: 'response-charset', mend});
  }
  const map = readMap(element.map, problems);
  const hasKeys = idempotency === 'auto' ? format === 'json' : idempotency === 'key';
  const manner: Manner = {format, codeField, map, charset: charset || undefined, hasKeys, adapter};
  const isContract = format === 'json' && hasKeys && !map && !charset && !adapter;
  return {
    credentials,
    timeoutMs: 1000 * clamped(element.timeout || TIMEOUT.unsaid),
    hasKeys,
    dialect: () =>
      isContract && codeField === 'code'
        ? CONTRACT
        : import('../../transport/legacy-codec.ts').then(({legacyDialect}) =>
            legacyDialect(manner),
          ),
    tokens: (url) => tokensFor(url, csrf, element.ownerDocument, element.form),
  };
}

function readMap(text: string, problems: Problem[]): Manner['map'] {
  if (text === '') return undefined;
  if (text === 'agency') return text;
  const map = readAnswerMap(text);
  if (!('problem' in map)) return map;
  const mend = `is no map of answers (${map.problem}). Give JSON such as {"code": "resultCode", "values": {"0000": "verified"}}.`;
  problems.push({attribute: 'map', mend});
  return undefined;
}

function clamped(seconds: number): number {
  return Math.min(Math.max(seconds, TIMEOUT.least), TIMEOUT.most);
}
