import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {MemoryStore} from '../../endpoint/store/memory.ts';
import {createIdempotencyKey} from '../../src/transport/idempotency-key.ts';
import {TestSite, WRONG_CODE, type SiteResponse} from './harness/site.ts';

/** Returns status, code and `counted` of a response. */
function summarize({status, body}: SiteResponse) {
  return [status, body.code, body['counted']];
}

describe('the routes for pages', () => {
  it('respond with JSON or a problem, without caching or sniffing', async () => {
    const site = await TestSite.create(new MemoryStore());
    await site.register('hong');
    const answers = [
      [await site.attempt('hong', await site.codeFor('hong')), 'application/json'],
      [await site.attempt('hong', WRONG_CODE), 'application/problem+json'],
    ] as const;
    for (const [{headers, body, status}, type] of answers) {
      assert.equal(headers.get('Content-Type'), type);
      assert.equal(headers.get('Cache-Control'), 'no-store');
      assert.equal(headers.get('X-Content-Type-Options'), 'nosniff');
      assert.equal(typeof body['serverTime'], 'number');
      if (status >= 400) assert.deepEqual([body['title'], body['status']], [body.code, status]);
    }
  });
  it('reject an invalid attempt, name the field, and count nothing', async () => {
    const site = await TestSite.create(new MemoryStore());
    await site.register('hong');
    const ticket = await site.issueTicket('hong');
    for (const [field, value] of [
      ['code', '12345'],
      ['code', '123456 '],
      ['code', 123_456],
      ['occasion', 'party'],
      ['unit', 0],
      ['v', 2],
    ] as const) {
      const response = await site.post({code: WRONG_CODE, ticket, [field]: value});
      assert.deepEqual(summarize(response), [400, 'invalid-request', false]);
      assert.deepEqual(response.body['errors'], [field]);
    }
    assert.deepEqual(summarize(await site.post({code: WRONG_CODE, ticket}, null)), [
      400,
      'key-required',
      false,
    ]);
    assert.equal((await site.get('/status', 'hong')).body['failures'], 0);
  });
  it('reject bad JSON before anything is said of a session', async () => {
    const site = await TestSite.create(new MemoryStore());
    for (const body of ['', '{', '{"v": 1', "{'v': 1}", 'code=123456']) {
      const headers = {'Content-Type': 'application/json'};
      const response = await site.send('/', {method: 'POST', headers, body});
      assert.deepEqual(summarize(response), [400, 'invalid-request', false]);
      assert.deepEqual(response.body['errors'], ['body']);
    }
  });
  it('reject 200 spellings of a used code', async () => {
    const site = await TestSite.create(new MemoryStore());
    await site.register('hong');
    const code = await site.codeFor('hong');
    await site.attempt('hong', code);
    const spellings = spellingsOf(code);
    assert.equal(spellings.size, 200);
    for (const spelling of spellings) {
      const response = await site.attempt('hong', spelling);
      assert.notEqual(response.body.code, 'verified', JSON.stringify(spelling));
      assert.equal(response.body['counted'], false, JSON.stringify(spelling));
    }
  });
  it('reject by size, type, method and path', async () => {
    const site = await TestSite.create(new MemoryStore());
    const json = {'Content-Type': 'application/json'};
    const body = JSON.stringify({filler: 'x'.repeat(1024)});
    const answers = [
      await site.send('/', {method: 'POST', headers: json, body}),
      await site.send('/', {method: 'POST', headers: {'Content-Type': 'text/plain'}, body: '{}'}),
      await site.send('/', {method: 'GET'}),
      await site.send('/status', {method: 'POST'}),
      await site.send('/unknown', {}),
    ];
    assert.deepEqual(
      answers.map(({status}) => status),
      [413, 415, 405, 405, 404],
    );
    for (const answer of answers) assert.equal(answer.body.code, 'invalid-request');
    assert.equal(answers[2]?.headers.get('Allow'), 'POST');
  });
  it('reject pages of other origins, except the allowed ones', async () => {
    const site = await TestSite.create(new MemoryStore(), {
      allowedOrigins: ['https://www.example.kr'],
    });
    await site.register('hong');
    const ticket = await site.issueTicket('hong');
    const from = (origin: string) =>
      site.post({code: WRONG_CODE, ticket}, createIdempotencyKey(), {Origin: origin});
    for (const origin of ['https://evil.example', 'https://example.kr', 'null']) {
      const response = await from(origin);
      assert.deepEqual(summarize(response), [403, 'origin', false]);
      assert.equal(response.headers.get('Access-Control-Allow-Origin'), null);
    }
    const allowed = await from('https://www.example.kr');
    assert.equal(allowed.body.code, 'code-mismatch');
    assert.equal(allowed.headers.get('Access-Control-Allow-Origin'), 'https://www.example.kr');
    assert.equal(allowed.headers.get('Access-Control-Expose-Headers'), 'Date,Retry-After');
    assert.equal((await from('http://localhost')).body.code, 'code-mismatch');
  });
  it('respond to the preflight of an allowed origin', async () => {
    const site = await TestSite.create(new MemoryStore(), {
      allowedOrigins: ['https://www.example.kr'],
    });
    const preflight = (origin: string) =>
      site.send('/', {
        method: 'OPTIONS',
        headers: {
          Origin: origin,
          'Access-Control-Request-Method': 'POST',
          'Access-Control-Request-Headers': 'content-type,idempotency-key',
        },
      });
    const {status, headers} = await preflight('https://www.example.kr');
    assert.equal(status, 204);
    assert.equal(headers.get('Access-Control-Allow-Origin'), 'https://www.example.kr');
    assert.equal(headers.get('Access-Control-Allow-Credentials'), 'true');
    assert.match(headers.get('Access-Control-Allow-Headers') ?? '', /Idempotency-Key/);
    const other = await preflight('https://evil.example');
    assert.equal(other.headers.get('Access-Control-Allow-Origin'), null);
  });
  it('require the site’s CSRF token if the site has one', async () => {
    const site = await TestSite.create(new MemoryStore(), {
      hasCsrfToken: (request) => request.headers.get('X-CSRF-TOKEN') === 'right',
    });
    await site.register('hong');
    const ticket = await site.issueTicket('hong');
    const withoutToken = await site.post({code: WRONG_CODE, ticket});
    assert.deepEqual(summarize(withoutToken), [403, 'csrf', false]);
    const right = {'X-CSRF-TOKEN': 'right'};
    const withToken = await site.post({code: WRONG_CODE, ticket}, createIdempotencyKey(), right);
    assert.equal(withToken.body.code, 'code-mismatch');
  });
  it('reject a trainee who is not signed in', async () => {
    const site = await TestSite.create(new MemoryStore());
    const answers = [
      await site.post({code: WRONG_CODE}),
      await site.send('/status', {}),
      await site.send(`/attempts/${createIdempotencyKey()}`, {}),
    ];
    for (const response of answers)
      assert.deepEqual(summarize(response), [403, 'session-required', false]);
  });
});

/** Returns strings that look like a code but are not its six digits. */
function spellingsOf(code: string): ReadonlySet<string> {
  const blanks =
    ' \t\n\r\u00a0\u3000\u2000\u200b\u2060\u00ad\ufeff\u3164\u2800\u0000-.,_:;/#!?'.split('');
  const positions = [0, 1, 2, 3, 4, 5, 6];
  const padded = positions.flatMap((at) =>
    blanks.map((blank) => `${code.slice(0, at)}${blank}${code.slice(at)}`),
  );
  const digits = [0xff10, 0x0660, 0x06f0, 0x0966, 0x1d7ce, 0x1d7d8, 0x0e50];
  const foreign = digits.flatMap((zero) =>
    positions.slice(0, 6).map((at) => {
      const digit = String.fromCodePoint(zero + Number(code[at]));
      return `${code.slice(0, at)}${digit}${code.slice(at + 1)}`;
    }),
  );
  const others = [`+${code}`, `0${code}`, `${code}0`, `0x${code}`, `${code}e0`, `${code}.0`];
  const all = [...foreign, ...others, `"${code}"`, `[${code}]`, `${code}\u0301`, ...padded];
  return new Set(Array.from(new Set(all)).slice(0, 200));
}
