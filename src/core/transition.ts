import {
  INITIAL_STATE,
  awaitsRegistration,
  canSubmit,
  failureCountOf,
  isPending,
  lockedState,
  readyState,
  type AccountStatus,
  type FailureCount,
  type LockRecheck,
  type NextCodeTime,
  type Notice,
  type ReadyState,
  type SubmitError,
  type VerificationEvent,
  type VerificationState,
} from './state.ts';
import type {IdempotencyKey} from './contract.ts';
import {answerTransition} from './answer-transition.ts';

/**
 * Returns the state that follows `state` after `event`. An event that does not apply to the state, or
 * that belongs to another key, returns the same object.
 */
export function transition(state: VerificationState, event: VerificationEvent): VerificationState {
  switch (event.type) {
    case 'refused':
      return state.status === 'ready'
        ? readyState(state.failureCount, noticeFor(event.error))
        : state;
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
      return state.status === 'rate-limited'
        ? readyState(state.failureCount, {kind: 'wait-ended'})
        : state;
    case 'status-received':
      return statusReceived(state, event);
    case 'status-unavailable':
      // That the registration is gone stays known.
      return awaitsRegistration(state) || event.isAutomatic
        ? state
        : rechecked(state, 'unavailable');
    case 'restored':
      return restored(state, event.key);
    case 'superseded':
      return event.by === 'trainee' ? INITIAL_STATE : superseded(state, event.nextCode);
    case 'reconnected':
      return state.status === 'ready' && state.notice?.kind === 'offline'
        ? readyState(state.failureCount)
        : state;
    case 'reset':
      return reset(state, event.nextCode);
    default:
      return isPending(state) && state.key === event.key ? answerTransition(state, event) : state;
  }
}

/** Clears a notice about the typed text. A notice from the endpoint stays readable. */
function edited(state: VerificationState): VerificationState {
  if (state.status !== 'ready') return state;
  switch (state.notice?.kind) {
    case 'code-empty':
    case 'code-length':
    case 'app-password':
    case 'code-repeated':
    case 'no-digits':
    case 'unclear':
    case 'too-many':
    case 'required':
      return readyState(state.failureCount);
    default:
      return state;
  }
}

function noticeFor(error: SubmitError): Notice {
  switch (error.kind) {
    case 'empty':
      return {kind: 'code-empty'};
    case 'wrong-length':
      return {kind: 'code-length', digits: error.digits};
    default:
      return error;
  }
}

/** Starts over, but keeps a pending attempt: its result would be lost, or counted twice. */
function reset(state: VerificationState, nextCode: NextCodeTime): VerificationState {
  switch (state.status) {
    case 'ready':
    case 'signed-out':
      return readyState(state.failureCount);
    case 'verified':
      return nextCode ? readyState(undefined, {kind: 'next-code', ...nextCode}) : INITIAL_STATE;
    default:
      return state;
  }
}

/** Asks for the result of an earlier attempt. An earlier success needs a new confirmation, too. */
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

/** Keeps the lock and the failure count, which are the trainee's. The rest was the last check's. */
function superseded(state: VerificationState, nextCode: NextCodeTime): VerificationState {
  switch (state.status) {
    case 'sending':
    case 'checking':
    case 'unknown':
      return readyState(state.failureCount);
    case 'ready':
      // A reset has just set this notice, and it is about the new check.
      return state.notice?.kind === 'next-code' ? state : readyState(state.failureCount);
    default:
      return reset(state, nextCode);
  }
}

function statusReceived(
  state: VerificationState,
  {accountStatus, isAutomatic}: Extract<VerificationEvent, {type: 'status-received'}>,
): VerificationState {
  switch (state.status) {
    case 'ready':
      return readyAfterStatus(state, accountStatus);
    case 'signed-out':
      // The endpoint returns the status only to a trainee who is signed in.
      return readyAfterStatus(readyState(undefined), accountStatus);
    case 'locked':
      if (accountStatus.code === 'ready') {
        const kind = awaitsRegistration(state) ? 'registered' : 'unlocked';
        return readyState(failureCountOf(accountStatus), {kind});
      }
      if (accountStatus.code !== 'locked') return rechecked(state, 'reset');
      // “Not yet unlocked” answers a question. On arrival, nobody has asked one.
      return isAutomatic ? state : rechecked(state, 'still-locked');
    default:
      return state;
  }
}

/** Records what a query of a locked account's status has shown. */
function rechecked(state: VerificationState, recheck: LockRecheck): VerificationState {
  return state.status !== 'locked' || state.recheck === recheck ? state : {...state, recheck};
}

function readyAfterStatus(state: ReadyState, accountStatus: AccountStatus): VerificationState {
  const failureCount = failureCountOf(accountStatus);
  if (accountStatus.code === 'locked') return lockedState(failureCount, accountStatus.unlock);
  const notice = accountStatus.notice ?? noticeAfterStatus(state, accountStatus.code);
  return isSameFailureCount(failureCount, state.failureCount) && notice?.kind === state.notice?.kind
    ? state
    : readyState(failureCount, notice);
}

/** Returns what the status says of the registration, unless the trainee still reads something else. */
function noticeAfterStatus(
  state: ReadyState,
  code: 'ready' | 'not-registered',
): Notice | undefined {
  if (code === 'ready') return awaitsRegistration(state) ? {kind: 'registered'} : state.notice;
  const isRead = state.notice === undefined || state.notice.kind === 'registered';
  return isRead ? {kind: 'register-first'} : state.notice;
}

function isSameFailureCount(a: FailureCount | undefined, b: FailureCount | undefined): boolean {
  return a?.failures === b?.failures && a?.max === b?.max;
}
