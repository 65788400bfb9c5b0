import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {purge} from '../../endpoint/retention.ts';
import type {Store} from '../../endpoint/store/store.ts';
import {createIdempotencyKey} from '../../src/transport/idempotency-key.ts';
import {
  HONG,
  SECRETS,
  TestSite,
  WRONG_CODE,
  type Person,
  type SiteResponse,
} from './harness/site.ts';
import {STORES} from './harness/stores.ts';

const {institute, other} = SECRETS.sites;

for (const {name, skipReason, open} of STORES) {
  describe(`the routes for servers, store: ${name}`, {skip: skipReason ?? false}, () => {
    let store: Store;
    let site: TestSite;
    let trainees = 0;

    before(async () => {
      store = await open();
      site = await TestSite.create(store);
    });

    after(() => store.close());

    async function newTrainee(person: Person = HONG): Promise<string> {
      const subject = `trainee-${++trainees}`;
      await site.register(subject, person);
      site.now += 1;
      return subject;
    }

    async function lockAccount(subject: string): Promise<void> {
      for (let i = 0; i < 5; i++) {
        await site.attempt(subject, WRONG_CODE);
        site.now += 1;
      }
      assert.equal((await site.get('/status', subject)).body.code, 'locked');
    }

    async function verifyCode(subject: string): Promise<string> {
      const {body} = await site.attempt(subject, await site.codeFor(subject));
      assert.equal(body.code, 'verified');
      return String(body['verificationId']);
    }

    function redeem(id: string, subject: string, secret: string = institute, key?: string) {
      const path = `/verifications/${id}?subject=${subject}&occasion=enrollment`;
      return site.getAs(path, secret, key ? {'Idempotency-Key': key} : {});
    }

    describe('the app', () => {
      it('registers a device after consent, and gets the seed of its codes', async () => {
        const {status, body} = await site.register('hong');
        assert.equal(status, 201);
        assert.deepEqual([body.code, body['digits'], body['period']], ['pending', 6, 60]);
        assert.match(String(body['secret']), /^[A-Z2-7]{32}$/);
      });
      it('registers nobody without consent (manual: 개인정보 수집 동의)', async () => {
        for (const consent of [{}, {consent: false}, {consent: 'yes'}]) {
          const body = {site: 'institute', subject: 'no-consent', ...HONG, ...consent};
          const response = await site.postAs('/registrations', body, SECRETS.app);
          assert.deepEqual([response.status, response.body['errors']], [400, ['consent']]);
        }
        assert.equal((await site.attempt('no-consent', WRONG_CODE)).body.code, 'not-registered');
      });
      it('ends the registration and the failures of the device before (manual: 1인 1기기)', async () => {
        const hong = await newTrainee();
        await lockAccount(hong);
        const oldCode = await site.codeFor(hong);
        await site.register(hong);
        assert.equal((await site.attempt(hong, oldCode)).body['failures'], 1);
        await verifyCode(hong);
      });
      it('resets a registration: no code counts until a new one is issued', async () => {
        const hong = await newTrainee();
        const body = {site: 'institute', subject: hong, reference: `reset-${hong}`};
        const response = await site.postAs('/registrations/reset', body, SECRETS.app);
        assert.deepEqual([response.status, response.body.code], [200, 'reset']);
        const attempt = await site.attempt(hong, await site.codeFor(hong));
        assert.equal(attempt.body.code, 'not-registered');
        await site.register(hong);
        // A repeated reset must not end the new registration.
        await site.postAs('/registrations/reset', body, SECRETS.app);
        await verifyCode(hong);
      });
    });

    describe('the identity service', () => {
      it('ends a lock after a phone or i-PIN verification (manual: 휴대폰 본인인증 후 다시 사용)', async () => {
        for (const method of ['phone-identity', 'i-pin']) {
          const ci = 'the-connecting-information-of-hong';
          const hong = await newTrainee({...HONG, ci});
          await lockAccount(hong);
          const response = await site.reportIdentity(hong, {method, ci});
          assert.deepEqual([response.status, response.body.code], [200, 'released']);
          assert.equal((await site.get('/status', hong)).body['failures'], 0);
          await verifyCode(hong);
        }
      });
      it('does not end a later lock by a repeated report', async () => {
        const hong = await newTrainee();
        await lockAccount(hong);
        await site.reportIdentity(hong, {transactionId: `once-${hong}`});
        await lockAccount(hong);
        await site.reportIdentity(hong, {transactionId: `once-${hong}`});
        assert.equal((await site.get('/status', hong)).body.code, 'locked');
      });
      it('unlocks no account with another name, ignoring blanks and Unicode form', async () => {
        const hong = await newTrainee({...HONG, name: '홍 길동'});
        await lockAccount(hong);
        const kim = await site.reportIdentity(hong, {name: '김철수'});
        assert.deepEqual([kim.status, kim.body.code], [409, 'identity-mismatch']);
        assert.equal((await site.get('/status', hong)).body.code, 'locked');
        const response = await site.reportIdentity(hong, {name: '홍길동'.normalize('NFD')});
        assert.equal(response.body.code, 'released');
      });
      it('reports a trainee who is not registered', async () => {
        const response = await site.reportIdentity('stranger');
        assert.deepEqual([response.status, response.body.code], [409, 'not-registered']);
      });
    });

    describe('a site', () => {
      it('redeems a receipt once', async () => {
        const hong = await newTrainee();
        const id = await verifyCode(hong);
        const {status, body} = await redeem(id, hong);
        assert.deepEqual([status, body.code], [200, 'valid']);
        assert.deepEqual([body['subject'], body['occasion']], [hong, 'enrollment']);
        const again = await redeem(id, hong);
        assert.deepEqual([again.status, again.body.code], [409, 'receipt-used']);
      });
      it('gets the same response for a repeated request', async () => {
        const hong = await newTrainee();
        const id = await verifyCode(hong);
        const first = await redeem(id, hong, institute, 'request-1');
        assert.deepEqual((await redeem(id, hong, institute, 'request-1')).body, first.body);
        assert.equal((await redeem(id, hong, institute, 'request-2')).body.code, 'receipt-used');
      });
      it('redeems a receipt once in 50 parallel requests', async () => {
        const hong = await newTrainee();
        const id = await verifyCode(hong);
        const all = await Promise.all(Array.from({length: 50}, () => redeem(id, hong)));
        assert.equal(all.filter(({body}) => body.code === 'valid').length, 1);
      });
      it('neither reads nor uses up the receipt of another subject, occasion or site', async () => {
        const [hong, kim] = [await newTrainee(), await newTrainee()];
        const id = await verifyCode(hong);
        const path = `/verifications/${id}?subject=${hong}`;
        const responses: SiteResponse[] = [
          await redeem(id, kim),
          await site.getAs(`${path}&occasion=exam`, institute),
          await redeem(id, hong, other),
          await redeem('made-up', hong),
        ];
        for (const {status, body} of responses) {
          assert.deepEqual([status, body.code], [404, 'receipt-unknown']);
        }
        assert.equal((await redeem(id, hong)).body.code, 'valid');
      });
      it('can’t redeem a receipt after 10 minutes', async () => {
        const hong = await newTrainee();
        const id = await verifyCode(hong);
        site.now += 600_000;
        assert.equal((await redeem(id, hong)).body.code, 'receipt-unknown');
      });
      it('reads the audit trail of a trainee, in UTC and in Korean time', async () => {
        const hong = await newTrainee();
        const registeredAt = new Date(site.now - 1).toISOString();
        await lockAccount(hong);
        await site.attempt(hong, WRONG_CODE);
        await site.reportIdentity(hong);
        site.now += 1;
        const unit = {
          code: await site.codeFor(hong),
          ticket: await site.issueTicket(hong, undefined, 'lesson'),
          unit: 9,
        };
        const {body: verified} = await site.post({...unit, occasion: 'lesson'});
        const id = String(verified['verificationId']);
        await site.getAs(`/verifications/${id}?subject=${hong}&occasion=lesson`, institute);
        const {body} = await site.getAs(`/audit?subject=${hong}`, institute);
        const lines = body['lines'] as Record<string, unknown>[];
        assert.deepEqual(
          lines.map(({what}) => what),
          [
            'issued',
            'confirmed',
            ...Array<string>(4).fill('code-mismatch'),
            'locked',
            'attempt-refused',
            'phone-identity',
            'verified',
            'receipt-checked',
          ],
        );
        assert.equal(lines[0]?.['at'], registeredAt);
        assert.match(String(lines[0]?.['korea']), /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d KST$/);
        assert.deepEqual([lines[9]?.['occasion'], lines[9]?.['unit']], ['lesson', 9]);
      });
      it('gets a ticket that only the endpoint can read', async () => {
        const ticket = await site.issueTicket('hong', HONG);
        assert(ticket.length <= 512);
        assert(!atob(ticket.replaceAll('-', '+').replaceAll('_', '/')).includes('hong'));
        const changed = `${ticket.slice(0, 40)}${ticket[40] === 'A' ? 'B' : 'A'}${ticket.slice(41)}`;
        const response = await site.post({code: WRONG_CODE, ticket: changed});
        assert.deepEqual([response.status, response.body.code], [403, 'ticket-invalid']);
      });
      it('gets tickets that expire after four hours', async () => {
        const hong = await newTrainee();
        const ticket = await site.issueTicket(hong);
        site.now += 4 * 3_600_000;
        assert.equal((await site.post({code: WRONG_CODE, ticket})).body.code, 'ticket-invalid');
      });
    });

    it('reject every caller without the secret of an allowed server', async () => {
      const report = {subject: 'hong'};
      const responses = [
        await site.postAs('/registrations', report, institute),
        await site.postAs('/identity-reports', report, SECRETS.app),
        await site.postAs('/tickets', report, SECRETS.identityService),
        await site.postAs('/tickets', report, 'made-up'),
        await site.getAs('/audit?subject=hong', SECRETS.app),
        await site.send('/audit?subject=hong', {}),
      ];
      for (const {status, body} of responses) {
        assert.deepEqual([status, body.code], [403, 'forbidden']);
      }
    });
    it('reject a NUL character in the path or the query, before the store sees it', async () => {
      const headers = {'Motp-Ticket': await site.issueTicket('hong')};
      const responses = [
        await site.getAs('/verifications/%00?subject=hong&occasion=exam', institute),
        await site.getAs('/verifications/a%00b?subject=hong&occasion=exam', institute),
        await site.getAs('/audit?subject=hong%00', institute),
        await site.send('/attempts/%00', {headers}),
        await site.send('/%00', {}),
      ];
      for (const {status, body} of responses) {
        assert.deepEqual([status, body.code, body['counted']], [400, 'invalid-request', false]);
      }
    });
    it('delete what is older than the retention period, and nothing else', async () => {
      const hong = await newTrainee();
      const [old, fresh] = [createIdempotencyKey(), createIdempotencyKey()];
      await site.attempt(hong, WRONG_CODE, old);
      site.now += 1000;
      const year = site.now;
      site.now += 1;
      await site.attempt(hong, WRONG_CODE, fresh);
      assert((await purge(site.context, site.now - year)) > 0);
      assert.equal((await site.get(`/attempts/${old}`, hong)).body.code, 'attempt-unknown');
      assert.equal((await site.get(`/attempts/${fresh}`, hong)).body.code, 'code-mismatch');
      assert.equal(await purge(site.context, site.now - year), 0);
    });
  });
}
