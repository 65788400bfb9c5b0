/** What becomes of an attempt that is under way: the larger part of `next.ts`. */
import type {
  VerificationState,
  UnknownReason,
  Notice,
  PendingState,
  AttemptEvent,
  AccountStatus,
  FailureCount,
} from './state.ts';
import type {AttemptResponse, StatusResponse} from './contract.ts';

/** How long a rate limit holds the widget: clamped, so that an absurd answer can't block it. */
const WAIT_SECONDS = {least: 1, most: 300, unsaid: 5} as const;

/** What an endpoint keeps under a key, and so can tell of it when asked. */
const STORED_OUTCOMES: ReadonlySet<AttemptResponse['code']> = new Set([
  'verified',
  'code-mismatch',
  'locked',
  'code-expired',
  'code-replayed',
  'attempt-unknown',
]);

/** What holds of a request however often it is sent; everything else may be otherwise next time. */
const FINAL_OUTCOMES: ReadonlySet<AttemptResponse['code']> = new Set([
  ...STORED_OUTCOMES,
  'not-registered',
  'identity-mismatch',
  'invalid-request',
  'key-required',
  'key-reused',
]);

/** The state in which a code can be typed and sent. */
export function ready(failureCount: FailureCount | undefined, notice?: Notice): VerificationState {
  return {status: 'ready', failureCount, notice};
}

/** The failures that an answer tells, or those that were known before. */
export function toFailureCount(
  said: Pick<StatusResponse, 'failures' | 'maxFailures'>,
  before: FailureCount | undefined,
): FailureCount | undefined {
  const {failures, maxFailures} = said;
  return failures !== undefined && maxFailures !== undefined
    ? {failures, max: maxFailures}
    : before;
}

/** The state that follows an attempt under way when something is heard of it, or nothing. */
export function answerTransition(state: PendingState, event: AttemptEvent): VerificationState {
  const {key, failureCount, isResent} = state;
  switch (event.type) {
    case 'answered':
      return answered(state, event.answer, event.at);
    case 'offline':
      return isOutcomeUnknown(state)
        ? toUnknown(state, 'network')
        : ready(failureCount, {kind: 'offline'});
    case 'session-lost':
      return isOutcomeUnknown(state)
        ? toUnknown(state, 'session')
        : {status: 'signed-out', failureCount};
    case 'lost':
      return {
        status: 'checking',
        key,
        failureCount,
        isResent,
        ...restoredFlag(state),
        reason: event.reason,
        ...serverMessageOf(event),
      };
    case 'polling-ended':
      return {...toUnknown(state, reasonOf(state)), ...serverMessageOf(state)};
    case 'result-unavailable':
      return inferOutcome(state, event.accountStatus);
  }
}

/** Whether a request is out of which nobody knows: what is heard now may not be of that one. */
function isOutcomeUnknown(state: PendingState): boolean {
  return state.status === 'checking' || state.isResent;
}

function toUnknown(state: PendingState, reason: UnknownReason): VerificationState {
  const {key, failureCount} = state;
  return {status: 'unknown', key, failureCount, ...restoredFlag(state), reason};
}

function restoredFlag(state: PendingState): {readonly isRestored?: true} {
  return state.status === 'checking' && state.isRestored ? {isRestored: true} : {};
}

/** What the endpoint said of it in words of its own stays with what is not known. */
function serverMessageOf(told: PendingState | AttemptEvent): {readonly serverMessage?: string} {
  const serverMessage = 'serverMessage' in told ? told.serverMessage : undefined;
  return serverMessage ? {serverMessage} : {};
}

/** Without a key, the count alone can tell that a wrong code has arrived; success it can't tell. */
function inferOutcome(
  state: PendingState,
  accountStatus: AccountStatus | undefined,
): VerificationState {
  const {failureCount: before} = state;
  const unknownResult: Notice = {kind: 'result-unknown', ...serverMessageOf(state)};
  if (!accountStatus) return ready(before, unknownResult);
  const failureCount = toFailureCount(accountStatus, before);
  if (accountStatus.code === 'locked') {
    return {status: 'locked', failureCount, unlock: accountStatus.unlock, wasRechecked: false};
  }
  const isCounted = before && failureCount && failureCount.failures > before.failures;
  return ready(failureCount, isCounted ? {kind: 'code-mismatch'} : unknownResult);
}

function answered(state: PendingState, answer: AttemptResponse, at: number): VerificationState {
  const {key, isResent} = state;
  if (state.status === 'checking' && !STORED_OUTCOMES.has(answer.code)) {
    // It speaks of the asking, not of the attempt: what became of that is still unknown.
    return answer.code === 'session-required'
      ? answerTransition(state, {type: 'session-lost', key})
      : state;
  }
  if (
    isOutcomeUnknown(state) &&
    !FINAL_OUTCOMES.has(answer.code) &&
    answer.code !== 'in-progress'
  ) {
    // It speaks of the second request alone: the first may still arrive, and be counted.
    return toUnknown(state, answer.code === 'session-required' ? 'session' : 'server');
  }
  const failureCount = toFailureCount(answer, state.failureCount);
  switch (answer.code) {
    case 'verified': {
      const {verificationId, verifiedAt, expiresAt} = answer;
      return {status: 'verified', receipt: {verificationId, verifiedAt, expiresAt}};
    }
    case 'locked':
      return {status: 'locked', failureCount, unlock: answer.unlock, wasRechecked: false};
    case 'code-replayed': {
      const {nextCodeInMs} = answer;
      const until = nextCodeInMs === undefined ? undefined : at + nextCodeInMs;
      return ready(failureCount, {kind: 'code-replayed', until});
    }
    case 'identity-mismatch':
      return ready(failureCount, {kind: 'identity-mismatch', differs: answer.differs ?? []});
    case 'code-mismatch':
    case 'code-expired':
    case 'not-registered':
    case 'invalid-request':
    case 'unavailable':
      return ready(failureCount, {kind: answer.code});
    case 'internal':
    case 'key-required':
    case 'key-reused':
    case 'origin':
      return ready(failureCount, {kind: 'internal'});
    case 'csrf':
    case 'ticket-invalid':
      return ready(failureCount, {kind: 'page-outdated'});
    case 'session-required':
      return {status: 'signed-out', failureCount};
    case 'rate-limited': {
      const seconds = waitSeconds(answer.retryAfter);
      return {status: 'rate-limited', failureCount, seconds, until: at + 1000 * seconds};
    }
    case 'in-progress':
      return {status: 'checking', key, failureCount, isResent, reason: 'server'};
    case 'attempt-unknown':
      return attemptUnknown(state, failureCount);
  }
}

/** The endpoint knows no such attempt: it has not been counted. */
function attemptUnknown(
  state: PendingState,
  failureCount: FailureCount | undefined,
): VerificationState {
  const {key, isResent} = state;
  if (state.status === 'checking' && state.isRestored) return ready(failureCount);
  // The request never arrived: the same key goes out once more, so that at most one is counted.
  return isResent
    ? toUnknown(state, reasonOf(state))
    : {status: 'sending', key, failureCount, isResent: true};
}

function reasonOf(state: PendingState): UnknownReason {
  return state.status === 'checking' ? state.reason : 'server';
}

function waitSeconds(retryAfter: number = WAIT_SECONDS.unsaid): number {
  return Math.min(Math.max(Math.ceil(retryAfter), WAIT_SECONDS.least), WAIT_SECONDS.most);
}
