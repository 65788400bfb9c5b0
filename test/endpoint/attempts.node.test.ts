import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Store} from '../../endpoint/store/store.ts';
import {createIdempotencyKey} from '../../src/transport/idempotency-key.ts';
import {HONG, TestSite, WRONG_CODE, type SiteResponse} from './harness/site.ts';
import {STORES} from './harness/stores.ts';

/** Returns status, code and some fields of a response. */
function pick({status, body}: SiteResponse, ...fields: readonly string[]) {
  return [status, body.code, ...fields.map((field) => body[field])];
}

for (const {name, skipReason, open} of STORES) {
  describe(`an attempt, store: ${name}`, {skip: skipReason ?? false}, () => {
    let store: Store;
    let site: TestSite;
    let trainees = 0;

    before(async () => {
      store = await open();
      site = await TestSite.create(store);
    });

    after(() => store.close());

    /** Registers a trainee for one test. */
    async function newTrainee(identity = HONG): Promise<string> {
      const subject = `trainee-${++trainees}`;
      await site.register(subject, identity);
      site.now += 1;
      return subject;
    }

    async function failTimes(subject: string, times: number): Promise<SiteResponse[]> {
      const answers: SiteResponse[] = [];
      for (let i = 0; i < times; i++) answers.push(await site.attempt(subject, WRONG_CODE));
      return answers;
    }

    it('verifies the code of the app, with a receipt', async () => {
      const hong = await newTrainee();
      const {status, body} = await site.attempt(hong, await site.codeFor(hong));
      assert.deepEqual([status, body.code, body['failures']], [200, 'verified', 0]);
      assert.match(String(body['verificationId']), /^[0-9a-f-]{36}$/);
      assert.equal(body['expiresAt'], site.now + 600_000);
    });
    it('counts wrong codes and locks after the fifth in a row (manual: 5회)', async () => {
      const hong = await newTrainee();
      const answers = await failTimes(hong, 6);
      assert.deepEqual(
        answers.map((one) => pick(one, 'failures', 'counted')),
        [
          [422, 'code-mismatch', 1, true],
          [422, 'code-mismatch', 2, true],
          [422, 'code-mismatch', 3, true],
          [422, 'code-mismatch', 4, true],
          [423, 'locked', 5, true],
          [423, 'locked', 5, false],
        ],
      );
    });
    it('evaluates no code while locked, not even a right one', async () => {
      const hong = await newTrainee();
      await failTimes(hong, 5);
      assert.deepEqual(pick(await site.attempt(hong, await site.codeFor(hong))), [423, 'locked']);
    });
    it('resets the failures in a row after a success', async () => {
      const hong = await newTrainee();
      await failTimes(hong, 4);
      await site.attempt(hong, await site.codeFor(hong));
      const [next] = await failTimes(hong, 1);
      assert.equal(next?.body['failures'], 1);
    });
    it('locks after 30 failures within 30 days, despite successes in between', async () => {
      const hong = await newTrainee();
      for (let days = 0; days < 14; days++) {
        await failTimes(hong, 2);
        site.now += 24 * 3_600_000;
        assert.equal((await site.attempt(hong, await site.codeFor(hong))).body.code, 'verified');
      }
      assert.deepEqual((await failTimes(hong, 2)).at(-1)?.body.code, 'locked');
      assert.equal((await site.get('/status', hong)).body.code, 'locked');
      site.now += 60_000;
      assert.equal((await site.reportIdentity(hong)).body.code, 'released');
      assert.equal((await site.attempt(hong, await site.codeFor(hong))).body.code, 'verified');
    });
    it('ignores failures that are more than 30 days old', async () => {
      const hong = await newTrainee();
      for (let times = 0; times < 40; times++) {
        assert.equal((await failTimes(hong, 1))[0]?.body.code, 'code-mismatch');
        site.now += 25 * 3_600_000;
        await site.attempt(hong, await site.codeFor(hong));
      }
    });
    it('accepts a code once', async () => {
      const hong = await newTrainee();
      await site.attempt(hong, await site.codeFor(hong));
      const again = await site.attempt(hong, await site.codeFor(hong));
      assert.deepEqual(pick(again, 'counted', 'failures'), [409, 'code-replayed', false, 0]);
      assert.equal(again.body['nextCodeInMs'], 60_000 - (site.now % 60_000));
    });
    it('accepts the code of the previous step for 30 seconds, then reports it as expired', async () => {
      const [early, late] = [await newTrainee(), await newTrainee()];
      site.now += 60_000 - (site.now % 60_000) + 29_999;
      assert.equal((await site.attempt(early, await site.codeFor(early, 1))).body.code, 'verified');
      site.now += 1;
      const expired = await site.attempt(late, await site.codeFor(late, 1));
      assert.deepEqual(pick(expired, 'counted', 'failures'), [422, 'code-expired', false, 0]);
    });
    it('never accepts the code of a future step', async () => {
      const hong = await newTrainee();
      const early = await site.attempt(hong, await site.codeFor(hong, -1));
      assert.equal(early.body.code, 'code-mismatch');
    });
    it('replays the response of a key, marks it as replayed, and counts once', async () => {
      const hong = await newTrainee();
      const ticket = await site.issueTicket(hong);
      const key = createIdempotencyKey();
      const first = await site.post({code: WRONG_CODE, ticket}, key);
      const second = await site.post({code: WRONG_CODE, ticket}, key);
      assert.deepEqual(second.body, first.body);
      assert.equal(first.headers.get('Idempotency-Replayed'), null);
      assert.equal(second.headers.get('Idempotency-Replayed'), 'true');
      assert.deepEqual((await site.get(`/attempts/${key}`, hong)).body, first.body);
      assert.equal((await site.get('/status', hong)).body['failures'], 1);
    });
    it('replays the response of the failure that locked', async () => {
      const hong = await newTrainee();
      await failTimes(hong, 4);
      const ticket = await site.issueTicket(hong);
      const key = createIdempotencyKey();
      const fifth = await site.post({code: WRONG_CODE, ticket}, key);
      assert.deepEqual((await site.post({code: WRONG_CODE, ticket}, key)).body, fifth.body);
      assert.equal(fifth.body['counted'], true);
    });
    it('rejects another request with a used key', async () => {
      const hong = await newTrainee();
      const ticket = await site.issueTicket(hong);
      const key = createIdempotencyKey();
      await site.post({code: WRONG_CODE, ticket}, key);
      const ticketFor = ({occasion}: {readonly occasion?: string}) =>
        site.issueTicket(hong, undefined, occasion);
      for (const other of [{code: '111111'}, {code: WRONG_CODE, occasion: 'exam'}]) {
        const reused = await site.post({ticket: await ticketFor(other), ...other}, key);
        assert.deepEqual(pick(reused), [422, 'key-reused']);
      }
      assert.equal((await site.get('/status', hong)).body['failures'], 1);
    });
    it('counts five of 200 parallel wrong codes', async () => {
      const hong = await newTrainee();
      const ticket = await site.issueTicket(hong);
      const answers = await Promise.all(
        Array.from({length: 200}, () => site.post({code: WRONG_CODE, ticket})),
      );
      assert.equal(answers.filter(({body}) => body['counted']).length, 5);
      assert.deepEqual(new Set(answers.map(({status}) => status)), new Set([422, 423]));
    });
    it('verifies one of 100 parallel copies of a right code with different keys', async () => {
      const hong = await newTrainee();
      const fields = {code: await site.codeFor(hong), ticket: await site.issueTicket(hong)};
      const answers = await Promise.all(Array.from({length: 100}, () => site.post(fields)));
      const codes = answers.map(({body}) => body.code).toSorted();
      assert.deepEqual(codes, [...Array(99).fill('code-replayed'), 'verified']);
    });
    it('evaluates 100 parallel copies with one key once, with 100 equal responses', async () => {
      const hong = await newTrainee();
      const fields = {code: WRONG_CODE, ticket: await site.issueTicket(hong)};
      const key = createIdempotencyKey();
      const answers = await Promise.all(Array.from({length: 100}, () => site.post(fields, key)));
      assert.equal(new Set(answers.map(({body}) => JSON.stringify(body))).size, 1);
      assert.equal((await site.get('/status', hong)).body['failures'], 1);
    });
    it('reports a trainee who is not registered, stores nothing and counts nothing', async () => {
      const key = createIdempotencyKey();
      for (let i = 0; i < 7; i++) {
        const nobody = await site.attempt('nobody', WRONG_CODE, key);
        assert.deepEqual(pick(nobody, 'counted'), [409, 'not-registered', false]);
      }
      assert.equal((await site.get(`/attempts/${key}`, 'nobody')).body.code, 'attempt-unknown');
      assert.equal((await site.get('/status', 'nobody')).body.code, 'not-registered');
    });
    it('reports how the registered details differ, masked, and counts nothing', async () => {
      const hong = await newTrainee();
      const ticket = await site.issueTicket(hong, {name: '홍 길동', phone: '01087654321'});
      const differing = await site.post({code: WRONG_CODE, ticket});
      assert.deepEqual(
        pick(differing, 'counted', 'failures', 'differs', 'registered', 'expected'),
        [
          409,
          'identity-mismatch',
          false,
          0,
          ['spaces', 'phone'],
          {name: '홍*동', phone: '010-****-5678'},
          {name: '홍**동', phone: '010-****-4321'},
        ],
      );
      assert.equal((await site.get('/status', hong)).body['failures'], 0);
    });
    it('does not find another trainee’s key', async () => {
      const [hong, kim] = [await newTrainee(), await newTrainee()];
      const key = createIdempotencyKey();
      await site.attempt(hong, WRONG_CODE, key);
      const outcome = await site.get(`/attempts/${key}`, kim);
      assert.deepEqual(pick(outcome, 'counted'), [404, 'attempt-unknown', false]);
    });
    it('accepts no used code again when the clock moves 120 seconds back or forward', async () => {
      const hong = await newTrainee();
      const code = await site.codeFor(hong);
      await site.attempt(hong, code);
      site.now -= 120_000;
      assert.equal((await site.attempt(hong, code)).body.code, 'code-mismatch');
      const old = await site.attempt(hong, await site.codeFor(hong));
      assert.equal(old.body.code, 'code-expired');
      site.now += 240_000;
      assert.equal((await site.attempt(hong, code)).body.code, 'code-replayed');
      assert.equal((await site.attempt(hong, await site.codeFor(hong))).body.code, 'verified');
    });
  });
}
