/** The only way between the states of a verification. */
import {
  INITIAL,
  isOpen,
  takesCode,
  type Attempt,
  type AttemptEvent,
  type NextCode,
  type Notice,
  type Obstacle,
  type Standing,
  type Tries,
} from './state.ts';
import type {AttemptKey} from './contract.ts';
import {ready, settled, triesOf} from './answer-transition.ts';

/**
 * The state that follows `attempt` when `event` happens. An event that means nothing to a state, or
 * that speaks of another key, leaves the very same object.
 */
export function next(attempt: Attempt, event: AttemptEvent): Attempt {
  switch (event.type) {
    case 'refused':
      return attempt.is === 'ready' ? ready(attempt.tries, refusal(event.why)) : attempt;
    case 'edited':
      return edited(attempt);
    case 'submitted':
      return takesCode(attempt)
        ? {is: 'sending', key: event.key, tries: attempt.tries, resent: false}
        : attempt;
    case 'asked':
      return attempt.is === 'undecided'
        ? {...attempt, is: 'checking', resent: event.unbidden ?? false}
        : attempt;
    case 'waited':
      return attempt.is === 'waiting' ? ready(attempt.tries) : attempt;
    case 'informed':
      return informed(attempt, event.standing);
    case 'recalled':
      return recalled(attempt, event.key);
    case 'superseded':
      return event.by === 'trainee' ? INITIAL : superseded(attempt, event.nextCode);
    case 'reconnected':
      return isOffline(attempt) ? ready(attempt.tries) : attempt;
    case 'reset':
      return reset(attempt, event.nextCode);
    default:
      return isOpen(attempt) && attempt.key === event.key ? settled(attempt, event) : attempt;
  }
}

/** What was missing or too much is being mended; what the endpoint said stays to be read. */
function edited(attempt: Attempt): Attempt {
  if (attempt.is !== 'ready') return attempt;
  switch (attempt.notice?.is) {
    case 'code-empty':
    case 'code-length':
    case 'app-password':
    case 'no-digits':
    case 'unclear':
    case 'too-many':
    case 'required':
      return ready(attempt.tries);
    default:
      return attempt;
  }
}

function refusal(why: Obstacle): Notice {
  switch (why.is) {
    case 'no-digits':
    case 'unclear':
    case 'too-many':
    case 'required':
      return why;
    case 'empty':
      return {is: 'code-empty'};
    case 'app-password':
      return {is: 'app-password'};
    case 'wrong-length':
      return {is: 'code-length', digits: why.digits};
  }
}

/** What is not settled yet outlives a reset: else its outcome would be lost, or counted twice. */
function reset(attempt: Attempt, nextCode: NextCode): Attempt {
  switch (attempt.is) {
    case 'ready':
    case 'signed-out':
      return ready(attempt.tries);
    case 'verified':
      return nextCode ? ready(undefined, {is: 'next-code', ...nextCode}) : INITIAL;
    default:
      return attempt;
  }
}

/** Success from before the page was left is not taken for success until the endpoint confirms it. */
function recalled(attempt: Attempt, key: AttemptKey): Attempt {
  if (attempt.is !== 'ready' && attempt.is !== 'verified') return attempt;
  const tries = attempt.is === 'ready' ? attempt.tries : undefined;
  return {is: 'checking', key, tries, resent: true, recalled: true, doubt: 'network'};
}

/** The lock and the count are the trainee's; everything else belonged to the check before. */
function superseded(attempt: Attempt, nextCode: NextCode): Attempt {
  switch (attempt.is) {
    case 'sending':
    case 'checking':
    case 'undecided':
      return ready(attempt.tries);
    case 'ready':
      // What a reset has just said of the next check still holds.
      return attempt.notice?.is === 'next-code' ? attempt : ready(attempt.tries);
    default:
      return reset(attempt, nextCode);
  }
}

function isOffline(attempt: Attempt): attempt is Extract<Attempt, {is: 'ready'}> {
  return attempt.is === 'ready' && attempt.notice?.is === 'offline';
}

function informed(attempt: Attempt, standing: Standing): Attempt {
  const tries = triesOf(standing, undefined);
  switch (attempt.is) {
    case 'ready':
      if (standing.code === 'locked') {
        return {is: 'locked', tries, unlock: standing.unlock, stands: false};
      }
      return sameTries(tries, attempt.tries) && !standing.notice
        ? attempt
        : ready(tries, standing.notice ?? attempt.notice);
    // Only who is signed in is told how things stand.
    case 'signed-out':
      return next(ready(tries), {type: 'informed', standing});
    case 'locked':
      if (standing.code === 'ready') return ready(tries, {is: 'unlocked'});
      return attempt.stands ? attempt : {...attempt, stands: true};
    default:
      return attempt;
  }
}

function sameTries(a: Tries | undefined, b: Tries | undefined): boolean {
  return a?.failures === b?.failures && a?.max === b?.max;
}
