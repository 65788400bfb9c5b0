/** Rate limits, errors, the log and the OpenAPI document. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {Validator} from '@seriousme/openapi-schema-validator';
import type {LogEntry} from '../../endpoint/log.ts';
import {MemoryStore} from '../../endpoint/store/memory.ts';
import {StoreError} from '../../endpoint/store/store-error.ts';
import {createIdempotencyKey} from '../../src/transport/idempotency-key.ts';
import {createFailingStore} from './harness/failing-store.ts';
import {HONG, SECRETS, TestSite, WRONG_CODE, type SiteResponse} from './harness/site.ts';

/** Returns status, code and `counted` of a response. */
function summarize({status, body}: SiteResponse) {
  return [status, body.code, body['counted']];
}

describe('rate limits', () => {
  it('delay one account after too many requests, and no other', async () => {
    const site = await TestSite.create(new MemoryStore(), {limits: {perAccount: 3}});
    for (const subject of ['hong', 'kim']) await site.register(subject);
    for (let i = 0; i < 3; i++) await site.attempt('hong', WRONG_CODE);
    const response = await site.attempt('hong', WRONG_CODE);
    assert.deepEqual(summarize(response), [429, 'rate-limited', false]);
    assert.equal(response.body['retryAfter'], 20);
    assert.equal(response.headers.get('Retry-After'), '20');
    assert.equal((await site.attempt('kim', WRONG_CODE)).body.code, 'code-mismatch');
    site.now += 20_000;
    assert.equal((await site.attempt('hong', WRONG_CODE)).body['failures'], 4);
  });
  it('delay an address whose accounts have used up their shares, and no other', async () => {
    let address = '192.0.2.1';
    const site = await TestSite.create(new MemoryStore(), {
      limits: {perAccount: 15, perAddress: 2},
      getClientAddress: () => address,
    });
    const codes: string[] = [];
    // The account's own share is a fifth of 15.
    for (let i = 0; i < 6; i++) codes.push((await site.attempt('a', WRONG_CODE)).body.code);
    assert.deepEqual(codes, [...Array<string>(5).fill('not-registered'), 'rate-limited']);
    assert.equal((await site.attempt('b', WRONG_CODE)).body.code, 'not-registered');
    address = '192.0.2.2';
    assert.equal((await site.attempt('a', WRONG_CODE)).body.code, 'not-registered');
  });
  it('delay requests without a trainee by address, and use up no trainee’s budget', async () => {
    const site = await TestSite.create(new MemoryStore(), {
      limits: {perAddress: 2},
      getClientAddress: () => '192.0.2.1',
    });
    const ticket = await site.issueTicket('hong');
    const answers: SiteResponse[] = [];
    for (const forged of ['1', '2', '3']) {
      answers.push(await site.post({code: WRONG_CODE, ticket: forged}));
    }
    answers.push(await site.send('/status', {}), await site.send('/', {method: 'POST'}));
    assert.deepEqual(
      answers.map(({body}) => body.code),
      ['ticket-invalid', 'ticket-invalid', ...Array<string>(3).fill('rate-limited')],
    );
    assert.equal((await site.post({code: WRONG_CODE, ticket})).body.code, 'not-registered');
  });
  it('reach the page of an allowed origin, which can read the refusal', async () => {
    const Origin = 'https://www.example.kr';
    const site = await TestSite.create(new MemoryStore(), {
      limits: {perAddress: 1},
      allowedOrigins: [Origin],
      getClientAddress: () => '192.0.2.1',
    });
    const answers = [
      await site.send('/status', {headers: {Origin}}),
      await site.send('/status', {headers: {Origin}}),
    ];
    assert.deepEqual(
      answers.map(({body, headers}) => [body.code, headers.get('Access-Control-Allow-Origin')]),
      [
        ['session-required', Origin],
        ['rate-limited', Origin],
      ],
    );
    assert.equal(answers[1]?.headers.get('Content-Type'), 'application/problem+json');
    assert.match(answers[1]?.headers.get('Retry-After') ?? '', /^\d+$/);
  });
  it('leave each account two failures an hour at a site that has had too many', async () => {
    const site = await TestSite.create(new MemoryStore(), {limits: {failuresPerSite: 20}});
    const spray = async (): Promise<readonly string[]> => {
      const codes: string[] = [];
      for (let i = 0; i < 10; i++) {
        // The number of the site’s failures is cached for one second.
        site.now += 1001;
        codes.push((await site.attempt(`sprayed-${i}`, WRONG_CODE)).body.code);
      }
      return codes;
    };
    for (const i of [...Array(10).keys(), 'late']) await site.register(`sprayed-${i}`);
    assert.deepEqual(await spray(), Array(10).fill('code-mismatch'));
    assert.deepEqual(await spray(), Array(10).fill('code-mismatch'));
    assert.deepEqual(await spray(), Array(10).fill('rate-limited'));
    const late: string[] = [];
    for (let i = 0; i < 3; i++) {
      late.push((await site.attempt('sprayed-late', WRONG_CODE)).body.code);
    }
    assert.deepEqual(late, ['code-mismatch', 'code-mismatch', 'rate-limited']);
    site.now += 3_600_000;
    assert.deepEqual(await spray(), Array(10).fill('code-mismatch'));
  });
});

describe('an error', () => {
  it('of the store yields 503 with Retry-After, and the endpoint is not ready', async () => {
    const site = await TestSite.create(
      createFailingStore(new StoreError('unreachable', new Error('down'))),
    );
    const response = await site.post({code: WRONG_CODE, ticket: await site.issueTicket('hong')});
    assert.deepEqual(summarize(response), [503, 'unavailable', false]);
    assert.equal(response.headers.get('Retry-After'), '5');
    assert.equal((await site.send('/health/ready', {})).status, 503);
    assert.equal((await site.send('/health/live', {})).status, 200);
  });
  it('during the commit yields in-progress, because the outcome is in doubt', async () => {
    const site = await TestSite.create(
      createFailingStore(new StoreError('connection-lost', new Error('cut'), 'in-doubt')),
    );
    const response = await site.post({code: WRONG_CODE, ticket: await site.issueTicket('hong')});
    assert.deepEqual(summarize(response), [409, 'in-progress', false]);
  });
  it('of the endpoint itself yields 500 with an id that is in the log', async () => {
    const entries: LogEntry[] = [];
    const bug = new TypeError('홍길동 is not a function');
    const site = await TestSite.create(createFailingStore(bug), {
      log: (entry) => entries.push(entry),
    });
    const response = await site.post({code: WRONG_CODE, ticket: await site.issueTicket('hong')});
    assert.deepEqual(summarize(response), [500, 'internal', false]);
    const found = entries.find(({event}) => event === 'internal-error');
    assert(found?.event === 'internal-error');
    assert.equal(found.instance, response.body['instance']);
  });
});

describe('the endpoint', () => {
  it('logs no name, phone, code, subject, key or ticket', async () => {
    const lines: string[] = [];
    const site = await TestSite.create(new MemoryStore(), {
      log: (entry) => lines.push(JSON.stringify(entry)),
    });
    await site.register('hong-gil-dong');
    const ticket = await site.issueTicket('hong-gil-dong', {...HONG, name: '홍 길동'});
    const [key, code] = [createIdempotencyKey(), await site.codeFor('hong-gil-dong')];
    await site.post({code, ticket}, key);
    await site.attempt('hong-gil-dong', code, key);
    await site.get(`/attempts/${key}`, 'hong-gil-dong');
    await site.reportIdentity('hong-gil-dong');
    await site.getAs('/audit?subject=hong-gil-dong', SECRETS.sites.institute);
    await site.send(`/${key}/홍길동`, {});
    const log = lines.join('\n');
    assert(lines.length >= 7);
    const secrets = ['길동', 'hong', '01012345678', '5678', code, key, ticket, WRONG_CODE];
    for (const personal of [...secrets, ...Object.values(SECRETS.sites), SECRETS.app]) {
      assert(!log.includes(personal), `${personal} in ${log}`);
    }
  });
  it('serves an OpenAPI 3.1 document that an independent validator accepts', async () => {
    const site = await TestSite.create(new MemoryStore());
    const {body} = await site.send('/openapi.json', {});
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
