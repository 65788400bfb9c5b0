/** The identity popup: blocked, closed, without opener, and forged messages. */
import assert from 'node:assert/strict';
import type {Page} from 'puppeteer-core';
import {WRONG, type FaultCase} from './fault-case.ts';
import type {FaultPage} from './fault-page.ts';

const FALLBACK = '[part=fallback]';
const WITH_PHONE = 'status-url="api/status" phone-identity-url="phone"';
const POPUP = '<!doctype html><title>identity</title>';
const OPEN = '새 창에서 본인인증을 진행해 주세요.';
const CLOSED = '본인인증 창이 닫혔습니다.';
const UNLOCKED = '인증 제한이 해제되었습니다.';

/** The account is locked, and the page offers phone verification. */
const LOCKED: Pick<FaultCase, 'attributes' | 'prepare'> = {
  attributes: WITH_PHONE,
  prepare: ({endpoint}) => (endpoint.failures = 5),
};

/** Clicks 휴대폰 본인인증; returns the popup's page and its nonce. */
async function openPopup(
  trainee: FaultPage,
  headers: Readonly<Record<string, string>> = {},
): Promise<{readonly popup: Page; readonly nonce: string}> {
  const {page, session} = trainee;
  session.pages['phone'] = {html: POPUP, headers};
  const opened = page.browserContext().waitForTarget((target) => target.url().includes('/phone'));
  await trainee.clicksPart(FALLBACK);
  const popup = await (await opened).page();
  assert(popup);
  await popup.waitForFunction(() => document.readyState === 'complete');
  await trainee.sees(headers['Cross-Origin-Opener-Policy'] ? CLOSED : OPEN);
  const nonce = new URL(popup.url()).searchParams.get('motp-nonce') ?? '';
  assert.match(nonce, /^[0-9a-f]{32}$/);
  return {popup, nonce};
}

/** Counts the status requests since `before`, without the one that this function makes. */
async function statusRequestsSince(trainee: FaultPage, before: number): Promise<number> {
  await trainee.evaluate((widget) => widget.refresh());
  return trainee.session.statusCount - before - 1;
}

/** Expects that the trainee can submit a code. */
async function expectCanSubmit(trainee: FaultPage): Promise<void> {
  await trainee.enters(WRONG);
  await trainee.reaches('ready', 'code-mismatch');
}

/** All cases. */
export const POPUP_CASES: readonly FaultCase[] = [
  {
    fault: 'F34',
    title: 'a blocked popup is reported, and the next click opens the plain link',
    attributes: WITH_PHONE,
    // Like a popup blocker: `window.open` returns null, even in a trusted click.
    headers: {'Content-Security-Policy': 'sandbox allow-scripts allow-same-origin allow-forms'},
    // Chromium logs the blocked popup.
    expectedErrors: /allow-popups/,
    run: async (trainee) => {
      await trainee.clicksPart(FALLBACK);
      await trainee.sees('본인인증 창이 차단되었습니다.');
      await trainee.evaluate(recordNextClick);
      await trainee.clicksPart(FALLBACK);
      const isPrevented = await trainee.evaluate(
        ({ownerDocument: {defaultView}}) =>
          (defaultView as {readonly isPrevented?: boolean} | null)?.isPrevented,
      );
      assert.equal(isPrevented, false);
      const [link] = await trainee.fallbackLinks();
      assert.equal(link?.href, new URL('phone', trainee.url).href);
      await expectCanSubmit(trainee);
    },
  },
  {
    fault: 'F35',
    title: 'a popup closed without a report is detected, and the status is requested once',
    attributes: WITH_PHONE,
    run: async (trainee) => {
      const {popup} = await openPopup(trainee);
      const before = trainee.session.statusCount;
      await popup.close();
      await trainee.sees(CLOSED);
      assert.equal(await statusRequestsSince(trainee, before), 1);
      await expectCanSubmit(trainee);
    },
  },
  {
    fault: 'F35',
    title: 'an error of the service ends the popup’s state and unlocks nothing',
    ...LOCKED,
    run: async (trainee) => {
      await trainee.reaches('locked');
      const {popup, nonce} = await openPopup(trainee);
      const before = trainee.session.statusCount;
      await postReport(popup, {type: 'motp-identity', 'motp-nonce': nonce, result: 'error'});
      await trainee.sees('인증 제한이 아직 해제되지 않았습니다.');
      assert.equal(await statusRequestsSince(trainee, before), 1);
      assert(!(await trainee.readText()).includes(OPEN));
    },
  },
  {
    fault: 'F35',
    title: 'without an opener (COOP), the popup reports by BroadcastChannel',
    ...LOCKED,
    run: async (trainee) => {
      await trainee.reaches('locked');
      const {popup, nonce} = await openPopup(trainee, {
        'Cross-Origin-Opener-Policy': 'same-origin',
      });
      assert.equal(await popup.evaluate(() => window.opener === null), true);
      trainee.session.endpoint.failures = 0;
      await popup.evaluate((value) => {
        new BroadcastChannel('motp-verify').postMessage({
          type: 'motp-identity',
          'motp-nonce': value,
        });
      }, nonce);
      await trainee.sees(UNLOCKED);
    },
  },
  {
    fault: 'F35',
    title: 'without an opener or a report, the status is requested when the trainee returns',
    ...LOCKED,
    run: async (trainee) => {
      await trainee.reaches('locked');
      await openPopup(trainee, {'Cross-Origin-Opener-Policy': 'same-origin'});
      const other = await trainee.page.browserContext().newPage();
      await other.bringToFront();
      trainee.session.endpoint.failures = 0;
      await trainee.page.bringToFront();
      await trainee.sees(UNLOCKED);
    },
  },
  {
    fault: 'F36',
    title: 'ten thousand forged messages change nothing and cause no request',
    ...LOCKED,
    run: async (trainee) => {
      await trainee.reaches('locked');
      const {popup, nonce} = await openPopup(trainee);
      const before = trainee.session.statusCount;
      // The wrong window with the correct nonce, then the correct window with a wrong nonce.
      await trainee.evaluate(postManyMessages, 5000, {type: 'motp-identity', 'motp-nonce': nonce});
      await popup.evaluate(
        (times, opener) => {
          for (let i = 0; i < times; i++) {
            window.opener.postMessage({type: 'motp-identity', 'motp-nonce': opener}, '*');
          }
        },
        5000,
        '0'.repeat(32),
      );
      await waitForMessages(trainee, popup);
      assert.equal(await statusRequestsSince(trainee, before), 0);
      assert.equal((await trainee.state()).status, 'locked');
      await trainee.sees(OPEN);
    },
  },
  {
    fault: 'F36',
    title: 'a message of the correct window with the correct nonce is ignored from another origin',
    ...LOCKED,
    run: async (trainee) => {
      await trainee.reaches('locked');
      const {popup, nonce} = await openPopup(trainee);
      const before = trainee.session.statusCount;
      // The popup navigates itself. A navigation by the browser would sever the opener.
      await Promise.all([
        popup.waitForNavigation(),
        popup.evaluate(() => location.replace(location.href.replace('127.0.0.1', 'localhost'))),
      ]);
      await postReport(popup, {type: 'motp-identity', 'motp-nonce': nonce});
      await waitForMessages(trainee, popup);
      assert.equal(await statusRequestsSince(trainee, before), 0);
      await trainee.sees(OPEN);
    },
  },
];

/** Records whether the next click on the widget is prevented. Runs in the page. */
function recordNextClick(widget: Element): void {
  const {defaultView} = widget.ownerDocument;
  // The clicks of the card stop at its root.
  widget.shadowRoot?.addEventListener(
    'click',
    ({defaultPrevented}) => Object.assign(defaultView ?? {}, {isPrevented: defaultPrevented}),
    {once: true},
  );
}

/** Posts a report from the popup to its opener. */
function postReport(popup: Page, report: object): Promise<void> {
  return popup.evaluate((data) => window.opener.postMessage(data, '*'), report);
}

/** Posts a message from the page to itself a number of times. Runs in the page. */
function postManyMessages(
  {ownerDocument: {defaultView}}: Element,
  times: number,
  report: object,
): void {
  for (let i = 0; i < times; i++) defaultView?.postMessage(report, '*');
}

/** Waits until the page has received a last message of the popup, and so all messages before it. */
async function waitForMessages(trainee: FaultPage, popup: Page): Promise<void> {
  await trainee.evaluate(({ownerDocument: {defaultView}}) => {
    defaultView?.addEventListener('message', ({data}) => {
      if (data === 'last') Object.assign(defaultView, {hasReceivedLast: true});
    });
  });
  await popup.evaluate(() => window.opener.postMessage('last', '*'));
  await trainee.until(
    () =>
      trainee.evaluate(({ownerDocument: {defaultView}}) =>
        Boolean(defaultView && 'hasReceivedLast' in defaultView),
      ),
    'the last message is received',
  );
}
