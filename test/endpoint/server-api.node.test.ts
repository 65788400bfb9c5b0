/** What the servers of sites, of the app and of the identity service may do, and what is recorded. */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {LogEntry} from '../../endpoint/log.ts';
import {MemoryStore} from '../../endpoint/store/memory.ts';
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

/** The connecting information (CI) of a person. */
const CI = 'the-connecting-information-of-hong';

function summarize({status, body}: SiteResponse) {
  return [status, body.code];
}

for (const {name, skipReason, open} of STORES) {
  describe(`the servers' API, store: ${name}`, {skip: skipReason ?? false}, () => {
    let store: Store;
    let site: TestSite;
    let trainees = 0;

    before(async () => {
      store = await open();
      site = await TestSite.create(store, {getClientAddress: () => '192.0.2.7'});
    });

    after(() => store.close());

    async function newTrainee(person: Person = HONG): Promise<string> {
      const subject = `trainee-${++trainees}`;
      await site.register(subject, person);
      site.now += 1;
      return subject;
    }

    async function lockAccount(subject: string): Promise<void> {
      for (let i = 0; i < 5; i++) await site.attempt(subject, WRONG_CODE);
      assert.equal(await statusOf(subject), 'locked');
      site.now += 1;
    }

    async function statusOf(subject: string): Promise<string> {
      return (await site.get('/status', subject)).body.code;
    }

    async function auditOf(subject: string, secret: string = institute) {
      const {body} = await site.getAs(`/audit?subject=${subject}`, secret);
      return body['lines'] as readonly Record<string, unknown>[];
    }

    function reset(subject: string, reference: string, secret: string, more = {}) {
      return site.postAs('/registrations/reset', {subject, reference, ...more}, secret);
    }

    describe('a repeated number', () => {
      it('of a report changes nothing for the same trainee', async () => {
        const hong = await newTrainee();
        await lockAccount(hong);
        const transactionId = `again-${hong}`;
        for (let i = 0; i < 2; i++) {
          assert.deepEqual(summarize(await site.reportIdentity(hong, {transactionId})), [
            200,
            'released',
          ]);
        }
        const released = (await auditOf(hong)).filter(({what}) => what === 'phone-identity');
        assert.equal(released.length, 1);
      });
      it('of a report is refused for another trainee, site or method', async () => {
        const [hong, kim] = [
          await newTrainee({...HONG, ci: CI}),
          await newTrainee({...HONG, ci: CI}),
        ];
        const transactionId = `of-${hong}`;
        await site.reportIdentity(hong, {transactionId});
        await lockAccount(kim);
        for (const [subject, more] of [
          [kim, {}],
          [hong, {site: 'other'}],
          [hong, {method: 'i-pin', ci: CI}],
        ] as const) {
          const response = await site.reportIdentity(subject, {transactionId, ...more});
          assert.deepEqual(summarize(response), [409, 'reference-used']);
        }
        assert.equal(await statusOf(kim), 'locked');
      });
      it('of a reset is refused for another trainee', async () => {
        const [hong, kim] = [await newTrainee(), await newTrainee()];
        const reference = `of-${hong}`;
        assert.deepEqual(summarize(await reset(hong, reference, institute)), [200, 'reset']);
        assert.deepEqual(summarize(await reset(hong, reference, institute)), [200, 'reset']);
        assert.deepEqual(summarize(await reset(kim, reference, institute)), [
          409,
          'reference-used',
        ]);
        assert.equal(await statusOf(kim), 'ready');
      });
    });

    describe('a report', () => {
      for (const [when, shift] of [
        ['from before the lock', -2],
        ['from 10 minutes ago', -600_000],
        ['from the future', 120_000],
      ] as const) {
        it(`${when} ends no lock`, async () => {
          const hong = await newTrainee();
          await lockAccount(hong);
          const response = await site.reportIdentity(hong, {verifiedAt: site.now + shift});
          assert.deepEqual(summarize(response), [409, 'report-outdated']);
          assert.equal(await statusOf(hong), 'locked');
        });
      }
      for (const [who, report] of [
        ['with another phone', {phone: '01099998888'}],
        ['without a phone', {phone: undefined}],
        ['by i-PIN without connecting information', {method: 'i-pin'}],
        ['by i-PIN of a person with the same name', {method: 'i-pin', ci: 'of-another-hong'}],
        ['with the phone but another person’s connecting information', {ci: 'of-another-hong'}],
      ] as const) {
        it(`${who} ends no lock`, async () => {
          const hong = await newTrainee({...HONG, ci: CI});
          await lockAccount(hong);
          const response = await site.reportIdentity(hong, report);
          assert.deepEqual(summarize(response), [409, 'identity-mismatch']);
          assert.equal(await statusOf(hong), 'locked');
        });
      }
      it('by i-PIN of the registered person ends a lock', async () => {
        const hong = await newTrainee({...HONG, ci: CI});
        await lockAccount(hong);
        const response = await site.reportIdentity(hong, {
          method: 'i-pin',
          ci: CI,
          phone: undefined,
        });
        assert.deepEqual(summarize(response), [200, 'released']);
      });
      it('that is refused is in the audit trail, with reason, site and address', async () => {
        const hong = await newTrainee();
        await lockAccount(hong);
        await site.reportIdentity(hong, {name: '김철수'});
        const line = (await auditOf(hong)).at(-1);
        assert.deepEqual(
          [line?.['what'], line?.['reason'], line?.['site'], line?.['address'], line?.['by']],
          ['report-refused', 'identity-mismatch', 'institute', '192.0.2.7', 'identity-service'],
        );
      });
    });

    describe('an attempt', () => {
      it('is in the audit trail with address and site', async () => {
        const hong = await newTrainee();
        await site.attempt(hong, WRONG_CODE);
        const line = (await auditOf(hong)).at(-1);
        assert.deepEqual(
          [line?.['what'], line?.['site'], line?.['address']],
          ['code-mismatch', 'institute', '192.0.2.7'],
        );
      });
      it('on a locked account is in the audit trail, once a minute', async () => {
        const hong = await newTrainee();
        await lockAccount(hong);
        const refused = async () =>
          (await auditOf(hong)).filter(({what}) => what === 'attempt-refused');
        const earlier = (await refused()).length;
        site.now += 60_000;
        for (let i = 0; i < 3; i++) await site.attempt(hong, WRONG_CODE);
        const lines = await refused();
        assert.equal(lines.length, earlier + 1);
        const last = lines.at(-1);
        assert.deepEqual(
          [last?.['reason'], last?.['site'], last?.['address'], last?.['by']],
          ['locked', 'institute', '192.0.2.7', 'trainee of institute'],
        );
      });
      it('with differing identities is in the audit trail', async () => {
        const hong = await newTrainee();
        const ticket = await site.issueTicket(hong, {...HONG, name: '김철수'});
        const response = await site.post({code: WRONG_CODE, ticket}, createIdempotencyKey());
        assert.equal(response.body.code, 'identity-mismatch');
        const line = (await auditOf(hong)).at(-1);
        assert.deepEqual(
          [line?.['what'], line?.['reason']],
          ['attempt-refused', 'identity-mismatch'],
        );
      });
    });

    describe('a subject', () => {
      it('belongs to its site: another site neither reads, locks, resets nor checks it', async () => {
        const hong = await newTrainee();
        const ticket = await site.postAs('/tickets', {subject: hong, occasion: 'exam'}, other);
        for (let i = 0; i < 6; i++) {
          const attempt = {code: WRONG_CODE, occasion: 'exam', ticket: ticket.body['ticket']};
          assert.equal((await site.post(attempt)).body.code, 'not-registered');
        }
        assert.equal(await statusOf(hong), 'ready');
        await reset(hong, `other-${hong}`, other);
        assert.equal(await statusOf(hong), 'ready');
        const what = (await auditOf(hong, other)).map((line) => line['what']);
        assert.deepEqual(what, ['reset']);
        const {body} = await site.attempt(hong, await site.codeFor(hong));
        const path = `/verifications/${String(body['verificationId'])}?subject=${hong}`;
        const checked = await site.getAs(`${path}&occasion=enrollment`, other);
        assert.deepEqual(summarize(checked), [404, 'receipt-unknown']);
      });
      it('of another site can’t be reset by naming that site', async () => {
        const hong = await newTrainee();
        const response = await reset(hong, `named-${hong}`, other, {site: 'institute'});
        assert.deepEqual(summarize(response), [403, 'forbidden']);
        assert.equal(await statusOf(hong), 'ready');
      });
      it('has the same name at two sites without being the same trainee', async () => {
        const hong = await newTrainee();
        const body = {site: 'other', subject: hong, ...HONG, consent: true};
        const issued = await site.postAs('/registrations', body, SECRETS.app);
        assert.equal(issued.status, 201);
        assert.equal((await site.attempt(hong, await site.codeFor(hong))).body.code, 'verified');
      });
      it('must be named with its site by the app', async () => {
        const response = await reset('hong', 'no-site', SECRETS.app);
        assert.deepEqual([response.status, response.body['errors']], [400, ['site']]);
      });
    });

    describe('a registration on a new device', () => {
      it('leaves the device before until it has confirmed a code', async () => {
        const hong = await newTrainee();
        const old = await site.codeFor(hong);
        const issued = await site.issueRegistration(hong);
        assert.equal((await site.attempt(hong, old)).body.code, 'verified');
        const confirmed = await site.confirmRegistration(hong, issued);
        assert.deepEqual(summarize(confirmed), [200, 'registered']);
        site.now += 60_000;
        const later = await site.codeFor(hong);
        assert.equal((await site.attempt(hong, later)).body.code, 'code-mismatch');
      });
      it('does not end a lock before it is confirmed', async () => {
        const hong = await newTrainee();
        await lockAccount(hong);
        const issued = await site.issueRegistration(hong);
        assert.equal(await statusOf(hong), 'locked');
        await site.confirmRegistration(hong, issued);
        assert.equal(await statusOf(hong), 'ready');
      });
      it('is not confirmed by a wrong code, and says so in the audit trail', async () => {
        const hong = await newTrainee();
        const issued = await site.issueRegistration(hong);
        const refused = await site.confirmRegistration(hong, issued, WRONG_CODE);
        assert.deepEqual(summarize(refused), [422, 'code-mismatch']);
        const line = (await auditOf(hong)).at(-1);
        assert.deepEqual(
          [line?.['what'], line?.['reason']],
          ['confirmation-refused', 'code-mismatch'],
        );
        assert.equal((await site.attempt(hong, await site.codeFor(hong))).body.code, 'verified');
      });
      it('is confirmed once, and a repeated confirmation changes nothing', async () => {
        const hong = await newTrainee();
        const issued = await site.issueRegistration(hong);
        await site.confirmRegistration(hong, issued);
        await site.attempt(hong, WRONG_CODE);
        const again = await site.confirmRegistration(hong, issued);
        assert.deepEqual(summarize(again), [200, 'registered']);
        assert.equal((await site.get('/status', hong)).body['failures'], 1);
      });
      it('expires after 10 minutes, and when another device asks', async () => {
        const hong = await newTrainee();
        const first = await site.issueRegistration(hong);
        const second = await site.issueRegistration(hong);
        const replaced = await site.confirmRegistration(hong, first);
        assert.deepEqual(summarize(replaced), [409, 'device-unknown']);
        site.now += 600_000;
        const late = await site.confirmRegistration(hong, second);
        assert.deepEqual(summarize(late), [409, 'device-unknown']);
      });
    });
  });
}

describe('a wrong secret of a server', () => {
  it('is logged, and limited by address without shutting out the right one', async () => {
    const entries: LogEntry[] = [];
    let address = '192.0.2.1';
    const site = await TestSite.create(new MemoryStore(), {
      log: (entry) => entries.push(entry),
      getClientAddress: () => address,
    });
    const codes: string[] = [];
    for (let i = 0; i < 12; i++) {
      codes.push((await site.getAs('/audit?subject=hong', `guess-${i}`)).body.code);
    }
    assert.deepEqual(codes, [...Array(10).fill('forbidden'), 'rate-limited', 'rate-limited']);
    const refused = entries.filter(({event}) => event === 'secret-refused');
    assert.equal(refused.length, 10);
    assert(refused.every((entry) => entry.event === 'secret-refused' && entry.address === address));
    assert.equal((await site.getAs('/audit?subject=hong', institute)).status, 200);
    address = '192.0.2.2';
    assert.equal((await site.getAs('/audit?subject=hong', 'guess')).body.code, 'forbidden');
  });
});
