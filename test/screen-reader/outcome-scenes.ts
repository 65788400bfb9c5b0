/** The scenes of a lock, a wait, a lost answer and success. */
import {RIGHT, WRONG, startsInField, submits, tabsTo, type Scene} from './scene.ts';

/** What replaces the form, or keeps the trainee waiting. */
export const OUTCOME_SCENES: readonly Scene[] = [
  {
    name: 'locked',
    title: 'The fifth wrong code, and the lock released',
    async play(listener, site) {
      await startsInField(listener);
      site.endpoint.failures = 4;
      await submits(listener, site, WRONG[0], {status: 'locked'});
      await listener.passesSecond();
      await tabsTo(listener, '[part=recheck]');
      await listener.presses('Return');
      site.endpoint.failures = 0;
      await listener.presses('Return', {status: 'ready', notice: 'unlocked'});
      await listener.passesSecond();
    },
  },
  {
    name: 'rate-limited',
    title: 'Too many requests, and the end of the wait',
    async play(listener, site) {
      await startsInField(listener);
      const body = {code: 'rate-limited', counted: false, retryAfter: 30};
      site.responses.push({status: 429, body});
      await submits(listener, site, RIGHT, {status: 'rate-limited'});
      await listener.does('the wait is over', () => listener.passTime(30_000), {status: 'ready'});
    },
  },
  {
    name: 'undecided',
    title: 'A lost answer, and the result asked for',
    async play(listener, site) {
      await startsInField(listener);
      site.responses.push('lost');
      site.queries.push('lost', 'lost', 'lost', 'lost');
      await listener.types(RIGHT);
      await listener.presses('Return', {status: 'checking'});
      await listener.passesSecond();
      await listener.does('no answer in 15 seconds', () => listener.passTime(20_000), {
        status: 'unknown',
      });
      site.queries.length = 0;
      await tabsTo(listener, '[part=submit]');
      site.answers.hold();
      await listener.presses('Return', {status: 'checking'});
      await listener.passesSecond();
      await listener.does('the result arrives', () => site.answers.release(), {status: 'verified'});
      await listener.passesSecond();
    },
  },
  {
    name: 'success',
    title: 'A right code, and the dialog closed',
    async play(listener, site) {
      await startsInField(listener);
      await submits(listener, site, RIGHT, {status: 'verified'});
      await listener.passesSecond();
      await listener.presses('Return');
    },
  },
  {
    name: 'reset-in-dialog',
    title: 'A new check, while the dialog of the last one is open',
    async play(listener, site) {
      await startsInField(listener);
      await submits(listener, site, RIGHT, {status: 'verified'});
      await listener.passesSecond();
      await listener.does('the page starts over', () => listener.resets(), {status: 'ready'});
      await listener.passesSecond();
    },
  },
  {
    name: 'signed-in-again',
    title: 'The link to sign in again, taken away when the trainee has signed in',
    attributes: 'login-url="/login"',
    async play(listener, site) {
      await startsInField(listener);
      const body = {code: 'session-required', counted: false};
      site.responses.push({status: 403, body});
      await submits(listener, site, RIGHT, {status: 'signed-out'});
      await listener.presses('shift+Tab');
      await listener.does('the page asks for the status', () => listener.refreshes(), {
        status: 'ready',
      });
      await listener.passesSecond();
    },
  },
  {
    name: 'success-inline',
    title: 'A right code, on a page without a dialog',
    attributes: 'completion="inline"',
    async play(listener, site) {
      await startsInField(listener);
      await submits(listener, site, RIGHT, {status: 'verified'});
      await listener.passesSecond();
    },
  },
];
