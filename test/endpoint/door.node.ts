import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {Validator} from '@seriousme/openapi-schema-validator';
import {MemoryStore} from '../../demo/endpoint/store/memory.ts';
import {StoreError, type Store} from '../../demo/endpoint/store/store.ts';
import type {LogEntry} from '../../demo/endpoint/log.ts';
import {newAttemptKey} from '../../src/transport/attempt-key.ts';
import {HONG, SECRETS, Site, WRONG, type Said} from './harness/site.ts';

/** What every answer of the contract's table is about. */
function seen({status, body}: Said) {
  return [status, body.code, body['counted']];
}

describe('the door for pages', () => {
  it('answers as JSON or as a problem, which nobody keeps or guesses at', async () => {
    const site = await Site.on(new MemoryStore());
    await site.registers('hong');
    const answers = [
      [await site.tries('hong', await site.code('hong')), 'application/json'],
      [await site.tries('hong', WRONG), 'application/problem+json'],
    ] as const;
    for (const [{headers, body, status}, type] of answers) {
      assert.equal(headers.get('Content-Type'), type);
      assert.equal(headers.get('Cache-Control'), 'no-store');
      assert.equal(headers.get('X-Content-Type-Options'), 'nosniff');
      assert.equal(typeof body['serverTime'], 'number');
      if (status >= 400) assert.deepEqual([body['title'], body['status']], [body.code, status]);
    }
  });
  it('refuses what is no attempt of the contract, says where, and counts nothing', async () => {
    const site = await Site.on(new MemoryStore());
    await site.registers('hong');
    const ticket = await site.ticket('hong');
    for (const [field, value] of [
      ['code', '12345'],
      ['code', '123456 '],
      ['code', 123_456],
      ['occasion', 'party'],
      ['unit', 0],
      ['v', 2],
    ] as const) {
      const said = await site.posts({code: WRONG, ticket, [field]: value});
      assert.deepEqual(seen(said), [400, 'invalid-request', false]);
      assert.deepEqual(said.body['errors'], [field]);
    }
    assert.deepEqual(seen(await site.posts({code: WRONG, ticket}, null)), [
      400,
      'key-required',
      false,
    ]);
    assert.equal((await site.asks('/status', 'hong')).body['failures'], 0);
  });
  it('refuses 200 spellings of a used code', async () => {
    const site = await Site.on(new MemoryStore());
    await site.registers('hong');
    const code = await site.code('hong');
    await site.tries('hong', code);
    const spellings = spellingsOf(code);
    assert.equal(spellings.size, 200);
    for (const spelling of spellings) {
      const said = await site.tries('hong', spelling);
      assert.notEqual(said.body.code, 'verified', JSON.stringify(spelling));
      assert.equal(said.body['counted'], false, JSON.stringify(spelling));
    }
  });
  it('refuses by size, type, method and path', async () => {
    const site = await Site.on(new MemoryStore());
    const json = {'Content-Type': 'application/json'};
    const body = JSON.stringify({filler: 'x'.repeat(1024)});
    const answers = [
      await site.sends('/', {method: 'POST', headers: json, body}),
      await site.sends('/', {method: 'POST', headers: {'Content-Type': 'text/plain'}, body: '{}'}),
      await site.sends('/', {method: 'GET'}),
      await site.sends('/status', {method: 'POST'}),
      await site.sends('/elsewhere', {}),
    ];
    assert.deepEqual(
      answers.map(({status}) => status),
      [413, 415, 405, 405, 404],
    );
    for (const {body: said} of answers) assert.equal(said.code, 'invalid-request');
    assert.equal(answers[2]?.headers.get('Allow'), 'POST');
  });
  it('is shut to pages elsewhere, but for those that are named', async () => {
    const site = await Site.on(new MemoryStore(), {origins: ['https://www.example.kr']});
    await site.registers('hong');
    const ticket = await site.ticket('hong');
    const from = (origin: string) =>
      site.posts({code: WRONG, ticket}, newAttemptKey(), {Origin: origin});
    for (const origin of ['https://evil.example', 'https://example.kr', 'null']) {
      const said = await from(origin);
      assert.deepEqual(seen(said), [403, 'origin', false]);
      assert.equal(said.headers.get('Access-Control-Allow-Origin'), null);
    }
    const named = await from('https://www.example.kr');
    assert.equal(named.body.code, 'code-mismatch');
    assert.equal(named.headers.get('Access-Control-Allow-Origin'), 'https://www.example.kr');
    assert.equal(named.headers.get('Access-Control-Expose-Headers'), 'Date,Retry-After');
    assert.equal((await from('http://localhost')).body.code, 'code-mismatch');
  });
  it('wants the site’s CSRF token where the site has one', async () => {
    const site = await Site.on(new MemoryStore(), {
      hasCsrfToken: (request) => request.headers.get('X-CSRF-TOKEN') === 'right',
    });
    await site.registers('hong');
    const ticket = await site.ticket('hong');
    const without = await site.posts({code: WRONG, ticket});
    assert.deepEqual(seen(without), [403, 'csrf', false]);
    const right = {'X-CSRF-TOKEN': 'right'};
    const having = await site.posts({code: WRONG, ticket}, newAttemptKey(), right);
    assert.equal(having.body.code, 'code-mismatch');
  });
  it('tells nobody anything who is not signed in', async () => {
    const site = await Site.on(new MemoryStore());
    const answers = [
      await site.posts({code: WRONG}),
      await site.sends('/status', {}),
      await site.sends(`/attempts/${newAttemptKey()}`, {}),
    ];
    for (const said of answers) assert.deepEqual(seen(said), [403, 'session-required', false]);
  });
});

describe('limits', () => {
  it('hold back who asks too often for one account, and nobody else', async () => {
    const site = await Site.on(new MemoryStore(), {limits: {perAccount: 3}});
    for (const subject of ['hong', 'kim']) await site.registers(subject);
    for (let i = 0; i < 3; i++) await site.tries('hong', WRONG);
    const said = await site.tries('hong', WRONG);
    assert.deepEqual(seen(said), [429, 'rate-limited', false]);
    assert.equal(said.body['retryAfter'], 20);
    assert.equal(said.headers.get('Retry-After'), '20');
    assert.equal((await site.tries('kim', WRONG)).body.code, 'code-mismatch');
    site.now += 20_000;
    assert.equal((await site.tries('hong', WRONG)).body['failures'], 4);
  });
  it('hold back an address, whoever asks from it', async () => {
    let address = '192.0.2.1';
    const site = await Site.on(new MemoryStore(), {
      limits: {perAddress: 2},
      addressOf: () => address,
    });
    for (const subject of ['a', 'b']) await site.tries(subject, WRONG);
    assert.equal((await site.tries('c', WRONG)).body.code, 'rate-limited');
    address = '192.0.2.2';
    assert.equal((await site.tries('c', WRONG)).body.code, 'not-registered');
  });
  it('stop a site whose trainees’ accounts are sprayed with wrong codes', async () => {
    const site = await Site.on(new MemoryStore(), {limits: {failuresPerSite: 20}});
    const codes: string[] = [];
    for (let i = 0; i < 25; i++) {
      await site.registers(`sprayed-${i}`);
      // What is known of the budget is asked anew each second.
      site.now += 1001;
      codes.push((await site.tries(`sprayed-${i}`, WRONG)).body.code);
    }
    assert.deepEqual(codes.slice(0, 20), Array(20).fill('code-mismatch'));
    assert.deepEqual(codes.slice(20), Array(5).fill('rate-limited'));
    site.now += 3_600_000;
    assert.equal((await site.tries('sprayed-24', WRONG)).body.code, 'code-mismatch');
  });
});

describe('trouble', () => {
  it('with the store is 503 with Retry-After, and readiness says so', async () => {
    const site = await Site.on(failing(new StoreError('unavailable', new Error('down'))));
    const said = await site.posts({code: WRONG, ticket: await site.ticket('hong')});
    assert.deepEqual(seen(said), [503, 'unavailable', false]);
    assert.equal(said.headers.get('Retry-After'), '5');
    assert.equal((await site.sends('/health/ready', {})).status, 503);
    assert.equal((await site.sends('/health/live', {})).status, 200);
  });
  it('during the commit is to be asked about by key, since nobody knows', async () => {
    const site = await Site.on(failing(new StoreError('in-doubt', new Error('cut'))));
    const said = await site.posts({code: WRONG, ticket: await site.ticket('hong')});
    assert.deepEqual(seen(said), [409, 'in-progress', false]);
  });
  it('of our own making is 500 with a number that the log knows', async () => {
    const entries: LogEntry[] = [];
    const bug = new TypeError('홍길동 is not a function');
    const site = await Site.on(failing(bug), {log: (entry) => entries.push(entry)});
    const said = await site.posts({code: WRONG, ticket: await site.ticket('hong')});
    assert.deepEqual(seen(said), [500, 'internal', false]);
    const found = entries.find(({event}) => event === 'bug');
    assert(found?.event === 'bug');
    assert.equal(found.instance, said.body['instance']);
  });
});

describe('what is told', () => {
  it('in the log holds no name, phone, code, subject, key or ticket', async () => {
    const lines: string[] = [];
    const site = await Site.on(new MemoryStore(), {
      log: (entry) => lines.push(JSON.stringify(entry)),
    });
    await site.registers('hong-gil-dong');
    const ticket = await site.ticket('hong-gil-dong', {...HONG, name: '홍 길동'});
    const [key, code] = [newAttemptKey(), await site.code('hong-gil-dong')];
    await site.posts({code, ticket}, key);
    await site.tries('hong-gil-dong', code, key);
    await site.asks(`/attempts/${key}`, 'hong-gil-dong');
    await site.reports('hong-gil-dong');
    await site.inquires('/audit?subject=hong-gil-dong', SECRETS.sites.institute);
    await site.sends(`/${key}/홍길동`, {});
    const log = lines.join('\n');
    assert(lines.length >= 7);
    const secrets = ['길동', 'hong', '01012345678', '5678', code, key, ticket, WRONG];
    for (const personal of [...secrets, ...Object.values(SECRETS.sites), SECRETS.app]) {
      assert(!log.includes(personal), `${personal} in ${log}`);
    }
  });
  it('by the OpenAPI 3.1 document is valid, to a validator of other hands', async () => {
    const site = await Site.on(new MemoryStore());
    const {body} = await site.sends('/openapi.json', {});
    const validator = new Validator();
    const result = await validator.validate(structuredClone(body));
    assert.deepEqual([result.valid, result.errors], [true, undefined]);
    assert.equal(validator.version, '3.1');
    const paths = Object.keys(body['paths'] as object);
    assert(paths.includes('/attempts/{key}'));
    const broken = await new Validator().validate({...body, paths: {'/': {post: 1}}});
    assert.equal(broken.valid, false);
  });
});

/** A store that does nothing but fail. */
function failing(error: Error): Store {
  const fail = async (): Promise<never> => {
    throw error;
  };
  return {read: fail, transaction: fail, isReady: async () => false, close: async () => {}};
}

/** Ways to write six digits that are not those six digits. */
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
