/** The options of the command line. */
import {readFileSync} from 'node:fs';
import {parseArgs} from 'node:util';
import * as v from 'valibot';
import {OCCASIONS} from '../src/core/occasion.ts';
import type {LegacyOptions} from './legacy/endpoint.ts';
import {LegacyMap} from './legacy/response-map.ts';
import type {ConformanceOptions} from './run.ts';
import {isBase32} from './totp.ts';
import type {TraineeOptions} from './trainee.ts';

/** The options, with the name of the value and the meaning that the usage shows. */
const OPTIONS = {
  header: {
    type: 'string',
    multiple: true,
    value: "'Name: value'",
    meaning: 'signs the trainee in, such as a Cookie; can be repeated',
  },
  ticket: {type: 'string', value: 'TICKET', meaning: 'or the ticket of the trainee'},
  secret: {
    type: 'string',
    value: 'BASE32',
    meaning: 'the seed of the app; without it, no right code can be sent',
  },
  subject: {
    type: 'string',
    value: 'NAME',
    meaning: "the site's own name of the trainee, which no request may use",
  },
  'other-header': {
    type: 'string',
    multiple: true,
    value: "'Name: value'",
    meaning: 'signs a second trainee in: keys and races',
  },
  'other-ticket': {type: 'string', value: 'TICKET', meaning: 'or the ticket of the second trainee'},
  'other-secret': {type: 'string', value: 'BASE32', meaning: "the seed of the second one's app"},
  'other-subject': {
    type: 'string',
    value: 'NAME',
    meaning: "the second one's name: gets a ticket with --site-secret",
  },
  'status-url': {
    type: 'string',
    value: 'URL',
    meaning: 'where the status is; URL/status by default',
  },
  'attempts-url': {
    type: 'string',
    value: 'URL',
    meaning: 'where results are, with ?key=; URL/attempts/KEY by default',
  },
  lock: {type: 'boolean', value: '', meaning: 'also locks the accounts, with five wrong codes'},
  occasion: {type: 'string', value: 'NAME', meaning: '`enrollment` by default; as in the tickets'},
  origin: {
    type: 'string',
    value: 'ORIGIN',
    meaning: "of your pages, if it is not the endpoint's own",
  },
  'site-secret': {
    type: 'string',
    value: 'SECRET',
    meaning: "of your site's server: tickets and receipts",
  },
  'other-site-secret': {type: 'string', value: 'SECRET', meaning: 'of another site'},
  timeout: {type: 'string', value: 'SECONDS', meaning: 'for one answer; 30 by default'},
  report: {type: 'string', value: 'FORMAT', meaning: '`table` by default; `json` or `junit`'},
  map: {
    type: 'string',
    value: 'FILE',
    meaning: "a legacy endpoint, with the widget's own response map (JSON)",
  },
  format: {type: 'string', value: 'FORMAT', meaning: '`json` by default; `form` for form fields'},
  'code-field': {
    type: 'string',
    value: 'NAME',
    meaning: 'the form field of the code; `code` by default',
  },
  field: {
    type: 'string',
    multiple: true,
    value: 'name=value',
    meaning: 'a hidden input of the form, such as a CSRF token; can be repeated',
  },
  csrf: {
    type: 'string',
    value: 'NAME',
    meaning: 'the field or header of the CSRF token, which one case leaves out',
  },
  charset: {
    type: 'string',
    value: 'NAME',
    meaning: 'the charset of responses that name none, such as euc-kr',
  },
  help: {type: 'boolean', value: '', meaning: 'prints this'},
} as const;

/** How the command is used, for people. */
export const USAGE = [
  'Usage: npx motp-verify conformance URL [options]',
  ...Object.entries(OPTIONS).map(
    ([name, {value, meaning}]) => `  ${`--${name} ${value}`.padEnd(28)} ${meaning}`,
  ),
  'Use trainees made for the check. Exit status: 0 if no case failed, 1 if one did, 2 for a mistake.',
].join('\n');

/** How the results are printed. */
export type ReportName = 'table' | 'json' | 'junit';

/** What the command line asks for. */
export type Command =
  | {readonly kind: 'help'}
  | {readonly kind: 'contract'; readonly options: ConformanceOptions; readonly report: ReportName}
  | {readonly kind: 'legacy'; readonly options: LegacyOptions; readonly report: ReportName};

/** The options that only a legacy endpoint has. */
const LEGACY_ONLY = ['code-field', 'charset'] as const;

/**
 * Parses the command line.
 *
 * @throws Error with a sentence for the person who wrote it
 */
export function parseCommand(args: readonly string[]): Command {
  const {values, positionals} = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: OPTIONS,
  });
  if (values.help) return {kind: 'help'};
  const [url] = positionals;
  if (url === undefined || !URL.canParse(url)) throw new Error(USAGE);
  const {format = 'json', field = [], report = 'table', origin, occasion = 'enrollment'} = values;
  if (format !== 'json' && format !== 'form') {
    throw new Error(`--format is “${format}”. Use json or form.`);
  }
  if (field.length > 0 && format !== 'form') {
    throw new Error('--field names a form field. Use it with --format form.');
  }
  const fields = field.map((text) => parseField(text));
  if (report !== 'table' && report !== 'json' && report !== 'junit') {
    throw new Error(`--report is “${report}”. Use table, json or junit.`);
  }
  const seconds = Number(values.timeout ?? 30);
  if (!(seconds > 0 && seconds <= 600)) {
    throw new Error(`--timeout is “${values.timeout}”. Use 1 to 600 seconds.`);
  }
  const common = {url: url.replace(/\/$/, ''), timeoutMs: seconds * 1000};
  const mayLock = values.lock ?? false;
  const first = parseTrainee('', values.header, values.ticket, values.secret, values.subject);
  if (values.map !== undefined) {
    const options: LegacyOptions = {
      ...common,
      ...first,
      mayLock,
      map: readMap(values.map),
      isForm: format === 'form',
      codeField: values['code-field'] ?? 'code',
      fields,
      csrf: values.csrf,
      charset: values.charset ?? 'utf-8',
    };
    return {kind: 'legacy', options, report};
  }
  const legacy = LEGACY_ONLY.find((name) => values[name] !== undefined);
  if (legacy !== undefined || format === 'form') {
    throw new Error(`--${legacy ?? 'format form'} is for a legacy endpoint. Use it with --map.`);
  }
  if (origin !== undefined && (!URL.canParse(origin) || new URL(origin).origin !== origin)) {
    throw new Error(`--origin is “${origin}”. Write it like https://www.example.kr.`);
  }
  if (!OCCASIONS.some((known) => known === occasion)) {
    throw new Error(`--occasion is “${occasion}”. Use one of ${OCCASIONS.join(', ')}.`);
  }
  for (const name of ['status-url', 'attempts-url'] as const) {
    const value = values[name];
    if (value !== undefined && !URL.canParse(value)) {
      throw new Error(`--${name} is “${value}”. Write it like https://www.example.kr/otpProc.do.`);
    }
  }
  const second = parseTrainee(
    'other-',
    values['other-header'],
    values['other-ticket'],
    values['other-secret'],
    values['other-subject'],
  );
  const hasSecond =
    second.ticket !== undefined ||
    Object.keys(second.headers).length > 0 ||
    (second.subject !== undefined && values['site-secret'] !== undefined);
  const options: ConformanceOptions = {
    ...common,
    statusUrl: values['status-url'],
    attemptsUrl: values['attempts-url'],
    first,
    second: hasSecond ? second : undefined,
    mayLock,
    origin,
    occasion,
    csrf: values.csrf,
    siteSecret: values['site-secret'],
    otherSiteSecret: values['other-site-secret'],
  };
  return {kind: 'contract', options, report};
}

function parseTrainee(
  prefix: string,
  headers: readonly string[] = [],
  ticket: string | undefined,
  secret: string | undefined,
  subject: string | undefined,
): TraineeOptions {
  if (secret !== undefined && !isBase32(secret)) {
    throw new Error(`--${prefix}secret is not base32 (A to Z and 2 to 7).`);
  }
  const lines = headers.map((line) => parseHeader(line, prefix));
  return {headers: Object.fromEntries(lines), ticket, secret, subject};
}

function parseHeader(line: string, prefix: string): readonly [name: string, value: string] {
  const at = line.indexOf(':');
  if (at < 1) throw new Error(`--${prefix}header is “${line}”. Write 'Name: value'.`);
  return [line.slice(0, at).trim(), line.slice(at + 1).trim()];
}

function parseField(text: string): readonly [name: string, value: string] {
  const at = text.indexOf('=');
  if (at < 1) throw new Error(`--field is “${text}”. Write name=value.`);
  return [text.slice(0, at), text.slice(at + 1)];
}

function readMap(path: string): LegacyMap {
  return v.parse(LegacyMap, JSON.parse(readFileSync(path, 'utf8')));
}
