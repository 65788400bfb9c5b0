/** Trainees that go away and come back: no network, another tab, the history, a sleeping computer. */
import assert from 'node:assert/strict';
import {rewriteBody, cutBefore, hangAfter} from './fault-server.ts';
import {RIGHT, WRONG, type FaultCase} from './fault-case.ts';
import type {FaultPage} from './fault-page.ts';

const TEN_MINUTES_MS = 10 * 60_000;

const WITH_STATUS = 'status-url="api/status" phone-identity-url="phone"';

/** Goes to another page and back; the browser must have kept this one whole. */
async function goesAwayAndBack(trainee: FaultPage): Promise<void> {
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

/** Another tab is in front; the browser freezes this one meanwhile, and then it is in front again. */
async function isFrozen(trainee: FaultPage, awayMs: number): Promise<void> {
  const {devtools, page} = trainee;
  const other = await page.browserContext().newPage();
  await other.bringToFront();
  await page.evaluate(() =>
    document.addEventListener('freeze', () => Object.assign(window, {isFrozen: true})),
  );
  await devtools.send('Page.setWebLifecycleState', {state: 'frozen'});
  await trainee.until(() => page.evaluate(() => 'isFrozen' in window), 'it is frozen');
  await trainee.advancesDate(awayMs);
  await devtools.send('Page.setWebLifecycleState', {state: 'active'});
  await page.bringToFront();
}

/** Waits until the endpoint has been asked so many times how things stand. */
async function statusAsked(trainee: FaultPage, times: number): Promise<void> {
  const {session} = trainee;
  await trainee.until(() => session.statusCount >= times, `the status is asked for ${times} times`);
}

/** See the file's head. */
export const PAGE_RESUME_CASES: readonly FaultCase[] = [
  {
    fault: 'F01',
    title: 'offline, nothing is sent and no key spent; back online, nothing is sent by itself',
    attributes: WITH_STATUS,
    run: async (trainee) => {
      const {page, session} = trainee;
      await statusAsked(trainee, 1);
      await page.setOfflineMode(true);
      await trainee.enters(WRONG);
      await trainee.sees('인터넷에 연결되어 있지 않습니다.');
      await trainee.sees('실패 횟수에는 포함되지 않습니다.');
      assert.equal(await page.evaluate(() => sessionStorage.length), 0);
      await page.setOfflineMode(false);
      await statusAsked(trainee, 2);
      await trainee.until(async () => {
        return !(await trainee.readText()).includes('인터넷에');
      }, 'the message goes');
      assert.equal(await trainee.code(), WRONG);
      assert.equal(session.postCount, 0);
      await trainee.presses('Enter');
      await trainee.reaches('ready', 'code-mismatch');
      assert.deepEqual([session.postCount, session.endpoint.failures], [1, 1]);
    },
  },
  {
    fault: 'F01',
    title: 'the network gone in mid-request, its return alone finds the outcome',
    run: async (trainee) => {
      const {page, session} = trainee;
      session.posts = [hangAfter];
      await trainee.enters(WRONG);
      await trainee.until(() => session.endpoint.failures === 1, 'it is counted');
      await page.setOfflineMode(true);
      await trainee.reaches('unknown');
      await page.setOfflineMode(false);
      await trainee.reaches('ready', 'code-mismatch');
      assert.deepEqual([session.postCount, session.endpoint.failures], [1, 1]);
    },
  },
  {
    fault: 'F26',
    title: 'locked in another tab, the field is gone and a way out has the focus',
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
      }, 'the way out has the focus');
      assert.equal(trainee.session.postCount, 1);
    },
  },
  {
    fault: 'F31',
    title: 'back from the history, what was typed is gone and how things stand is asked anew',
    attributes: WITH_STATUS,
    run: async (trainee) => {
      const {session} = trainee;
      await statusAsked(trainee, 1);
      await trainee.fillsIn(WRONG);
      session.endpoint.failures = 3;
      await goesAwayAndBack(trainee);
      await trainee.sees('실패 3회 / 5회');
      assert.equal(await trainee.code(), '');
      assert.equal(session.postCount, 0);
    },
  },
  {
    fault: 'F31',
    title: 'success is asked for again before it is shown again',
    run: async (trainee) => {
      const {session} = trainee;
      await trainee.enters(RIGHT);
      await trainee.reaches('verified');
      let release: (() => void) | undefined;
      session.gets = [(exchange) => (release = () => rewriteBody((text) => text)(exchange))];
      await goesAwayAndBack(trainee);
      await trainee.until(() => release !== undefined, 'the endpoint is asked');
      assert.equal((await trainee.state()).status, 'checking');
      assert(!(await trainee.readText()).includes('완료되었습니다'));
      release?.();
      await trainee.reaches('verified');
      assert.equal(session.postCount, 1);
    },
  },
  {
    fault: 'F31',
    title: 'success of which the endpoint knows nothing is none',
    run: async (trainee) => {
      const {session} = trainee;
      await trainee.enters(RIGHT);
      await trainee.reaches('verified');
      session.endpoint.results.clear();
      await goesAwayAndBack(trainee);
      await trainee.reaches('ready');
      assert.equal(session.postCount, 1);
    },
  },
  {
    fault: 'F31',
    title: 'left in mid-request, the endpoint is asked by key',
    run: async (trainee) => {
      const {session} = trainee;
      session.posts = [hangAfter];
      await trainee.enters(WRONG);
      await trainee.until(() => session.endpoint.failures === 1, 'it is counted');
      await goesAwayAndBack(trainee);
      await trainee.reaches('ready', 'code-mismatch');
      assert.deepEqual([session.postCount, session.endpoint.failures], [1, 1]);
    },
  },
  {
    fault: 'F32',
    title: 'frozen for ten minutes, what was typed is gone and how things stand is asked anew',
    attributes: WITH_STATUS,
    run: async (trainee) => {
      const {session} = trainee;
      await statusAsked(trainee, 1);
      await trainee.fillsIn(WRONG);
      session.endpoint.failures = 3;
      await isFrozen(trainee, TEN_MINUTES_MS + 1000);
      await trainee.sees('실패 3회 / 5회');
      assert.equal(await trainee.code(), '');
      assert.equal(session.postCount, 0);
    },
  },
  {
    fault: 'F32',
    title: 'frozen for a moment, what was typed stays',
    attributes: WITH_STATUS,
    run: async (trainee) => {
      await statusAsked(trainee, 1);
      await trainee.fillsIn(WRONG);
      await isFrozen(trainee, 0);
      await statusAsked(trainee, 2);
      assert.equal(await trainee.code(), WRONG);
    },
  },
  {
    fault: 'F32',
    title: 'frozen while undecided, the endpoint is asked by key and nothing is sent',
    run: async (trainee) => {
      const {session} = trainee;
      session.posts = [hangAfter];
      session.gets = Array.from({length: 4}, () => cutBefore);
      await trainee.enters(WRONG);
      await trainee.reaches('unknown');
      await isFrozen(trainee, TEN_MINUTES_MS);
      await trainee.reaches('ready', 'code-mismatch');
      assert.deepEqual([session.postCount, session.endpoint.failures], [1, 1]);
    },
  },
];
