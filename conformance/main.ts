/**
 * `npm run conformance -- URL`: runs the cases of the contract against an endpoint and prints which
 * pass. It sends requests as one trainee, made for the check: their failures are counted, and `--lock`
 * leaves them locked.
 *
 *   --header 'Name: value'   signs the trainee in, such as a Cookie; can be repeated
 *   --ticket TICKET          or the ticket of the trainee
 *   --secret BASE32          the seed of the app; without it, no right code can be sent
 *   --lock                   also lock the account, with five wrong codes
 *   --map FILE               a legacy endpoint, with the widget's own response map (JSON)
 *   --format form            sends form fields instead of JSON
 *   --code-field NAME        the form field of the code; `code` by default
 *   --charset NAME           the charset of responses that name none, such as euc-kr
 */
import {readFileSync} from 'node:fs';
import {parseArgs} from 'node:util';
import * as v from 'valibot';
import {CASES} from './cases.ts';
import {LEGACY_CASES} from './legacy-cases.ts';
import {LegacyMap} from './legacy-map.ts';
import {EndpointUnderTest, type ConformanceCase} from './endpoint-under-test.ts';

const USAGE = 'Usage: npm run conformance -- URL [--header …] [--secret …] [--map FILE …]';

const endpoint = parseOptions();
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
process.exit(failed === 0 ? 0 : 1);

function parseOptions(): EndpointUnderTest {
  try {
    const {values, positionals} = parseArgs({
      allowPositionals: true,
      options: {
        header: {type: 'string', multiple: true, default: []},
        ticket: {type: 'string'},
        secret: {type: 'string'},
        lock: {type: 'boolean', default: false},
        map: {type: 'string'},
        format: {type: 'string', default: 'json'},
        'code-field': {type: 'string', default: 'code'},
        charset: {type: 'string', default: 'utf-8'},
      },
    });
    const [url] = positionals;
    if (url === undefined || !URL.canParse(url)) throw new Error(USAGE);
    const map = values.map && v.parse(LegacyMap, JSON.parse(readFileSync(values.map, 'utf8')));
    return new EndpointUnderTest({
      url: url.replace(/\/$/, ''),
      headers: values.header.map((line) => parseHeader(line)),
      ticket: values.ticket,
      secret: values.secret,
      mayLock: values.lock,
      map: map || undefined,
      isForm: values.format === 'form',
      codeField: values['code-field'],
      charset: values.charset,
    });
  } catch (error) {
    console.error((error as Error).message);
    return process.exit(2);
  }
}

function parseHeader(line: string): readonly [name: string, value: string] {
  const [name = '', ...value] = line.split(':');
  return [name.trim(), value.join(':').trim()];
}
