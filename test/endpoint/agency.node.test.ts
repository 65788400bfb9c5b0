/** The same endpoint with an agency behind it, which a stand-in plays. */
import assert from 'node:assert/strict';
import {after, afterEach, before, beforeEach, describe, it} from 'node:test';
import {agencyVerifier} from '../../endpoint/verifier/agency-verifier.ts';
import {silentLog} from '../../endpoint/log.ts';
import type {Store} from '../../endpoint/store/store.ts';
import {issueTicket} from '../../endpoint/tickets.ts';
import {createIdempotencyKey} from '../../src/transport/idempotency-key.ts';
import {FakeAgency} from './harness/fake-agency.ts';
import {HONG, TestSite, WRONG_CODE, type SiteResponse} from './harness/site.ts';
import {STORES} from './harness/stores.ts';

/** How long the tests' agency may take, in ms. */
const TIMEOUT_MS = 300;

const COURSE = {course: 'C-2026-1', class: '3'};

for (const {name, missing, open} of STORES) {
  describe(`an agency, with the store in ${name}`, {skip: missing ?? false}, () => {
    const agency = new FakeAgency();
    let store: Store;
    let site: TestSite;
    let hong: string;
    let trainees = 0;
    const tickets = new Map<string, Promise<string | undefined>>();

    before(async () => {
      await agency.start();
      store = await open();
      const settings = {
        accreditUrl: agency.url('otp_accredit'),
        resetUrl: agency.url('user_reset'),
        institute: 'A-100',
        timeoutMs: TIMEOUT_MS,
      };
      site = await TestSite.create(store, {verifier: agencyVerifier(settings, silentLog)});
    });

    beforeEach(() => {
      hong = `agency-${++trainees}`;
      agency.requests = [];
      agency.behavior = [{code: 200}];
    });

    afterEach(() => {
      site.now += 60_000;
    });

    after(async () => {
      await agency.stop();
      await store.close();
    });

    /** A page whose ticket says who the trainee is, as an agency wants to know. */
    async function tries(
      code: string,
      key = createIdempotencyKey(),
      more: object = {},
    ): Promise<SiteResponse> {
      return site.post({code, ticket: await ticket(hong), ...more}, key);
    }

    /** The one ticket of a trainee's page. */
    function ticket(subject: string): Promise<string | undefined> {
      const trainee = {subject, site: 'institute', identity: HONG, course: COURSE};
      const made = tickets.get(subject) ?? issueTicket(trainee, Date.UTC(2030, 0), site.seal);
      tickets.set(subject, made);
      return made;
    }

    it('is asked in its own words, with the time in Korea', async () => {
      site.now = Date.UTC(2026, 5, 1, 15, 0, 10);
      const said = await tries('123456', createIdempotencyKey(), {occasion: 'lesson', unit: 9});
      assert.deepEqual([said.status, said.body.code], [200, 'verified']);
      const [asked] = agency.requests;
      assert.equal(asked?.path, '/otp_accredit');
      assert.match(asked.type ?? '', /^application\/x-www-form-urlencoded/);
      const {SESSIONID = '', ...fields} = asked.fields;
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

    for (const [says, status, code, counted] of [
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
      it(`that says ${says} makes it ${code}`, async () => {
        agency.behavior = [{code: says}];
        const said = await tries(WRONG_CODE);
        assert.deepEqual([said.status, said.body.code], [status, code]);
        assert.equal(said.body['counted'], counted);
      });
    }

    it('is asked once for a key, however often the key comes, and at the same time', async () => {
      agency.behavior = [{code: 'AP001'}];
      const key = createIdempotencyKey();
      const answers = await Promise.all(Array.from({length: 20}, () => tries(WRONG_CODE, key)));
      const codes = new Set(answers.map(({body}) => body.code));
      codes.delete('in-progress');
      assert.deepEqual([...codes], ['code-mismatch']);
      assert.equal((await tries(WRONG_CODE, key)).body.code, 'code-mismatch');
      assert.equal(agency.requests.length, 1);
    });
    it('is never asked of two codes of an account at the same time', async () => {
      agency.behavior = [{code: 'AP001'}];
      const answers = await Promise.all(Array.from({length: 20}, () => tries(WRONG_CODE)));
      const counted = answers.filter(({body}) => body['counted']).length;
      assert.equal(agency.requests.length, counted);
      assert(counted <= 5);
    });
    it('is not asked a sixth time after five wrong codes', async () => {
      agency.behavior = [{code: 'AP001'}];
      const answers: SiteResponse[] = [];
      for (let i = 0; i < 7; i++) answers.push(await tries(WRONG_CODE));
      assert.deepEqual(
        answers.map(({body}) => [body.code, body['failures']]),
        [
          ...[1, 2, 3, 4].map((failures) => ['code-mismatch', failures]),
          ...[5, 5, 5].map((failures) => ['locked', failures]),
        ],
      );
      assert.equal(agency.requests.length, 5);
    });
    it('is not asked again of a code that it has accepted', async () => {
      assert.equal((await tries('123456')).body.code, 'verified');
      assert.equal((await tries('123456')).body.code, 'code-replayed');
      assert.equal(agency.requests.length, 1);
    });
    it('says nothing of steps, so that no countdown is made up', async () => {
      assert.equal((await tries('123456')).body['stepEndsInMs'], undefined);
    });

    for (const [what, conduct] of [
      ['never answers', 'hangs'],
      ['cuts the line', 'cuts'],
      ['answers with a page', {body: '<html>점검 중</html>', status: 503}],
    ] as const) {
      it(`that ${what} is not asked again under the key: it may have looked`, async () => {
        agency.behavior = [conduct];
        const key = createIdempotencyKey();
        const said = await tries('123456', key);
        assert.deepEqual([said.status, said.body.code], [503, 'unavailable']);
        agency.behavior = [{code: 200}];
        assert.equal((await site.get(`/attempts/${key}`, hong)).body.code, 'attempt-unknown');
        assert.equal((await tries('123456', key)).body.code, 'unavailable');
        assert.equal(agency.requests.length, 1);
        assert.equal((await tries('123456')).body.code, 'verified');
      });
    }
    it('that can’t be reached has not looked: the same key is asked again', async () => {
      await agency.stop();
      const key = createIdempotencyKey();
      assert.equal((await tries('123456', key)).body.code, 'unavailable');
      await agency.start();
      assert.equal((await tries('123456', key)).body.code, 'verified');
    });
    it('forgets an attempt whose endpoint was stopped in the midst of asking', async () => {
      const key = createIdempotencyKey();
      const unit = undefined;
      const at = site.now;
      await store.transaction(async (tx) => {
        const fingerprint = 'of another question';
        const claim = {subject: hong, key, fingerprint, site: 'institute', unit, at} as const;
        await tx.claimKey({...claim, occasion: 'enrollment', expiresAt: at + 10_000});
      });
      assert.equal((await site.get(`/attempts/${key}`, hong)).body.code, 'in-progress');
      site.now += 10_000;
      assert.equal((await site.get(`/attempts/${key}`, hong)).body.code, 'attempt-unknown');
      assert.equal((await tries('123456')).body.code, 'verified');
    });

    it('is told to release the lock by the phone verification', async () => {
      agency.behavior = [{code: 'AP009'}];
      assert.equal((await tries(WRONG_CODE)).body.code, 'locked');
      agency.behavior = [{code: 200}];
      agency.requests = [];
      const said = await site.reportIdentity(hong, {transactionId: `T-${hong}`, verifiedAt: 0});
      assert.deepEqual([said.status, said.body.code], [200, 'released']);
      assert.deepEqual(agency.requests[0]?.path, '/user_reset');
      assert.deepEqual(agency.requests[0].fields, {
        USER_NM: '홍길동',
        USER_TEL: '01012345678',
        AGTID: 'A-100',
        USRID: hong,
        M_RET: 'T',
        M_RETCD: '0000',
        M_TRNID: `T-${hong}`,
        M_TRNDT: '1970-01-01 09:00:00',
      });
      assert.equal((await tries('123456')).body.code, 'verified');
    });
    it('that refuses to release keeps the lock here as well', async () => {
      agency.behavior = [{code: 'AP009'}];
      await tries(WRONG_CODE);
      agency.behavior = [{code: 'AP010'}];
      const said = await site.reportIdentity(hong);
      assert.deepEqual([said.status, said.body.code], [422, 'refused']);
      assert.equal((await site.get('/status', hong)).body.code, 'locked');
    });
    it('is told again of a release when no answer came', async () => {
      agency.behavior = [{code: 'AP009'}];
      await tries(WRONG_CODE);
      agency.requests = [];
      agency.behavior = ['cuts', {code: 200}];
      assert.equal((await site.reportIdentity(hong)).body.code, 'released');
      assert.equal(agency.requests.length, 2);
    });
    it('that does not answer a release keeps the lock', async () => {
      agency.behavior = [{code: 'AP009'}];
      await tries(WRONG_CODE);
      agency.behavior = ['hangs'];
      assert.equal((await site.reportIdentity(hong)).status, 503);
      assert.equal((await site.get('/status', hong)).body.code, 'locked');
    });
  });
}
