/** Trainees who leave the page and return: offline, another tab, the bfcache, a frozen page. */
import assert from 'node:assert/strict';
import {rewriteBody, cutBefore, hangAfter} from './fault-server.ts';
import {RIGHT, WRONG, type FaultCase} from './fault-case.ts';
import type {FaultPage} from './fault-page.ts';

const TEN_MINUTES_MS = 10 * 60_000;

const WITH_STATUS = 'status-url="api/status" phone-identity-url="phone"';

/** Navigates to another page and back; expects that the browser restored this one from the bfcache. */
async function leaveAndGoBack(trainee: FaultPage): Promise<void> {
  const {page, session, url} = trainee;
  session.pages['away'] = {html: '<!doctype html><title>away</title>'};
  await page.evaluate(() =>
    addEventListener('pageshow', ({persisted}) => Object.assign(window, {persisted})),
  );
  await page.goto(new URL('away', url).href);
  await page.goBack();
  await trainee.until(() => page.evaluate(() => document.title !== 'away'), 'the page is back');
  const kept = await page.evaluate(() => {
    const [entry] = performance.getEntriesByType('navigation');
    const {notRestoredReasons} = entry as unknown as {readonly notRestoredReasons: unknown};
    const {persisted} = window as {readonly persisted?: boolean};
    return JSON.stringify({persisted, notRestoredReasons});
  });
  assert.equal(kept, '{"persisted":true,"notRestoredReasons":null}');
}

/** Freezes the page while another tab is in front, and resumes it. */
async function freezePage(trainee: FaultPage, awayMs: number): Promise<void> {
  const {page} = trainee;
  const devtools = await page.createCDPSession();
  const other = await page.browserContext().newPage();
  await other.bringToFront();
  await page.evaluate(() =>
    document.addEventListener('freeze', () => Object.assign(window, {isFrozen: true})),
  );
  await devtools.send('Page.setWebLifecycleState', {state: 'frozen'});
  await trainee.until(() => page.evaluate(() => 'isFrozen' in window), 'the page is frozen');
  await trainee.advancesDate(awayMs);
  await devtools.send('Page.setWebLifecycleState', {state: 'active'});
  await page.bringToFront();
}

/** Waits until the server has received a number of status requests. */
async function waitForStatusRequests(trainee: FaultPage, times: number): Promise<void> {
  const {session} = trainee;
  await trainee.until(() => session.statusCount >= times, `the status is requested ${times} times`);
}

/** All cases. */
export const PAGE_RESUME_CASES: readonly FaultCase[] = [
  {
    fault: 'F01',
    title:
      'offline, an attempt keeps its key; online again, nothing is sent until the trainee repeats it',
    attributes: WITH_STATUS,
    run: async (trainee) => {
      const {page, session} = trainee;
      await waitForStatusRequests(trainee, 1);
      await page.setOfflineMode(true);
      await trainee.enters(WRONG);
      await trainee.sees('인터넷에 연결되어 있지 않습니다.');
      // Only the endpoint could say so.
      assert(!(await trainee.readText()).includes('실패 횟수에는 포함되지 않습니다.'));
      const [stored = ''] = await page.evaluate(() => Object.values(sessionStorage) as string[]);
      const [, key = ''] = stored.split(' ');
      await page.setOfflineMode(false);
      await waitForStatusRequests(trainee, 2);
      await trainee.until(async () => {
        return !(await trainee.readText()).includes('인터넷에');
      }, 'the notice disappears');
      assert.equal(await trainee.code(), WRONG);
      assert.equal(session.postCount, 0);
      await trainee.presses('Enter');
      await trainee.reaches('ready', 'code-mismatch');
      assert.deepEqual([session.postCount, session.endpoint.failures], [1, 1]);
      const post = session.requests.find(({method}) => method === 'POST');
      assert.equal(post?.headers['idempotency-key'], `"${key}"`);
    },
  },
  {
    fault: 'F01',
    title:
      'after a loss of the network during a request, the widget looks the outcome up once online',
    run: async (trainee) => {
      const {page, session} = trainee;
      session.posts = [hangAfter];
      await trainee.enters(WRONG);
      await trainee.until(() => session.endpoint.failures === 1, 'the attempt is counted');
      await page.setOfflineMode(true);
      await trainee.reaches('unknown');
      await page.setOfflineMode(false);
      await trainee.reaches('ready', 'code-mismatch');
      assert.deepEqual([session.postCount, session.endpoint.failures], [1, 1]);
    },
  },
  {
    fault: 'F26',
    title: 'after a lock in another tab, the field is gone and a fallback has the focus',
    attributes: WITH_STATUS,
    prepare: ({endpoint}) => (endpoint.failures = 4),
    run: async (trainee) => {
      await trainee.fillsIn('9');
      const other = await trainee.opensTab();
      await other.enters(WRONG);
      await other.reaches('locked');
      await trainee.page.bringToFront();
      await trainee.reaches('locked');
      assert.equal(await trainee.code(), undefined);
      await trainee.until(async () => {
        const focused = await trainee.evaluate(
          ({shadowRoot}) => shadowRoot?.activeElement?.textContent,
        );
        return focused?.includes('휴대폰 본인인증') ?? false;
      }, 'the fallback has the focus');
      assert.equal(trainee.session.postCount, 1);
    },
  },
  {
    fault: 'F31',
    title: 'restored from the bfcache, the code is cleared and the status is requested',
    attributes: WITH_STATUS,
    run: async (trainee) => {
      const {session} = trainee;
      await waitForStatusRequests(trainee, 1);
      await trainee.fillsIn(WRONG);
      session.endpoint.failures = 3;
      await leaveAndGoBack(trainee);
      await trainee.sees('실패 3회 / 5회');
      assert.equal(await trainee.code(), '');
      assert.equal(session.postCount, 0);
    },
  },
  {
    fault: 'F31',
    title: 'restored success is looked up before it is shown',
    run: async (trainee) => {
      const {session} = trainee;
      await trainee.enters(RIGHT);
      await trainee.reaches('verified');
      let release: (() => void) | undefined;
      session.gets = [(context) => (release = () => rewriteBody((text) => text)(context))];
      await leaveAndGoBack(trainee);
      await trainee.until(() => release !== undefined, 'the lookup is sent');
      assert.equal((await trainee.state()).status, 'checking');
      assert(!(await trainee.readText()).includes('완료되었습니다'));
      release?.();
      await trainee.reaches('verified');
      assert.equal(session.postCount, 1);
    },
  },
  {
    fault: 'F31',
    title: 'restored success that the endpoint does not know is no success',
    run: async (trainee) => {
      const {session} = trainee;
      await trainee.enters(RIGHT);
      await trainee.reaches('verified');
      session.endpoint.results.clear();
      await leaveAndGoBack(trainee);
      await trainee.reaches('ready');
      assert.equal(session.postCount, 1);
    },
  },
  {
    fault: 'F31',
    title: 'a page left during a request looks the attempt up by its key',
    run: async (trainee) => {
      const {session} = trainee;
      session.posts = [hangAfter];
      await trainee.enters(WRONG);
      await trainee.until(() => session.endpoint.failures === 1, 'the attempt is counted');
      await leaveAndGoBack(trainee);
      await trainee.reaches('ready', 'code-mismatch');
      assert.deepEqual([session.postCount, session.endpoint.failures], [1, 1]);
    },
  },
  {
    fault: 'F32',
    title: 'after ten frozen minutes, the code is cleared and the status is requested',
    attributes: WITH_STATUS,
    run: async (trainee) => {
      const {session} = trainee;
      await waitForStatusRequests(trainee, 1);
      await trainee.fillsIn(WRONG);
      session.endpoint.failures = 3;
      await freezePage(trainee, TEN_MINUTES_MS + 1000);
      await trainee.sees('실패 3회 / 5회');
      assert.equal(await trainee.code(), '');
      assert.equal(session.postCount, 0);
    },
  },
  {
    fault: 'F32',
    title: 'after a short freeze, the code stays',
    attributes: WITH_STATUS,
    run: async (trainee) => {
      await waitForStatusRequests(trainee, 1);
      await trainee.fillsIn(WRONG);
      await freezePage(trainee, 0);
      await waitForStatusRequests(trainee, 2);
      assert.equal(await trainee.code(), WRONG);
    },
  },
  {
    fault: 'F32',
    title: 'frozen with an unknown result, the widget looks the attempt up and resends nothing',
    run: async (trainee) => {
      const {session} = trainee;
      session.posts = [hangAfter];
      session.gets = Array.from({length: 4}, () => cutBefore);
      await trainee.enters(WRONG);
      await trainee.reaches('unknown');
      await freezePage(trainee, TEN_MINUTES_MS);
      await trainee.reaches('ready', 'code-mismatch');
      assert.deepEqual([session.postCount, session.endpoint.failures], [1, 1]);
    },
  },
];
