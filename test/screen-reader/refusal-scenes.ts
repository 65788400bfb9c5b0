/** The scenes in which a code is refused. */
import type {Outcome} from './listener.ts';
import {RIGHT, WRONG, startsInField, submits, tabsTo, type Scene} from './scene.ts';

/** The outcome of a wrong code. */
const MISMATCH: Outcome = {status: 'ready', notice: 'code-mismatch'};

/** A scene of one refusal. */
function refusal(
  name: string,
  title: string,
  status: number,
  body: {readonly code: string},
  outcome: Outcome,
): Scene {
  return {
    name,
    title,
    async play(listener, site) {
      await startsInField(listener);
      site.responses.push({status, body: {counted: false, ...body}});
      await submits(listener, site, RIGHT, outcome);
    },
  };
}

/** Refusals after which the trainee tries again. */
export const REFUSAL_SCENES: readonly Scene[] = [
  {
    name: 'empty',
    title: 'Enter in the empty field, three times',
    async play(listener) {
      await startsInField(listener);
      for (let i = 0; i < 3; i++) {
        await listener.presses('Return', {status: 'ready', notice: 'code-empty'});
      }
    },
  },
  {
    name: 'four-and-seven-digits',
    title: 'Four digits, then seven',
    async play(listener) {
      await startsInField(listener);
      await listener.types('1234');
      await listener.presses('Return', {status: 'ready', notice: 'app-password'});
      await listener.types('1234567');
      await listener.presses('Return', {status: 'ready', notice: 'code-length'});
    },
  },
  {
    name: 'wrong',
    title: 'A wrong code, the fourth one, and the field reached again',
    async play(listener, site) {
      await startsInField(listener);
      await submits(listener, site, WRONG[0], MISMATCH);
      site.endpoint.failures = 3;
      await submits(listener, site, WRONG[1], MISMATCH);
      await listener.presses('Tab');
      await listener.presses('shift+Tab');
    },
  },
  {
    name: 'wrong-by-button',
    title: 'A wrong code, submitted by the button',
    async play(listener, site) {
      await startsInField(listener);
      await submits(listener, site, WRONG[0], MISMATCH, async () => {
        await tabsTo(listener, '[part=submit]');
        await listener.presses('space', {status: 'sending'});
      });
    },
  },
  {
    name: 'wrong-by-mouse',
    title: 'A wrong code, submitted by a mouse press on the button',
    async play(listener, site) {
      await startsInField(listener);
      await submits(listener, site, WRONG[0], MISMATCH, () =>
        listener.clicks('[part=submit]', {status: 'sending'}),
      );
    },
  },
  {
    name: 'fast-answer',
    title: 'An answer that arrives at once',
    async play(listener) {
      await startsInField(listener);
      await listener.types(WRONG[0]);
      await listener.presses('Return', MISMATCH);
    },
  },
  refusal(
    'expired',
    'An expired code',
    422,
    {code: 'code-expired'},
    {
      status: 'ready',
      notice: 'code-expired',
    },
  ),
  refusal(
    'replayed',
    'A code that was already used',
    409,
    {code: 'code-replayed'},
    {
      status: 'ready',
      notice: 'code-replayed',
    },
  ),
  {
    name: 'offline',
    title: 'Without a network',
    async play(listener) {
      await startsInField(listener);
      await listener.goesOffline();
      await listener.types(RIGHT);
      await listener.presses('Return', {status: 'ready', notice: 'offline'});
    },
  },
  refusal(
    'signed-out',
    'A session that has ended',
    403,
    {code: 'session-required'},
    {
      status: 'signed-out',
    },
  ),
  {
    name: 'last-seconds',
    title: 'The last ten seconds of a number, and the next one',
    async play(listener, site) {
      site.fields = {serverTime: 1_800_000_000_000, stepEndsInMs: 30_000, period: 60};
      await startsInField(listener);
      await submits(listener, site, WRONG[0], MISMATCH);
      await listener.does('nine seconds are left', () => listener.waits(20_000, '9초'));
      site.fields = {serverTime: 1_800_000_021_000, stepEndsInMs: 8_000, period: 60};
      await submits(listener, site, WRONG[1], MISMATCH);
      await listener.does('the next number is there', () =>
        listener.waits(8_000, '새 번호가 표시'),
      );
    },
  },
];
