/** The endpoint with a remote verifier, against a fake agency. */
import assert from 'node:assert/strict';
import {after, afterEach, before, beforeEach, describe, it} from 'node:test';
import {agencyVerifier} from '../../endpoint/verifier/agency-verifier.ts';
import {silentLog} from '../../endpoint/log.ts';
import type {Store} from '../../endpoint/store/store.ts';
import {issueTicket} from '../../endpoint/tickets.ts';
import {createIdempotencyKey} from '../../src/transport/idempotency-key.ts';
import {FakeAgency} from './harness/fake-agency.ts';
import {HONG, idOf, TestSite, WRONG_CODE, type SiteResponse} from './harness/site.ts';
import {STORES} from './harness/stores.ts';

/** Longer than any test waits for the agency, in ms. */
const LONG_MS = 60_000;

/** The timeout where the agency never responds, in ms. The request still arrives on a busy machine. */
const SHORT_MS = 1000;

const COURSE = {course: 'C-2026-1', class: '3'};

for (const {name, skipReason, open} of STORES) {
  describe(`the endpoint with an agency, store: ${name}`, {skip: skipReason ?? false}, () => {
    const agency = new FakeAgency();
    let store: Store;
    let site: TestSite;
    /** The same endpoint with a short timeout. */
    let impatientSite: TestSite;
    let hong: string;
    let trainees = 0;

    before(async () => {
      await agency.start();
      store = await open();
      const settings = {
        accreditUrl: agency.url('otp_accredit'),
        resetUrl: agency.url('user_reset'),
        institute: 'A-100',
        timeoutMs: LONG_MS,
      };
      site = await TestSite.create(store, {verifier: agencyVerifier(settings, silentLog)});
      impatientSite = await TestSite.create(store, {
        verifier: agencyVerifier({...settings, timeoutMs: SHORT_MS}, silentLog),
      });
    });

    beforeEach(() => {
      hong = `agency-${++trainees}`;
      impatientSite.now = site.now;
      agency.requests = [];
      agency.mostAtOnce = 0;
      agency.behavior = [{code: 200}];
    });

    afterEach(() => {
      site.now += 60_000;
    });

    after(async () => {
      await agency.stop();
      await store.close();
    });

    /** Posts an attempt with a ticket that holds name and phone, which the agency requires. */
    async function attempt(
      code: string,
      key = createIdempotencyKey(),
      more: {readonly occasion?: 'lesson'; readonly unit?: number} = {},
      endpoint = site,
    ): Promise<SiteResponse> {
      return endpoint.post({code, ticket: await ticketFor(hong, more.occasion), ...more}, key);
    }

    /** Returns a new ticket of the trainee. */
    async function ticketFor(
      subject: string,
      occasion: 'enrollment' | 'lesson' = 'enrollment',
    ): Promise<string | undefined> {
      const owner = {subject, site: 'institute', occasion, identity: HONG, course: COURSE};
      return (await issueTicket(owner, Date.UTC(2030, 0), site.encryption))?.ticket;
    }

    it('sends the agency’s own fields, with the time in Korea', async () => {
      site.now = Date.UTC(2026, 5, 1, 15, 0, 10);
      const response = await attempt('123456', createIdempotencyKey(), {
        occasion: 'lesson',
        unit: 9,
      });
      assert.deepEqual([response.status, response.body.code], [200, 'verified']);
      const [request] = agency.requests;
      assert.equal(request?.path, '/otp_accredit');
      assert.match(request.type ?? '', /^application\/x-www-form-urlencoded/);
      const {SESSIONID = '', ...fields} = request.fields;
      assert.notEqual(SESSIONID, '');
      assert.deepEqual(fields, {
        USER_NM: '홍길동',
        USER_TEL: '01012345678',
        OTPNO: '123456',
        AGTID: 'A-100',
        USRID: hong,
        EXIP: '',
        COURSE_AGENT_PK: 'C-2026-1',
        CLASS_AGENT_PK: '3',
        EVAL_CD: '01',
        EVAL_TYPE: '진도',
        CLASS_TME: '09',
        USRDT: '2026-06-02 00:00:10',
      });
    });

    for (const [agencyCode, status, code, counted] of [
      ['200', 200, 'verified', false],
      ['AP001', 422, 'code-mismatch', true],
      ['AP002', 400, 'invalid-request', false],
      ['AP012', 400, 'invalid-request', false],
      ['AP005', 409, 'identity-mismatch', false],
      ['AP009', 423, 'locked', false],
      ['WE005', 429, 'rate-limited', false],
      ['WE001', 500, 'internal', false],
      ['AP007', 503, 'unavailable', false],
      ['CE003', 503, 'unavailable', false],
      ['AP011', 503, 'unavailable', false],
    ] as const) {
      it(`reads ${agencyCode} as ${code}`, async () => {
        agency.behavior = [{code: agencyCode}];
        const response = await attempt(WRONG_CODE);
        assert.deepEqual([response.status, response.body.code], [status, code]);
        assert.equal(response.body['counted'], counted);
      });
    }

    it('sends one request for a key, however many requests use it in parallel', async () => {
      agency.behavior = [{code: 'AP001'}];
      const key = createIdempotencyKey();
      const answers = await Promise.all(Array.from({length: 20}, () => attempt(WRONG_CODE, key)));
      const codes = new Set(answers.map(({body}) => body.code));
      codes.delete('in-progress');
      assert.deepEqual([...codes], ['code-mismatch']);
      assert.equal((await attempt(WRONG_CODE, key)).body.code, 'code-mismatch');
      assert.equal(agency.requests.length, 1);
    });
    it('never sends two codes of an account at the same time', async () => {
      agency.behavior = [{code: 'AP001'}];
      const answers = await Promise.all(Array.from({length: 20}, () => attempt(WRONG_CODE)));
      const counted = answers.filter(({body}) => body['counted']).length;
      assert.equal(agency.requests.length, counted);
      assert(counted >= 1 && counted <= 5);
      assert.equal(agency.mostAtOnce, 1);
    });
    it('sends no sixth code after five wrong codes', async () => {
      agency.behavior = [{code: 'AP001'}];
      const answers: SiteResponse[] = [];
      for (let i = 0; i < 7; i++) answers.push(await attempt(WRONG_CODE));
      assert.deepEqual(
        answers.map(({body}) => [body.code, body['failures']]),
        [
          ...[1, 2, 3, 4].map((failures) => ['code-mismatch', failures]),
          ...[5, 5, 5].map((failures) => ['locked', failures]),
        ],
      );
      assert.equal(agency.requests.length, 5);
    });
    it('does not send a code again that was accepted', async () => {
      assert.equal((await attempt('123456')).body.code, 'verified');
      assert.equal((await attempt('123456')).body.code, 'code-replayed');
      assert.equal(agency.requests.length, 1);
    });
    it('sends no accepted code again, whatever was accepted in between', async () => {
      const sent: string[] = [];
      for (const code of ['111111', '222222', '111111', '222222', '333333', '111111']) {
        sent.push((await attempt(code)).body.code);
        site.now += 1000;
      }
      const [accepted, replayed] = ['verified', 'code-replayed'];
      assert.deepEqual(sent, [accepted, accepted, replayed, replayed, accepted, replayed]);
      assert.equal(agency.requests.length, 3);
    });
    it('sends an accepted code again after 15 minutes: by then it is another step’s', async () => {
      await attempt('111111');
      site.now += 15 * 60_000;
      assert.equal((await attempt('111111')).body.code, 'verified');
    });
    it('reports no end of the step, because the agency reports none', async () => {
      assert.equal((await attempt('123456')).body['stepEndsInMs'], undefined);
    });

    for (const [failure, behavior] of [
      ['never responds', 'hang'],
      ['closes the connection', 'disconnect'],
      ['responds with a page', {body: '<html>점검 중</html>', status: 503}],
    ] as const) {
      it(`does not send a key again to an agency that ${failure}: it may have evaluated the code`, async () => {
        agency.behavior = [behavior];
        const key = createIdempotencyKey();
        const response = await attempt('123456', key, {}, impatientSite);
        assert.deepEqual([response.status, response.body.code], [503, 'unavailable']);
        agency.behavior = [{code: 200}];
        assert.equal((await site.get(`/attempts/${key}`, hong)).body.code, 'attempt-unknown');
        assert.equal((await attempt('123456', key)).body.code, 'unavailable');
        assert.equal(agency.requests.length, 1);
        assert.equal((await attempt('123456')).body.code, 'verified');
      });
    }
    it('sends a key again to an agency that could not be reached', async () => {
      await agency.stop();
      const key = createIdempotencyKey();
      assert.equal((await attempt('123456', key)).body.code, 'unavailable');
      await agency.start();
      assert.equal((await attempt('123456', key)).body.code, 'verified');
    });
    it('reports an attempt as unknown whose endpoint stopped during the request', async () => {
      const key = createIdempotencyKey();
      const unit = undefined;
      const at = site.now;
      await store.transaction(async (tx) => {
        const fingerprint = 'of another request';
        const account = {accountId: idOf(hong), address: undefined};
        const claim = {...account, key, fingerprint, site: 'institute', unit, at} as const;
        await tx.claimKey({...claim, occasion: 'enrollment', expiresAt: at + 10_000});
      });
      assert.equal((await site.get(`/attempts/${key}`, hong)).body.code, 'in-progress');
      site.now += 10_000;
      assert.equal((await site.get(`/attempts/${key}`, hong)).body.code, 'attempt-unknown');
      assert.equal((await attempt('123456')).body.code, 'verified');
    });

    it('ends the agency’s lock after a phone verification', async () => {
      agency.behavior = [{code: 'AP009'}];
      assert.equal((await attempt(WRONG_CODE)).body.code, 'locked');
      agency.behavior = [{code: 200}];
      agency.requests = [];
      site.now = Date.UTC(2026, 6, 1);
      const response = await site.reportIdentity(hong, {transactionId: `T-${hong}`});
      assert.deepEqual([response.status, response.body.code], [200, 'released']);
      assert.deepEqual(agency.requests[0]?.path, '/user_reset');
      assert.deepEqual(agency.requests[0].fields, {
        USER_NM: '홍길동',
        USER_TEL: '01012345678',
        AGTID: 'A-100',
        USRID: hong,
        M_RET: 'T',
        M_RETCD: '0000',
        M_TRNID: `T-${hong}`,
        M_TRNDT: '2026-07-01 09:00:00',
      });
      assert.equal((await attempt('123456')).body.code, 'verified');
    });
    it('stays locked if the agency refuses to end its lock', async () => {
      agency.behavior = [{code: 'AP009'}];
      await attempt(WRONG_CODE);
      agency.behavior = [{code: 'AP010'}];
      const response = await site.reportIdentity(hong);
      assert.deepEqual([response.status, response.body.code], [422, 'refused']);
      assert.equal((await site.get('/status', hong)).body.code, 'locked');
    });
    it('retries to end the lock when no response came', async () => {
      agency.behavior = [{code: 'AP009'}];
      await attempt(WRONG_CODE);
      agency.requests = [];
      agency.behavior = ['disconnect', {code: 200}];
      assert.equal((await site.reportIdentity(hong)).body.code, 'released');
      assert.equal(agency.requests.length, 2);
    });
    it('stays locked if the agency does not respond', async () => {
      agency.behavior = [{code: 'AP009'}];
      await attempt(WRONG_CODE);
      agency.behavior = ['hang'];
      assert.equal((await impatientSite.reportIdentity(hong)).status, 503);
      assert.equal((await site.get('/status', hong)).body.code, 'locked');
    });
  });
}
