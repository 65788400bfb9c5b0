/**
 * `npx motp-verify conformance URL`: runs the cases of the contract against an endpoint and prints which
 * pass. It sends requests as one trainee, made for the check: their failures are counted, and `--lock`
 * leaves them locked.
 * `--help` lists the options.
 */
import {readFileSync} from 'node:fs';
import {parseArgs} from 'node:util';
import * as v from 'valibot';
import {CASES} from './cases.ts';
import {LEGACY_CASES} from './legacy-cases.ts';
import {LegacyMap} from './legacy-map.ts';
import {EndpointUnderTest, type ConformanceCase} from './endpoint-under-test.ts';

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
  lock: {type: 'boolean', value: '', meaning: 'also locks the account, with five wrong codes'},
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
  charset: {
    type: 'string',
    value: 'NAME',
    meaning: 'the charset of responses that name none, such as euc-kr',
  },
  help: {type: 'boolean', value: '', meaning: 'prints this'},
} as const;

const USAGE = [
  'Usage: npx motp-verify conformance URL [options]',
  ...Object.entries(OPTIONS).map(
    ([name, {value, meaning}]) => `  ${`--${name} ${value}`.padEnd(24)} ${meaning}`,
  ),
].join('\n');

/** Runs the check. @returns the exit status: 0 if no case failed, 1 if one did, 2 for a wrong option */
export async function runCommand(args: readonly string[]): Promise<number> {
  const parsed = parseOptions(args);
  if (typeof parsed === 'number') return parsed;
  const endpoint = parsed;
  const cases: readonly ConformanceCase[] = endpoint.map ? LEGACY_CASES : CASES;
  let failed = 0;
  let skipped = 0;
  console.log(`Checking ${endpoint.url}\n`);
  for (const {name, needs = [], check} of cases) {
    const missing = needs.filter((need) => !endpoint.has(need));
    if (missing.length > 0) {
      skipped++;
      console.log(`–  ${name}: requires ${missing.map((need) => `--${need}`).join(' and ')}`);
      continue;
    }
    const failures = await check(endpoint).catch((error: unknown) => [
      `no response: ${String(error)}`,
    ]);
    if (failures.length > 0) failed++;
    console.log(`${failures.length === 0 ? '✔' : '✘'}  ${name}`);
    for (const failure of failures) console.log(`     ${failure}`);
  }
  console.log(`\n${cases.length - failed - skipped} passed, ${failed} failed, ${skipped} skipped`);
  return failed === 0 ? 0 : 1;
}

function parseOptions(args: readonly string[]): EndpointUnderTest | number {
  try {
    const {values, positionals} = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: OPTIONS,
    });
    if (values.help) {
      console.log(USAGE);
      return 0;
    }
    const [url] = positionals;
    if (url === undefined || !URL.canParse(url)) throw new Error(USAGE);
    const {format = 'json', field = [], header = []} = values;
    if (format !== 'json' && format !== 'form') {
      throw new Error(`--format is “${format}”. Use json or form.`);
    }
    if (field.length > 0 && format !== 'form') {
      throw new Error('--field names a form field. Use it with --format form.');
    }
    const map = values.map && v.parse(LegacyMap, JSON.parse(readFileSync(values.map, 'utf8')));
    return new EndpointUnderTest({
      url: url.replace(/\/$/, ''),
      headers: header.map((line) => parseHeader(line)),
      ticket: values.ticket,
      secret: values.secret,
      mayLock: values.lock ?? false,
      map: map || undefined,
      isForm: format === 'form',
      codeField: values['code-field'] ?? 'code',
      fields: field.map((text) => parseField(text)),
      charset: values.charset ?? 'utf-8',
    });
  } catch (error) {
    console.error((error as Error).message);
    return 2;
  }
}

function parseHeader(line: string): readonly [name: string, value: string] {
  const [name = '', ...value] = line.split(':');
  return [name.trim(), value.join(':').trim()];
}

function parseField(text: string): readonly [name: string, value: string] {
  const at = text.indexOf('=');
  if (at < 1) throw new Error(`--field is “${text}”. Write name=value.`);
  return [text.slice(0, at), text.slice(at + 1)];
}
