/** The identity service's window: blocked, closed, cut off, and everybody who speaks in its name. */
import assert from 'node:assert/strict';
import type {Page} from 'puppeteer-core';
import {WRONG, type FaultCase} from './fault-case.ts';
import type {FaultPage} from './fault-page.ts';

const WAY_OUT = '[part=fallback]';
const WITH_PHONE = 'status-url="api/status" phone-identity-url="phone"';
const POPUP = '<!doctype html><title>identity</title>';
const OPEN = '새 창에서 본인인증을 진행해 주세요.';
const CLOSED = '본인인증 창이 닫혔습니다.';
const UNLOCKED = '인증 제한이 해제되었습니다.';

/** The trainee comes locked, and the page offers the way out. */
const FROM_A_LOCK: Pick<FaultCase, 'attributes' | 'prepare'> = {
  attributes: WITH_PHONE,
  prepare: ({endpoint}) => (endpoint.failures = 5),
};

/** Clicks 휴대폰 본인인증; the window's page, once it has come, and the nonce that it was given. */
async function opensWindow(
  trainee: FaultPage,
  headers: Readonly<Record<string, string>> = {},
): Promise<{readonly popup: Page; readonly nonce: string}> {
  const {page, session} = trainee;
  session.pages['phone'] = {html: POPUP, headers};
  const opened = page.browserContext().waitForTarget((target) => target.url().includes('/phone'));
  await trainee.clicksPart(WAY_OUT);
  const popup = await (await opened).page();
  assert(popup);
  await popup.waitForFunction(() => document.readyState === 'complete');
  await trainee.sees(headers['Cross-Origin-Opener-Policy'] ? CLOSED : OPEN);
  const nonce = new URL(popup.url()).searchParams.get('motp-nonce') ?? '';
  assert.match(nonce, /^[0-9a-f]{32}$/);
  return {popup, nonce};
}

/** How often the endpoint was asked how things stand since `before`, once a question of ours is answered. */
async function askedSince(trainee: FaultPage, before: number): Promise<number> {
  await trainee.evaluate((widget) => widget.refresh());
  return trainee.session.statusCount - before - 1;
}

/** The way out leads back to where a code can be sent. */
async function canStillBeSent(trainee: FaultPage): Promise<void> {
  await trainee.enters(WRONG);
  await trainee.reaches('ready', 'code-mismatch');
}

/** See the file's head. */
export const POPUP_CASES: readonly FaultCase[] = [
  {
    fault: 'F34',
    title: 'a blocked window is told of, and the next click is the plain link’s own',
    attributes: WITH_PHONE,
    // Blocks windows as a blocker does: `window.open` brings nothing, in a trusted click too.
    headers: {'Content-Security-Policy': 'sandbox allow-scripts allow-same-origin allow-forms'},
    // The browser’s own line.
    expectedErrors: /allow-popups/,
    run: async (trainee) => {
      await trainee.clicksPart(WAY_OUT);
      await trainee.sees('본인인증 창이 차단되었습니다.');
      await trainee.evaluate(notesTheNextClick);
      await trainee.clicksPart(WAY_OUT);
      const isPrevented = await trainee.evaluate(
        ({ownerDocument: {defaultView}}) =>
          (defaultView as {readonly isPrevented?: boolean} | null)?.isPrevented,
      );
      assert.equal(isPrevented, false);
      const href = await trainee.evaluate(
        ({shadowRoot}) => shadowRoot?.querySelector<HTMLAnchorElement>('[part=fallback]')?.href,
      );
      assert.equal(href, new URL('phone', trainee.url).href);
      await canStillBeSent(trainee);
    },
  },
  {
    fault: 'F35',
    title: 'closed without a word, it is noticed and the endpoint asked once',
    attributes: WITH_PHONE,
    run: async (trainee) => {
      const {popup} = await opensWindow(trainee);
      const before = trainee.session.statusCount;
      await popup.close();
      await trainee.sees(CLOSED);
      assert.equal(await askedSince(trainee, before), 1);
      await canStillBeSent(trainee);
    },
  },
  {
    fault: 'F35',
    title: 'an error of the service leads back, and unlocks nothing',
    ...FROM_A_LOCK,
    run: async (trainee) => {
      await trainee.reaches('locked');
      const {popup, nonce} = await opensWindow(trainee);
      const before = trainee.session.statusCount;
      await reports(popup, {type: 'motp-identity', 'motp-nonce': nonce, result: 'error'});
      await trainee.sees('인증 제한이 아직 해제되지 않았습니다.');
      assert.equal(await askedSince(trainee, before), 1);
      assert(!(await trainee.readText()).includes(OPEN));
    },
  },
  {
    fault: 'F35',
    title: 'cut off by its opener policy, it reports back by channel',
    ...FROM_A_LOCK,
    run: async (trainee) => {
      await trainee.reaches('locked');
      const {popup, nonce} = await opensWindow(trainee, {
        'Cross-Origin-Opener-Policy': 'same-origin',
      });
      assert.equal(await popup.evaluate(() => window.opener === null), true);
      trainee.session.endpoint.failures = 0;
      await popup.evaluate((said) => {
        new BroadcastChannel('motp-verify').postMessage({
          type: 'motp-identity',
          'motp-nonce': said,
        });
      }, nonce);
      await trainee.sees(UNLOCKED);
    },
  },
  {
    fault: 'F35',
    title: 'cut off and silent, the endpoint is asked once the trainee is back',
    ...FROM_A_LOCK,
    run: async (trainee) => {
      await trainee.reaches('locked');
      await opensWindow(trainee, {'Cross-Origin-Opener-Policy': 'same-origin'});
      const other = await trainee.page.browserContext().newPage();
      await other.bringToFront();
      trainee.session.endpoint.failures = 0;
      await trainee.page.bringToFront();
      await trainee.sees(UNLOCKED);
    },
  },
  {
    fault: 'F36',
    title: 'ten thousand forged messages change nothing and ask nothing',
    ...FROM_A_LOCK,
    run: async (trainee) => {
      await trainee.reaches('locked');
      const {popup, nonce} = await opensWindow(trainee);
      const before = trainee.session.statusCount;
      // From a wrong window with the right nonce, and from the right one with a wrong nonce.
      await trainee.evaluate(floods, 5000, {type: 'motp-identity', 'motp-nonce': nonce});
      await popup.evaluate(
        (times, opener) => {
          for (let i = 0; i < times; i++) {
            window.opener.postMessage({type: 'motp-identity', 'motp-nonce': opener}, '*');
          }
        },
        5000,
        '0'.repeat(32),
      );
      await isHeard(trainee, popup);
      assert.equal(await askedSince(trainee, before), 0);
      assert.equal((await trainee.state()).status, 'locked');
      await trainee.sees(OPEN);
    },
  },
  {
    fault: 'F36',
    title: 'the right window with the right nonce is not heard from a wrong origin',
    ...FROM_A_LOCK,
    run: async (trainee) => {
      await trainee.reaches('locked');
      const {popup, nonce} = await opensWindow(trainee);
      const before = trainee.session.statusCount;
      // By itself: where the browser is told to go elsewhere, it cuts the two off from each other.
      await Promise.all([
        popup.waitForNavigation(),
        popup.evaluate(() => location.replace(location.href.replace('127.0.0.1', 'localhost'))),
      ]);
      await reports(popup, {type: 'motp-identity', 'motp-nonce': nonce});
      await isHeard(trainee, popup);
      assert.equal(await askedSince(trainee, before), 0);
      await trainee.sees(OPEN);
    },
  },
];

/** In the page: notes whether the next click on the widget is prevented. */
function notesTheNextClick(widget: Element): void {
  const {defaultView} = widget.ownerDocument;
  widget.addEventListener(
    'click',
    ({defaultPrevented}) => Object.assign(defaultView ?? {}, {isPrevented: defaultPrevented}),
    {once: true},
  );
}

/** The window's page reports to the page that opened it. */
function reports(popup: Page, report: object): Promise<void> {
  return popup.evaluate((said) => window.opener.postMessage(said, '*'), report);
}

/** In the page: posts a message to itself, so many times. */
function floods({ownerDocument: {defaultView}}: Element, times: number, report: object): void {
  for (let i = 0; i < times; i++) defaultView?.postMessage(report, '*');
}

/** Waits until the page has heard a last message of the window, and so all before it. */
async function isHeard(trainee: FaultPage, popup: Page): Promise<void> {
  await trainee.evaluate(({ownerDocument: {defaultView}}) => {
    defaultView?.addEventListener('message', ({data}) => {
      if (data === 'last') Object.assign(defaultView, {hasHeardAll: true});
    });
  });
  await popup.evaluate(() => window.opener.postMessage('last', '*'));
  await trainee.until(
    () =>
      trainee.evaluate(({ownerDocument: {defaultView}}) =>
        Boolean(defaultView && 'hasHeardAll' in defaultView),
      ),
    'all is heard',
  );
}
