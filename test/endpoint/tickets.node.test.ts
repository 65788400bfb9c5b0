/** Tickets: for one trainee, one occasion and one site, until the site revokes them. */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Store} from '../../endpoint/store/store.ts';
import {ticketAuth} from '../../endpoint/tickets.ts';
import {createIdempotencyKey} from '../../src/transport/idempotency-key.ts';
import {idOf, SECRETS, TestSite, WRONG_CODE, type SiteResponse} from './harness/site.ts';
import {STORES} from './harness/stores.ts';

const {institute, other} = SECRETS.sites;

for (const {name, skipReason, open} of STORES) {
  describe(`a ticket, store: ${name}`, {skip: skipReason ?? false}, () => {
    let store: Store;
    let site: TestSite;
    let trainees = 0;

    before(async () => {
      store = await open();
      site = await TestSite.create(store);
    });

    after(() => store.close());

    async function newTrainee(): Promise<string> {
      const subject = `trainee-${++trainees}`;
      await site.register(subject);
      site.now += 1;
      return subject;
    }

    /** Issues a ticket. @returns its id and its text */
    async function issue(subject: string, secret: string = institute) {
      const body = {subject, occasion: 'enrollment'};
      const response = await site.postAs('/tickets', body, secret);
      return {id: String(response.body['id']), ticket: String(response.body['ticket'])};
    }

    function revoke(id: string, secret: string = institute): Promise<SiteResponse> {
      const headers = {Authorization: `Bearer ${secret}`};
      return site.send(`/tickets/${id}`, {method: 'DELETE', headers});
    }

    it('can be replaced by a new one after a reload: the key gets the same response', async () => {
      const hong = await newTrainee();
      const [first, second] = [await issue(hong), await issue(hong)];
      assert.notEqual(first.ticket, second.ticket);
      for (const code of [WRONG_CODE, await site.codeFor(hong)]) {
        const key = createIdempotencyKey();
        const original = await site.post({code, ticket: first.ticket}, key);
        site.now += 1;
        const replayed = await site.post({code, ticket: second.ticket}, key);
        assert.deepEqual([replayed.status, replayed.body], [original.status, original.body]);
        assert.equal(replayed.headers.get('Idempotency-Replayed'), 'true');
      }
      const {recentFailures} = (await store.read((tx) => tx.getAccount(idOf(hong), 0))) ?? {};
      assert.equal(recentFailures, 1);
    });
    it('does not change whose key it is', async () => {
      const [hong, kim] = [await newTrainee(), await newTrainee()];
      const key = createIdempotencyKey();
      await site.post({code: WRONG_CODE, ticket: (await issue(hong)).ticket}, key);
      const asKim = await site.post({code: WRONG_CODE, ticket: (await issue(kim)).ticket}, key);
      assert.deepEqual([asKim.body.code, asKim.body['failures']], ['code-mismatch', 1]);
      assert.equal(asKim.headers.get('Idempotency-Replayed'), null);
    });
    it('of another site is for another trainee', async () => {
      const hong = await newTrainee();
      const key = createIdempotencyKey();
      await site.post({code: WRONG_CODE, ticket: (await issue(hong)).ticket}, key);
      const {ticket} = await issue(hong, other);
      assert.equal((await site.post({code: WRONG_CODE, ticket}, key)).body.code, 'not-registered');
    });
    it('counts for its own occasion only', async () => {
      const hong = await newTrainee();
      const {ticket} = await issue(hong);
      const code = await site.codeFor(hong);
      const exam = await site.post({code, ticket, occasion: 'exam'});
      const {status, body} = exam;
      assert.deepEqual([status, body.code, body['counted']], [403, 'ticket-invalid', false]);
      assert.equal((await site.post({code, ticket})).body.code, 'verified');
    });
    it('requires an occasion', async () => {
      const {status, body} = await site.postAs('/tickets', {subject: 'hong'}, institute);
      assert.deepEqual([status, body['errors']], [400, ['occasion']]);
    });
    it('that its site has revoked is refused by every route and process', async () => {
      const hong = await newTrainee();
      const [revoked, kept] = [await issue(hong), await issue(hong)];
      const elsewhere = await TestSite.create(store);
      const get = (where: TestSite, path: string) =>
        where.send(path, {headers: {'Motp-Ticket': revoked.ticket}});
      assert.equal((await get(elsewhere, '/status')).body.code, 'ready');
      for (let i = 0; i < 2; i++) {
        const {status, body} = await revoke(revoked.id);
        assert.deepEqual([status, body.code], [200, 'revoked']);
      }
      // Another process reads the list once a second.
      elsewhere.now = site.now + 1000;
      for (const where of [site, elsewhere]) {
        const attempt = await where.post({code: WRONG_CODE, ticket: revoked.ticket});
        assert.deepEqual([attempt.status, attempt.body.code], [403, 'ticket-invalid']);
        assert.equal((await get(where, '/status')).body.code, 'ticket-invalid');
        const path = `/attempts/${createIdempotencyKey()}`;
        assert.equal((await get(where, path)).body.code, 'ticket-invalid');
      }
      const attempt = await site.post({code: WRONG_CODE, ticket: kept.ticket});
      assert.deepEqual([attempt.body.code, attempt.body['failures']], ['code-mismatch', 1]);
    });
    it('stays revoked until it expires', async () => {
      const {id, ticket} = await issue(await newTrainee());
      site.now += 3_600_000;
      await revoke(id);
      for (const later of [1000, 3_600_000, 6_000_000]) {
        site.now += later;
        for (const where of [site, await TestSite.create(store)]) {
          where.now = site.now;
          assert.equal((await where.post({code: WRONG_CODE, ticket})).body.code, 'ticket-invalid');
        }
      }
    });
    it('can’t be revoked by another site, the app or a page', async () => {
      const hong = await newTrainee();
      const {id, ticket} = await issue(hong);
      assert.equal((await revoke(id, other)).status, 200);
      assert.equal((await revoke(id, SECRETS.app)).status, 403);
      assert.equal((await revoke('made-up')).status, 400);
      assert.equal((await site.post({code: WRONG_CODE, ticket})).body.code, 'code-mismatch');
    });
    it('is refused once its site is removed from the configuration', async () => {
      const hong = await newTrainee();
      const {ticket} = await issue(hong);
      const {encryption} = site;
      const without = await TestSite.create(store, {
        authenticateTrainee: ticketAuth({encryption, sites: ['other'], now: () => site.now}),
      });
      without.now = site.now;
      const refused = await without.post({code: WRONG_CODE, ticket});
      assert.deepEqual([refused.status, refused.body.code], [403, 'ticket-invalid']);
      assert.equal((await site.post({code: WRONG_CODE, ticket})).body.code, 'code-mismatch');
    });
  });
}
