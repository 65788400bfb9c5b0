/** The only way between the states of a verification. */
import {
  INITIAL_STATE,
  isPending,
  canSubmit,
  type VerificationState,
  type VerificationEvent,
  type NextCodeTime,
  type Notice,
  type SubmitError,
  type AccountStatus,
  type FailureCount,
} from './state.ts';
import type {IdempotencyKey} from './contract.ts';
import {ready, answerTransition, toFailureCount} from './answer-transition.ts';

/**
 * The state that follows `attempt` when `event` happens. An event that means nothing to a state, or
 * that speaks of another key, leaves the very same object.
 */
export function transition(state: VerificationState, event: VerificationEvent): VerificationState {
  switch (event.type) {
    case 'refused':
      return state.status === 'ready' ? ready(state.failureCount, noticeFor(event.why)) : state;
    case 'edited':
      return edited(state);
    case 'submitted':
      return canSubmit(state)
        ? {status: 'sending', key: event.key, failureCount: state.failureCount, isResent: false}
        : state;
    case 'recheck':
      return state.status === 'unknown'
        ? {...state, status: 'checking', isResent: event.isAutomatic ?? false}
        : state;
    case 'wait-ended':
      return state.status === 'rate-limited' ? ready(state.failureCount) : state;
    case 'status-received':
      return onStatusReceived(state, event.accountStatus);
    case 'restored':
      return restored(state, event.key);
    case 'superseded':
      return event.by === 'trainee' ? INITIAL_STATE : superseded(state, event.nextCode);
    case 'reconnected':
      return isOffline(state) ? ready(state.failureCount) : state;
    case 'reset':
      return reset(state, event.nextCode);
    default:
      return isPending(state) && state.key === event.key ? answerTransition(state, event) : state;
  }
}

/** What was missing or too much is being mended; what the endpoint said stays to be read. */
function edited(state: VerificationState): VerificationState {
  if (state.status !== 'ready') return state;
  switch (state.notice?.kind) {
    case 'code-empty':
    case 'code-length':
    case 'app-password':
    case 'no-digits':
    case 'unclear':
    case 'too-many':
    case 'required':
      return ready(state.failureCount);
    default:
      return state;
  }
}

function noticeFor(why: SubmitError): Notice {
  switch (why.kind) {
    case 'no-digits':
    case 'unclear':
    case 'too-many':
    case 'required':
      return why;
    case 'empty':
      return {kind: 'code-empty'};
    case 'app-password':
      return {kind: 'app-password'};
    case 'wrong-length':
      return {kind: 'code-length', digits: why.digits};
  }
}

/** What is not settled yet outlives a reset: else its outcome would be lost, or counted twice. */
function reset(state: VerificationState, nextCode: NextCodeTime): VerificationState {
  switch (state.status) {
    case 'ready':
    case 'signed-out':
      return ready(state.failureCount);
    case 'verified':
      return nextCode ? ready(undefined, {kind: 'next-code', ...nextCode}) : INITIAL_STATE;
    default:
      return state;
  }
}

/** Success from before the page was left is not taken for success until the endpoint confirms it. */
function restored(state: VerificationState, key: IdempotencyKey): VerificationState {
  if (state.status !== 'ready' && state.status !== 'verified') return state;
  const failureCount = state.status === 'ready' ? state.failureCount : undefined;
  return {
    status: 'checking',
    key,
    failureCount,
    isResent: true,
    isRestored: true,
    reason: 'network',
  };
}

/** The lock and the count are the trainee's; everything else belonged to the check before. */
function superseded(state: VerificationState, nextCode: NextCodeTime): VerificationState {
  switch (state.status) {
    case 'sending':
    case 'checking':
    case 'unknown':
      return ready(state.failureCount);
    case 'ready':
      // What a reset has just said of the next check still holds.
      return state.notice?.kind === 'next-code' ? state : ready(state.failureCount);
    default:
      return reset(state, nextCode);
  }
}

function isOffline(
  state: VerificationState,
): state is Extract<VerificationState, {status: 'ready'}> {
  return state.status === 'ready' && state.notice?.kind === 'offline';
}

function onStatusReceived(
  state: VerificationState,
  accountStatus: AccountStatus,
): VerificationState {
  const failureCount = toFailureCount(accountStatus, undefined);
  switch (state.status) {
    case 'ready':
      if (accountStatus.code === 'locked') {
        return {status: 'locked', failureCount, unlock: accountStatus.unlock, wasRechecked: false};
      }
      return isSameFailureCount(failureCount, state.failureCount) && !accountStatus.notice
        ? state
        : ready(failureCount, accountStatus.notice ?? state.notice);
    // Only who is signed in is told how things stand.
    case 'signed-out':
      return transition(ready(failureCount), {type: 'status-received', accountStatus});
    case 'locked':
      if (accountStatus.code === 'ready') return ready(failureCount, {kind: 'unlocked'});
      return state.wasRechecked ? state : {...state, wasRechecked: true};
    default:
      return state;
  }
}

function isSameFailureCount(a: FailureCount | undefined, b: FailureCount | undefined): boolean {
  return a?.failures === b?.failures && a?.max === b?.max;
}
