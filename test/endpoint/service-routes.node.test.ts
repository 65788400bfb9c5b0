import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Identity} from '../../endpoint/identity.ts';
import {purge} from '../../endpoint/retention.ts';
import type {Store} from '../../endpoint/store/store.ts';
import {createIdempotencyKey} from '../../src/transport/idempotency-key.ts';
import {HONG, SECRETS, TestSite, WRONG_CODE, type SiteResponse} from './harness/site.ts';
import {STORES} from './harness/stores.ts';

const {institute, other} = SECRETS.sites;

for (const {name, missing, open} of STORES) {
  describe(`the door for servers, with the store in ${name}`, {skip: missing ?? false}, () => {
    let store: Store;
    let site: TestSite;
    let trainees = 0;

    before(async () => {
      store = await open();
      site = await TestSite.create(store);
    });

    after(() => store.close());

    async function newTrainee(identity: Identity = HONG): Promise<string> {
      const subject = `trainee-${++trainees}`;
      await site.register(subject, identity);
      site.now += 1;
      return subject;
    }

    async function locks(subject: string): Promise<void> {
      for (let i = 0; i < 5; i++) {
        await site.attempt(subject, WRONG_CODE);
        site.now += 1;
      }
      assert.equal((await site.get('/status', subject)).body.code, 'locked');
    }

    async function verifies(subject: string): Promise<string> {
      const {body} = await site.attempt(subject, await site.codeFor(subject));
      assert.equal(body.code, 'verified');
      return String(body['verificationId']);
    }

    function checks(id: string, subject: string, secret: string = institute, mark?: string) {
      const path = `/verifications/${id}?subject=${subject}&occasion=enrollment`;
      return site.getAs(path, secret, mark ? {'Idempotency-Key': mark} : {});
    }

    describe('the app', () => {
      it('registers a device after consent, and gets what makes its codes', async () => {
        const {status, body} = await site.register('hong');
        assert.equal(status, 201);
        assert.deepEqual([body.code, body['digits'], body['period']], ['registered', 6, 60]);
        assert.match(String(body['secret']), /^[A-Z2-7]{32}$/);
      });
      it('registers nobody without consent (manual: 개인정보 수집 동의)', async () => {
        for (const consent of [{}, {consent: false}, {consent: 'yes'}]) {
          const body = {subject: 'unasked', ...HONG, ...consent};
          const said = await site.postAs('/registrations', body, SECRETS.app);
          assert.deepEqual([said.status, said.body['errors']], [400, ['consent']]);
        }
        assert.equal((await site.attempt('unasked', WRONG_CODE)).body.code, 'not-registered');
      });
      it('ends the device before with a new one, and its failures (manual: 1인 1기기)', async () => {
        const hong = await newTrainee();
        await locks(hong);
        const oldCode = await site.codeFor(hong);
        await site.register(hong);
        assert.equal((await site.attempt(hong, oldCode)).body['failures'], 1);
        await verifies(hong);
      });
      it('ends its registration by a reset: no code counts until a new issue', async () => {
        const hong = await newTrainee();
        const body = {subject: hong, reference: '1'};
        const said = await site.postAs('/registrations/reset', body, SECRETS.app);
        assert.deepEqual([said.status, said.body.code], [200, 'reset']);
        const tried = await site.attempt(hong, await site.codeFor(hong));
        assert.equal(tried.body.code, 'not-registered');
        await site.register(hong);
        // The same reset told again must not end the new device.
        await site.postAs('/registrations/reset', body, SECRETS.app);
        await verifies(hong);
      });
    });

    describe('the identity service', () => {
      it('ends a lock by phone or i-PIN (manual: 휴대폰 본인인증 후 다시 사용)', async () => {
        for (const method of ['phone-identity', 'i-pin']) {
          const hong = await newTrainee();
          await locks(hong);
          const said = await site.reportIdentity(hong, {method});
          assert.deepEqual([said.status, said.body.code], [200, 'released']);
          assert.equal((await site.get('/status', hong)).body['failures'], 0);
          await verifies(hong);
        }
      });
      it('ends no later lock by a report told twice', async () => {
        const hong = await newTrainee();
        await locks(hong);
        await site.reportIdentity(hong, {transactionId: `once-${hong}`});
        await locks(hong);
        await site.reportIdentity(hong, {transactionId: `once-${hong}`});
        assert.equal((await site.get('/status', hong)).body.code, 'locked');
      });
      it('opens nobody’s account by another’s name; blanks and form do not matter', async () => {
        const hong = await newTrainee({...HONG, name: '홍 길동'});
        await locks(hong);
        const kim = await site.reportIdentity(hong, {name: '김철수'});
        assert.deepEqual([kim.status, kim.body.code], [409, 'identity-mismatch']);
        assert.equal((await site.get('/status', hong)).body.code, 'locked');
        const said = await site.reportIdentity(hong, {name: '홍길동'.normalize('NFD')});
        assert.equal(said.body.code, 'released');
      });
      it('hears who is not known', async () => {
        const said = await site.reportIdentity('stranger');
        assert.deepEqual([said.status, said.body.code], [409, 'not-registered']);
      });
    });

    describe('a site', () => {
      it('checks a receipt once', async () => {
        const hong = await newTrainee();
        const id = await verifies(hong);
        const {status, body} = await checks(id, hong);
        assert.deepEqual([status, body.code], [200, 'valid']);
        assert.deepEqual([body['subject'], body['occasion']], [hong, 'enrollment']);
        const again = await checks(id, hong);
        assert.deepEqual([again.status, again.body.code], [409, 'receipt-used']);
      });
      it('gets the same answer again for the same check, so that none is lost', async () => {
        const hong = await newTrainee();
        const id = await verifies(hong);
        const first = await checks(id, hong, institute, 'check-1');
        assert.deepEqual((await checks(id, hong, institute, 'check-1')).body, first.body);
        assert.equal((await checks(id, hong, institute, 'check-2')).body.code, 'receipt-used');
      });
      it('gets it once of 50 checks at the same time', async () => {
        const hong = await newTrainee();
        const id = await verifies(hong);
        const all = await Promise.all(Array.from({length: 50}, () => checks(id, hong)));
        assert.equal(all.filter(({body}) => body.code === 'valid').length, 1);
      });
      it('learns nothing of another subject’s, occasion’s or site’s receipt, nor uses it up', async () => {
        const [hong, kim] = [await newTrainee(), await newTrainee()];
        const id = await verifies(hong);
        const path = `/verifications/${id}?subject=${hong}`;
        const wrong: SiteResponse[] = [
          await checks(id, kim),
          await site.getAs(`${path}&occasion=exam`, institute),
          await checks(id, hong, other),
          await checks('made-up', hong),
        ];
        for (const {status, body} of wrong) {
          assert.deepEqual([status, body.code], [404, 'receipt-unknown']);
        }
        assert.equal((await checks(id, hong)).body.code, 'valid');
      });
      it('finds a receipt out of date after 10 minutes', async () => {
        const hong = await newTrainee();
        const id = await verifies(hong);
        site.now += 600_000;
        assert.equal((await checks(id, hong)).body.code, 'receipt-unknown');
      });
      it('reads the audit trail of a trainee, in UTC and in Korean time', async () => {
        const hong = await newTrainee();
        const began = new Date(site.now - 1).toISOString();
        await locks(hong);
        await site.attempt(hong, WRONG_CODE);
        await site.reportIdentity(hong);
        site.now += 1;
        const unit = {code: await site.codeFor(hong), ticket: await site.ticket(hong), unit: 9};
        const {body: verified} = await site.post({...unit, occasion: 'lesson'});
        const id = String(verified['verificationId']);
        await site.getAs(`/verifications/${id}?subject=${hong}&occasion=lesson`, institute);
        const {body} = await site.getAs(`/audit?subject=${hong}`, institute);
        const lines = body['lines'] as Record<string, unknown>[];
        assert.deepEqual(
          lines.map(({what}) => what),
          [
            'issued',
            ...Array<string>(4).fill('code-mismatch'),
            'locked',
            'phone-identity',
            'verified',
            'receipt-checked',
          ],
        );
        assert.equal(lines[0]?.['at'], began);
        assert.match(String(lines[0]?.['korea']), /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d KST$/);
        assert.deepEqual([lines[7]?.['occasion'], lines[7]?.['unit']], ['lesson', 9]);
      });
      it('gets a ticket that only the endpoint can read', async () => {
        const ticket = await site.ticket('hong', HONG);
        assert(ticket.length <= 512);
        assert(!atob(ticket.replaceAll('-', '+').replaceAll('_', '/')).includes('hong'));
        const changed = `${ticket.slice(0, 40)}${ticket[40] === 'A' ? 'B' : 'A'}${ticket.slice(41)}`;
        const said = await site.post({code: WRONG_CODE, ticket: changed});
        assert.deepEqual([said.status, said.body.code], [403, 'ticket-invalid']);
      });
      it('gets tickets that end after four hours', async () => {
        const hong = await newTrainee();
        const ticket = await site.ticket(hong);
        site.now += 4 * 3_600_000;
        assert.equal((await site.post({code: WRONG_CODE, ticket})).body.code, 'ticket-invalid');
      });
    });

    it('is shut to whoever does not show the secret of the party that may', async () => {
      const report = {subject: 'hong'};
      const tries = [
        await site.postAs('/registrations', report, institute),
        await site.postAs('/identity-reports', report, SECRETS.app),
        await site.postAs('/tickets', report, SECRETS.identityService),
        await site.postAs('/tickets', report, 'made-up'),
        await site.getAs('/audit?subject=hong', SECRETS.app),
        await site.send('/audit?subject=hong', {}),
      ];
      for (const {status, body} of tries) {
        assert.deepEqual([status, body.code], [403, 'forbidden']);
      }
    });
    it('ends what was kept long enough, and nothing else', async () => {
      const hong = await newTrainee();
      const [old, fresh] = [createIdempotencyKey(), createIdempotencyKey()];
      await site.attempt(hong, WRONG_CODE, old);
      site.now += 1000;
      const year = site.now;
      site.now += 1;
      await site.attempt(hong, WRONG_CODE, fresh);
      assert((await purge(site.endpoint, site.now - year)) > 0);
      assert.equal((await site.get(`/attempts/${old}`, hong)).body.code, 'attempt-unknown');
      assert.equal((await site.get(`/attempts/${fresh}`, hong)).body.code, 'code-mismatch');
      assert.equal(await purge(site.endpoint, site.now - year), 0);
    });
  });
}
