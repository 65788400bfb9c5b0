/**
 * Dialects of endpoints that were there before the contract: form-encoded requests, answers in words
 * of their own. Loaded when a site declares one.
 */
import {
  decodeAnswer,
  decodeStatus,
  UNLOCKS,
  type Answer,
  type AttemptKey,
  type AttemptRequest,
  type Status,
} from '../core/contract.ts';
import {MAX_FAILURES} from '../core/max-failures.ts';
import {AGENCY_MAP} from './agency-response-map.ts';
import type {AnswerMap} from './response-map.ts';
import {CONTRACT, json, parsed, type Dialect, type Heard, type Written} from './codec.ts';
import {remarkOf} from './server-message.ts';
import type {Tokens} from './csrf.ts';

/** How an endpoint wants to be spoken to, by the element's attributes. */
export interface Manner {
  readonly format: 'json' | 'form';
  /** The name of the field that holds the code. */
  readonly codeField: string;
  readonly map: AnswerMap | 'agency' | undefined;
  readonly charset: string | undefined;
  readonly hasKeys: boolean;
  readonly adapter: EndpointAdapter | undefined;
}

/** What an adapter is given to write: the attempt, and the key under which it counts once. */
export type AdaptedRequest = AttemptRequest & {readonly key: AttemptKey};

/** The site's own script between the widget and an endpoint, for what no attribute can say. */
export interface EndpointAdapter {
  /** The request's body and headers; without it, what the attributes say. */
  readonly write?: (request: AdaptedRequest) => {
    readonly body: string;
    readonly headers?: Readonly<Record<string, string>>;
  };
  /**
   * The answer in the contract's terms (`{code: 'code-mismatch', failures: 1, maxFailures: 5}`).
   * Anything else is undecided, and `verified` counts only with a `verificationId`.
   */
  readonly read?: (answer: Heard) => unknown;
}

/** The dialect of an endpoint that is spoken to in this manner. */
export function legacyDialect({map: named, adapter, ...manner}: Manner): Dialect {
  const map = named === 'agency' ? AGENCY_MAP : named;
  const read = adapter?.read;
  return {
    charset: manner.charset,
    write: (key, request, tokens) => {
      const written = write(manner, key, request, tokens);
      if (!adapter?.write) return written;
      const {body, headers} = adapter.write({...request, key});
      return {body, headers: {...written.headers, ...headers}};
    },
    readAnswer: (heard) => {
      if (read) return decodeAnswer(200, read(heard));
      return map ? mappedAnswer(map, heard) : CONTRACT.readAnswer(heard);
    },
    readStatus: (heard) => {
      if (read) return decodeStatus(read(heard));
      return map ? mappedStatus(map, heard) : CONTRACT.readStatus(heard);
    },
    readRemark: (heard) => (read ? undefined : mappedRemark(map, heard)),
  };
}

function write(
  {format, codeField, hasKeys}: Pick<Manner, 'format' | 'codeField' | 'hasKeys'>,
  key: AttemptKey,
  {v, code, ...rest}: AttemptRequest,
  tokens: Tokens,
): Written {
  const isForm = format === 'form';
  const headers = {
    'Content-Type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
    ...(hasKeys && {'Idempotency-Key': `"${key}"`}),
    ...tokens.headers,
  };
  if (!isForm) return {headers, body: json({v, ...rest, [codeField]: code})};
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

function mappedAnswer(map: AnswerMap, {status, text}: Heard): Answer | undefined {
  if (isOutOfBand(status)) return undefined;
  const code = outcomeOf(map, text);
  if (code !== 'verified') return decodeAnswer(200, {code, ...tallyOf(map, text), unlock: UNLOCKS});
  // Where the endpoint gives no id, the receipt has none: the site's server then knows by itself.
  const verificationId = map.id === undefined ? '-' : valueAt(map.id, text);
  const answer = decodeAnswer(200, {code, verificationId});
  return answer && map.id === undefined ? {...answer, code, verificationId: ''} : answer;
}

function mappedStatus(map: AnswerMap, {status, text}: Heard): Status | undefined {
  if (isOutOfBand(status)) return undefined;
  const code = outcomeOf(map, text);
  const tally = tallyOf(map, text);
  if (code === 'locked') return decodeStatus({code, ...tally, unlock: UNLOCKS});
  const isUnderstood = code === 'ready' || tally.failures !== undefined;
  return isUnderstood ? decodeStatus({code: 'ready', ...tally}) : undefined;
}

/** Only of an answer that may be the endpoint's own. */
function mappedRemark(map: AnswerMap | undefined, {status, text}: Heard): string | undefined {
  if (map?.message === undefined || isOutOfBand(status)) return undefined;
  const said = valueAt(map.message, text);
  return said === undefined ? undefined : remarkOf(said);
}

function outcomeOf({code, values}: AnswerMap, text: string): string | undefined {
  const value = code === undefined ? plain(text) : valueAt(code, text);
  return value !== undefined && Object.hasOwn(values, value) ? values[value] : undefined;
}

function tallyOf(map: AnswerMap, text: string): {failures?: number; maxFailures?: number} {
  const failures = map.failures && valueAt(map.failures, text);
  if (!failures || !/^\d+$/.test(failures)) return {};
  const most = map.maxFailures && valueAt(map.maxFailures, text);
  return {failures: Number(failures), maxFailures: most ? Number(most) : MAX_FAILURES};
}

/** A body that is the outcome itself, bare or as a JSON string. */
function plain(text: string): string {
  return text.trim().replace(/^"(.*)"$/, '$1');
}

/** What stands at a place of an answer, as text; own fields alone. */
function valueAt(place: string, text: string): string | undefined {
  const element = /^<([\w.:-]+)>$/.exec(place)?.[1];
  if (element !== undefined) return elementText(element, text);
  let value = parsed(text);
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
