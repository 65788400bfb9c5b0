/**
 * `npm run conformance -- URL`: runs the contract's cases against an endpoint, ours or a site's own,
 * and prints which hold. It asks as one trainee, made for it: their failures are counted, and with
 * `--lock` they end locked.
 *
 *   --header 'Name: value'   what signs the trainee in, such as a Cookie; can be given repeatedly
 *   --ticket TICKET          or the ticket that says who they are
 *   --secret BASE32          the seed of their app: without it no right code can be shown
 *   --lock                   also lock the account, by five wrong codes
 *   --map FILE               a legacy endpoint, by the widget's own map (JSON)
 *   --format form            with form fields in place of JSON
 *   --code-field NAME        the name of the code's field there; `code` where nothing is said
 *   --charset NAME           of answers that name none, such as euc-kr
 */
import {readFileSync} from 'node:fs';
import {parseArgs} from 'node:util';
import * as v from 'valibot';
import {CASES} from './cases.ts';
import {LEGACY_CASES} from './legacy-cases.ts';
import {LegacyMap} from './legacy-map.ts';
import {EndpointUnderTest, type ConformanceCase} from './endpoint-under-test.ts';

const USAGE = 'Usage: npm run conformance -- URL [--header …] [--secret …] [--map FILE …]';

const subject = parseOptions();
const cases: readonly ConformanceCase[] = subject.map ? LEGACY_CASES : CASES;
let failed = 0;
let skipped = 0;
console.log(`The contract at ${subject.url}\n`);
for (const {name, needs = [], check} of cases) {
  const missing = needs.filter((need) => !subject.has(need));
  if (missing.length > 0) {
    skipped++;
    console.log(`–  ${name}: needs ${missing.map((need) => `--${need}`).join(' and ')}`);
    continue;
  }
  const wrong = await check(subject).catch((error: unknown) => [`no answer: ${String(error)}`]);
  if (wrong.length > 0) failed++;
  console.log(`${wrong.length === 0 ? '✔' : '✘'}  ${name}`);
  for (const one of wrong) console.log(`     ${one}`);
}
console.log(`\n${cases.length - failed - skipped} hold, ${failed} don’t, ${skipped} not tried`);
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
