/** Requests that are no attempts: each is refused, and none is evaluated or counted. */
import {OUTCOMES, show, type Check, type ConformanceCase} from '../check.ts';
import type {AttemptOverride} from '../trainee.ts';

/** Texts that are almost a code. An endpoint that trims or converts them evaluates a code. */
const ALMOST_CODES: readonly (readonly [what: string, from: (code: string) => unknown])[] = [
  ['five digits', (code) => code.slice(1)],
  ['seven digits', (code) => `${code}0`],
  ['a space after it', (code) => `${code} `],
  ['a space before it', (code) => ` ${code}`],
  ['a tab after it', (code) => `${code}\t`],
  ['a tab before it', (code) => `\t${code}`],
  ['a newline after it', (code) => `${code}\n`],
  ['a newline before it', (code) => `\n${code}`],
  ['a carriage return', (code) => `${code}\r\n`],
  ['a space inside', (code) => `${code.slice(0, 3)} ${code.slice(3)}`],
  ['a hyphen inside', (code) => `${code.slice(0, 3)}-${code.slice(3)}`],
  ['a no-break space', (code) => `${code}\u00a0`],
  ['a zero-width space', (code) => `\u200b${code}`],
  ['a NUL character', (code) => `${code}\0`],
  ['full-width digits', (code) => digitsFrom(code, 0xff10)],
  ['Arabic-Indic digits', (code) => digitsFrom(code, 0x0660)],
  ['Devanagari digits', (code) => digitsFrom(code, 0x0966)],
  ['one full-width digit', (code) => digitsFrom(code.slice(0, 1), 0xff10) + code.slice(1)],
  ['a number', (code) => Number(code.replace(/^0/, '1'))],
  ['a list', (code) => [code]],
  ['an object', (code) => ({code})],
  ['letters', () => 'abcdef'],
  ['nothing', () => ''],
  ['null', () => null],
  ['no code', () => undefined],
];

/** The length of a body that no attempt has, in bytes. */
const LARGE_BODY_BYTES = 65_536;

/** The cases of invalid requests. */
export const REQUEST_CASES: readonly ConformanceCase[] = [
  {
    name: 'a code that is not exactly six ASCII digits is refused, and not trimmed',
    run: (check) =>
      refuseAll(
        check,
        ALMOST_CODES.map(([what, from]) => [what, {fields: {code: from(check.first.wrongCode())}}]),
      ),
  },
  {
    name: 'an occasion that the contract does not have is refused',
    run: (check) =>
      refuseAll(
        check,
        ['party', 'Enrollment', 'enrollment ', '', 1, null, ['enrollment'], undefined].map(
          (occasion) => [`occasion ${show(occasion)}`, {fields: {occasion}}],
        ),
      ),
  },
  {
    name: 'a unit that is not a whole number from 1 to 9999 is refused',
    run: (check) =>
      refuseAll(
        check,
        [0, -1, 10_000, 1.5, '9', null, true, [9]].map((unit) => [
          `unit ${show(unit)}`,
          {fields: {unit}},
        ]),
      ),
  },
  {
    name: 'a body that is not an attempt of the contract is refused',
    async run(check) {
      const code = check.first.wrongCode();
      const whole = JSON.stringify({v: 1, code, occasion: check.occasion});
      const bodies = [
        '',
        '{',
        whole.slice(0, -1),
        `[${whole}]`,
        'null',
        '"text"',
        `${whole}${whole}`,
      ];
      await refuseAll(check, [
        ...bodies.map((body): Refusal => [`body ${show(body.slice(0, 20))}`, {body}]),
        ...[0, 2, '1', null, undefined].map((v): Refusal => [`v ${show(v)}`, {fields: {v}}]),
      ]);
    },
  },
  {
    name: 'a body of more than 1 KiB is refused',
    async run(check) {
      const {first} = check;
      const attempt = JSON.stringify({
        v: 1,
        code: first.wrongCode(),
        occasion: check.occasion,
        ...(first.options.ticket !== undefined && {ticket: first.options.ticket}),
      });
      const tooLarge: readonly (readonly [what: string, override: AttemptOverride])[] = [
        ['1,200 bytes', {body: attempt.padEnd(1200)}],
        ['1,200 bytes in a field', {fields: {more: 'x'.repeat(1200)}}],
        ['64 KiB', {body: attempt.padEnd(LARGE_BODY_BYTES)}],
        ['64 KiB in chunks', {body: attempt.padEnd(LARGE_BODY_BYTES), isChunked: true}],
      ];
      for (const [what, override] of tooLarge) {
        // A server may close the connection instead of reading on.
        const exchange = await first.attempt(first.wrongCode(), override).catch(() => undefined);
        if (!exchange) continue;
        const {status} = exchange;
        const isRefused = check.expect(status === 413, `${what}: status ${status} instead of 413`);
        if (!isRefused) check.compare(first, exchange, [OUTCOMES.invalid], what);
      }
      await check.expectFailures(first, 'bodies that are too large');
    },
  },
  {
    name: 'a content type other than JSON is refused',
    async run(check) {
      const {first} = check;
      for (const type of [
        'text/plain',
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=x',
      ]) {
        const exchange = await first.attempt(first.wrongCode(), {headers: {'Content-Type': type}});
        const isRefused = check.compare(first, exchange, [OUTCOMES.invalid], type);
        check.expect(exchange.status === 415, `${type}: status ${exchange.status} instead of 415`);
        if (!isRefused) break;
      }
      await check.expectFailures(first, 'other content types');
    },
  },
  {
    name: 'an attempt without a valid key is refused',
    async run(check) {
      const {first} = check;
      const key = first.newKey();
      const headers: readonly (readonly [what: string, override: AttemptOverride])[] = [
        ['no key', {key: null}],
        ['no quotation marks', {keyHeader: key}],
        ['an empty key', {keyHeader: '""'}],
        ['21 characters', {keyHeader: `"${key.slice(0, 21)}"`}],
        ['65 characters', {keyHeader: `"${'k'.repeat(65)}"`}],
        ['a character that keys do not have', {keyHeader: `"${key}/../x"`}],
      ];
      for (const [what, override] of headers) {
        const exchange = await first.attempt(first.wrongCode(), override);
        if (!check.compare(first, exchange, [OUTCOMES.keyRequired], what)) break;
      }
      await check.expectFailures(first, 'attempts without a key');
    },
  },
  {
    name: 'a GET evaluates and counts nothing',
    async run(check) {
      const {first} = check;
      const query = new URLSearchParams({
        v: '1',
        code: first.wrongCode(),
        occasion: check.occasion,
        motpNo: first.wrongCode(),
      });
      const key = {'Idempotency-Key': `"${first.newKey()}"`};
      for (const path of ['', '/']) {
        for (let i = 0; i < 2; i++) {
          const {status, body} = await first.other('GET', `${path}?${query}`, key);
          const isEvaluated = body['code'] === 'code-mismatch' || body['counted'] === true;
          check.expect(
            !isEvaluated,
            `GET ${path}?code=…: ${show(body['code'])}, counted ${show(body['counted'])}`,
          );
          if (path === '')
            check.expect(
              status >= 400 || status === 302,
              `GET ?code=…: status ${status} instead of 405`,
            );
        }
      }
      for (const path of ['/status', `/attempts/${first.newKey()}`]) {
        await first.other('GET', `${path}?${query}`, key);
      }
      await check.expectFailures(first, 'GET requests with a code');
    },
  },
  {
    name: 'any other method is refused',
    async run(check) {
      const {first} = check;
      const body = JSON.stringify({v: 1, code: first.wrongCode(), occasion: check.occasion});
      for (const method of ['PUT', 'PATCH', 'DELETE']) {
        const headers = {
          'Content-Type': 'application/json',
          'Idempotency-Key': `"${first.newKey()}"`,
        };
        const {status} = await first.other(method, '', headers, body);
        // 403 and 501 are those of filters before the endpoint.
        check.expect(
          [403, 405, 501].includes(status),
          `${method}: status ${status} instead of 405`,
        );
      }
      await check.expectFailures(first, 'other methods');
    },
  },
];

/** A request to refuse. */
type Refusal = readonly [what: string, override: AttemptOverride];

/** Expects `invalid-request` for each. Stops at the first that is evaluated, since it may have counted. */
async function refuseAll(check: Check, refusals: readonly Refusal[]): Promise<void> {
  const {first} = check;
  for (const [what, override] of refusals) {
    const exchange = await first.attempt(first.wrongCode(), override);
    // Without a body there is no ticket, and so no trainee.
    const hasNoTicket = override.body !== undefined && first.options.ticket !== undefined;
    const allowed = hasNoTicket ? [OUTCOMES.invalid, OUTCOMES.signedOut] : [OUTCOMES.invalid];
    if (!check.compare(first, exchange, allowed, what)) break;
    const {status, body} = exchange;
    const isRight = status === 400 || body['code'] !== 'invalid-request';
    check.expect(isRight, `${what}: status ${status} instead of 400`);
  }
  await check.expectFailures(first, 'invalid requests');
}

/** Writes a code with the digits of another script, whose zero is at a code point. */
function digitsFrom(code: string, zero: number): string {
  return code.replaceAll(/[0-9]/g, (digit) => String.fromCodePoint(zero + Number(digit)));
}
