/** Double input, and a code that was used before. */
import assert from 'node:assert/strict';
import {rewriteBody, passThrough} from './fault-server.ts';
import {RIGHT, WRONG, type FaultCase} from './fault-case.ts';
import type {FaultPage} from './fault-page.ts';

const SUBMIT = '[part=submit]';

/** How long a key is held, in ms: longer than the pause after a rejection. */
const HELD_MS = 1500;

/** Expects one request and one failure, whatever is pressed before and after the response. */
async function expectOneAttempt(
  trainee: FaultPage,
  presses: () => Promise<void>,
  pressesAgain = presses,
): Promise<void> {
  const {session} = trainee;
  let release: (() => void) | undefined;
  session.posts = [(context) => (release = () => passThrough(context))];
  await presses();
  await trainee.until(() => release !== undefined, 'the request is sent');
  await pressesAgain();
  release?.();
  await trainee.reaches('ready', 'code-mismatch');
  // The status response comes after any other request that the widget could have sent.
  await trainee.evaluate((widget) => widget.refresh());
  assert.deepEqual([session.postCount, session.endpoint.failures], [1, 1]);
}

/** All cases. */
export const INPUT_CASES: readonly FaultCase[] = [
  {
    fault: 'F08',
    title: 'a double click is one request',
    run: async (trainee) => {
      await trainee.fillsIn(WRONG);
      await expectOneAttempt(trainee, () => trainee.clicksPart(SUBMIT, {count: 2}));
    },
  },
  {
    fault: 'F08',
    title: 'a double tap is one request',
    run: async (trainee) => {
      await trainee.fillsIn(WRONG);
      await expectOneAttempt(trainee, () => trainee.tapsPart(SUBMIT, {count: 2}));
    },
  },
  {
    fault: 'F09',
    title: 'a held Enter is one request',
    run: async (trainee) => {
      await trainee.fillsIn(WRONG);
      const {keyboard} = trainee.page;
      const holds = async (): Promise<void> => {
        for (let i = 0; i < 20; i++) await keyboard.down('Enter');
      };
      await expectOneAttempt(trainee, holds);
      // The key is still held after the rejection.
      const end = Date.now() + HELD_MS;
      while (Date.now() < end) await keyboard.down('Enter');
      await keyboard.up('Enter');
      await trainee.evaluate((widget) => widget.refresh());
      assert.equal(trainee.session.postCount, 1);
    },
  },
  {
    fault: 'F09',
    title: 'the Enter that ends a composition submits nothing, the next one submits',
    run: async (trainee) => {
      const {page, session} = trainee;
      const devtools = await page.createCDPSession();
      await trainee.fillsIn(WRONG.slice(0, 5));
      await devtools.send('Input.imeSetComposition', {
        text: WRONG.slice(5),
        selectionStart: 1,
        selectionEnd: 1,
      });
      await trainee.presses('Enter');
      // Input methods without composition events send this key code instead.
      await devtools.send('Input.dispatchKeyEvent', {
        type: 'rawKeyDown',
        key: 'Enter',
        code: 'Enter',
        windowsVirtualKeyCode: 229,
      });
      await devtools.send('Input.insertText', {text: WRONG.slice(5)});
      await trainee.evaluate((widget) => widget.refresh());
      assert.equal(session.postCount, 0);
      await expectOneAttempt(trainee, () => trainee.presses('Enter'));
    },
  },
  {
    fault: 'F10',
    title: 'the sixth digit submits, and the Enter after it submits nothing',
    attributes: 'auto-submit',
    run: async (trainee) => {
      await expectOneAttempt(
        trainee,
        () => trainee.fillsIn(WRONG),
        () => trainee.presses('Enter'),
      );
    },
  },
  {
    fault: 'F28',
    title: 'a used code is not counted, and the seconds until the next code are shown',
    prepare: ({endpoint}) => void endpoint.post('the-key-of-another-tab', RIGHT),
    run: async (trainee) => {
      const {session} = trainee;
      session.posts = [rewriteBody((text) => text.replace('{', '{"nextCodeInMs": 20000, '))];
      await trainee.enters(RIGHT);
      await trainee.reaches('ready', 'code-replayed');
      await trainee.sees('실패 횟수에는 포함되지 않습니다.');
      const seconds = Number(/새 번호가 표시되기까지 (\d+)초/.exec(await trainee.readText())?.[1]);
      assert(seconds > 10 && seconds <= 20, `${seconds}`);
      assert.equal(session.endpoint.failures, 0);
      assert.equal(await trainee.code(), RIGHT);
    },
  },
];
