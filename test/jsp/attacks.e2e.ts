/** The JSP samples are safe to copy: attacks on them, and the conformance kit in a real Tomcat. */
import assert from 'node:assert/strict';
import {request} from 'node:http';
import {after, before, describe, it} from 'node:test';
import {runConformance} from '../../conformance/run.ts';
import {runLegacy} from '../../conformance/legacy/run.ts';
import type {Report} from '../../conformance/report/report.ts';
import type {DemoServer} from '../../tools/preview.ts';
import {serveJspDemo} from '../../tools/services/jsp.ts';
import {failuresOf} from '../conformance/run-small.ts';
import {HttpTrainee, type SiteAnswer} from './http-trainee.ts';
import {codeOnPhone, SECRET, SKIP_REASON, tomcat, wrongCode} from './site.ts';

/** The origin of the site's pages, behind a proxy that terminates TLS. */
const PUBLIC_ORIGIN = 'https://www.example.kr';

/** What the kit needs to ask more of the JSP endpoint. */
const NOT_ASKED = new Set([
  'requires --csrf',
  'requires --site-secret',
  'requires --site-secret and --other-site-secret',
  'requires --ticket',
]);

const KEY = 'k'.repeat(22);

/** Returns whether next.jsp shows that the trainee is verified. */
function opens({text}: SiteAnswer): boolean {
  return text.includes('data-verified="true"');
}

/** Returns the failed cases, and those that were not asked, with why. */
function notPassed({results}: Report): readonly object[] {
  return results.filter(({status}) => status !== 'passed');
}

describe('the JSP samples', {skip: SKIP_REASON}, () => {
  let site: DemoServer | undefined;
  let url = '';

  before(async () => {
    assert(tomcat);
    site = await serveJspDemo(tomcat, {publicOrigin: PUBLIC_ORIGIN});
    ({url} = site);
  });
  after(() => site?.close());

  it('count no GET of full-page.jsp', async () => {
    const trainee = await HttpTrainee.signIn(url);
    for (let i = 0; i < 5; i++) await trainee.get(`full-page.jsp?motpNo=${await wrongCode()}`);
    assert.equal(await trainee.failures(), 0);
  });

  for (const path of ['full-page.jsp', 'slotted.jsp', 'motp/otpProc.do', 'motp/guarded']) {
    it(`count no POST to ${path} without the CSRF token`, async () => {
      const trainee = await HttpTrainee.signIn(url);
      for (const token of [null, '', 'x'.repeat(36)]) {
        const {status} = await trainee.post(path, {motpNo: await wrongCode()}, token);
        assert.equal(status, 403);
      }
      assert.equal(await trainee.failures(), 0);
    });
  }

  it('refuse a GET to otpProc.do, also with the token', async () => {
    const trainee = await HttpTrainee.signIn(url);
    const query = new URLSearchParams({motpNo: await wrongCode(), _csrf: trainee.token});
    const {status, headers} = await trainee.get(`motp/otpProc.do?${query}`);
    assert.deepEqual([status, headers.get('Allow')], [405, 'POST']);
    assert.equal(await trainee.failures(), 0);
  });

  it('count a POST with the token once', async () => {
    const trainee = await HttpTrainee.signIn(url);
    await trainee.post('full-page.jsp', {motpNo: await wrongCode()});
    await trainee.post('motp/otpProc.do', {motpNo: await wrongCode()});
    assert.equal(await trainee.failures(), 2);
  });

  it('refuse forms of more than 4 KiB, and forms without a length', async () => {
    const trainee = await HttpTrainee.signIn(url);
    const motpNo = await wrongCode();
    const long = await trainee.post('motp/otpProc.do', {motpNo, memo: 'x'.repeat(5000)});
    assert.equal(long.status, 413);
    const body = new Blob([`motpNo=${motpNo}&_csrf=${trainee.token}`]).stream();
    const headers = {'Content-Type': 'application/x-www-form-urlencoded'};
    const init = {method: 'POST', headers, body, duplex: 'half'};
    assert.equal((await trainee.send('motp/otpProc.do', init)).status, 413);
    assert.equal(await trainee.failures(), 0);
  });

  it('count the same key once, also after a new login', async () => {
    const first = await HttpTrainee.signIn(url);
    const code = await wrongCode();
    const answer = await first.attempt(code, KEY);
    assert.equal(answer.status, 422);
    const again = await HttpTrainee.signIn(url, first.subject);
    const replay = await again.attempt(code, KEY);
    assert.equal(replay.headers.get('Idempotency-Replayed'), 'true');
    assert.equal(replay.text, answer.text);
    assert.equal((await again.get(`motp/verify/attempts/${KEY}`)).text, answer.text);
    assert.equal(await again.failures(), 1);
  });

  it('give the session a new ID at login', async () => {
    const victim = await HttpTrainee.signIn(url);
    const known = victim.cookie;
    await victim.readToken('login.jsp');
    await victim.post('login.jsp', {userId: victim.subject});
    assert.notEqual(victim.cookie, known);
    // The session that an attacker knew is signed in no longer.
    victim.cookie = known;
    assert.equal((await victim.get('index.jsp')).status, 302);
  });

  it('sign in, sign out and unlock by a POST with the token alone', async () => {
    const trainee = await HttpTrainee.signIn(url);
    await trainee.attempt(await wrongCode(), KEY);
    await trainee.get('logout.jsp');
    for (const path of ['logout.jsp', 'identity.jsp', 'login.jsp']) {
      assert.equal((await trainee.post(path, {userId: 'other'}, null)).status, 403, path);
    }
    assert.equal(await trainee.failures(), 1);
    await trainee.post('identity.jsp', {});
    assert.equal(await trainee.failures(), 0);
    await trainee.post('logout.jsp', {});
    assert.equal((await trainee.get('index.jsp')).status, 302);
  });

  it('open the next page once for each result, and never for an ID in a URL', async () => {
    const trainee = await HttpTrainee.signIn(url);
    const {text} = await trainee.attempt(await codeOnPhone(), KEY);
    const {verificationId: motpId} = JSON.parse(text) as {readonly verificationId: string};
    assert(!opens(await trainee.get(`next.jsp?motpId=${motpId}`)));
    assert(!opens(await trainee.post('next.jsp', {motpId: 'made-up'})));
    assert(opens(await trainee.post('next.jsp', {motpId})));
    const other = await HttpTrainee.signIn(url, trainee.subject);
    assert(!opens(await other.post('next.jsp', {motpId})));
  });

  it('keep the contract, with two trainees, in a real Tomcat', async () => {
    const signIn = async () => {
      const {subject, cookie} = await HttpTrainee.signIn(url);
      return {headers: {Cookie: cookie}, ticket: undefined, secret: SECRET, subject};
    };
    const report = await runConformance({
      url: `${url}motp/verify`,
      first: await signIn(),
      second: await signIn(),
      origin: PUBLIC_ORIGIN,
      mayLock: true,
    });
    assert.deepEqual(failuresOf(report), {});
    // A site with sessions has no tickets, and asks for no token where no form can send JSON.
    const reasons = report.results.flatMap((result) => ('reason' in result ? [result.reason] : []));
    assert.deepEqual(new Set(reasons), NOT_ASKED);
  });

  it('keep the contract behind a filter that requires a CSRF token', async () => {
    const {subject, cookie, token} = await HttpTrainee.signIn(url);
    const headers = {Cookie: cookie, 'X-CSRF-TOKEN': token};
    const report = await runConformance({
      url: `${url}motp/guarded`,
      first: {headers, ticket: undefined, secret: undefined, subject},
      origin: PUBLIC_ORIGIN,
      csrf: 'X-CSRF-TOKEN',
      mayLock: false,
    });
    const csrf = report.results.find(({name}) => name.includes('CSRF token'));
    assert.equal(csrf?.status, 'passed');
  });

  it('keep what the widget expects of a legacy endpoint', async () => {
    const {cookie, token} = await HttpTrainee.signIn(url);
    const values = {
      '0000': 'verified',
      E101: 'code-mismatch',
      E102: 'code-replayed',
      E103: 'locked',
      E104: 'code-expired',
      E105: 'invalid-request',
    };
    const report = await runLegacy(
      {
        url: `${url}motp/otpProc.do`,
        headers: {Cookie: cookie},
        ticket: undefined,
        secret: SECRET,
        mayLock: true,
        map: {code: 'resultCode', failures: 'failCnt', id: 'authKey', values},
        isForm: true,
        codeField: 'motpNo',
        fields: [['_csrf', token]],
        csrf: '_csrf',
        charset: 'euc-kr',
        timeoutMs: 30_000,
      },
      () => undefined,
    );
    assert.deepEqual(notPassed(report), []);
  });
});

describe('the JSP samples without a configured origin', {skip: SKIP_REASON}, () => {
  it('accept their own host behind a proxy that terminates TLS, and no other', async (t) => {
    assert(tomcat);
    const site = await serveJspDemo(tomcat);
    t.after(() => site.close());
    const {cookie} = await HttpTrainee.signIn(site.url);
    const codeFor = (origin: string): Promise<string> =>
      new Promise((resolve, reject) => {
        const headers = {
          Host: 'lms.example.kr',
          Origin: origin,
          Cookie: cookie,
          'Content-Type': 'application/json',
          'Idempotency-Key': `"${KEY}"`,
        };
        const sent = request(`${site.url}motp/verify`, {method: 'POST', headers}, (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => {
            const body = JSON.parse(Buffer.concat(chunks).toString()) as {readonly code: string};
            resolve(body.code);
          });
        });
        sent.on('error', reject);
        sent.end('{}');
      });
    assert.equal(await codeFor('https://lms.example.kr'), 'invalid-request');
    assert.equal(await codeFor('https://lms.example.kr.elsewhere.invalid'), 'origin');
    assert.equal(await codeFor('null'), 'origin');
  });
});
