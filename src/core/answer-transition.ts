import {
  failureCountOf,
  lockedState,
  readyState,
  type AccountStatus,
  type AttemptEvent,
  type FailureCount,
  type Notice,
  type PendingState,
  type UnknownReason,
  type VerificationState,
} from './state.ts';
import type {AttemptResponse} from './contract.ts';

/** How long a rate limit may last, in s. The bounds keep an absurd response from blocking the widget. */
const WAIT_SECONDS = {min: 1, max: 300, default: 5} as const;

/** The outcomes that an endpoint stores under a key, and so returns to a query by key. */
const STORED_OUTCOMES: ReadonlySet<AttemptResponse['code']> = new Set([
  'verified',
  'code-mismatch',
  'locked',
  'code-expired',
  'code-replayed',
  'attempt-unknown',
]);

/** The outcomes that are the same however often a request is sent. */
const FINAL_OUTCOMES: ReadonlySet<AttemptResponse['code']> = new Set([
  ...STORED_OUTCOMES,
  'not-registered',
  'identity-mismatch',
  'invalid-request',
  'key-required',
  'key-reused',
]);

/** Returns the state that follows a pending attempt after `event`. `transition` calls this. */
export function answerTransition(state: PendingState, event: AttemptEvent): VerificationState {
  const {key, failureCount, isResent} = state;
  switch (event.type) {
    case 'answered':
      return answered(state, event.response, event.at);
    case 'offline':
      return mayBeDecided(state)
        ? toUnknown(state, 'network')
        : readyState(failureCount, {kind: 'offline'});
    case 'not-sent':
      return mayBeDecided(state)
        ? toUnknown(state, 'not-understood')
        : readyState(failureCount, {kind: 'internal'});
    case 'session-lost':
      // A proxy can send its login page also after the endpoint has decided, so the endpoint is asked.
      // If it knows nothing, the attempt is not resent: what refused it would do so again.
      return mayBeDecided(state)
        ? toUnknown(state, 'session')
        : {status: 'checking', key, failureCount, isResent, isRefused: true, reason: 'session'};
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
      return inferOutcome(state, event.response);
  }
}

/** Returns whether an earlier request may have been decided. This event may be about another one. */
function mayBeDecided(state: PendingState): boolean {
  return state.status === 'checking' || state.isResent;
}

function sessionLost(state: PendingState): VerificationState {
  return mayBeDecided(state)
    ? toUnknown(state, 'session')
    : {status: 'signed-out', failureCount: state.failureCount};
}

function toUnknown(state: PendingState, reason: UnknownReason): VerificationState {
  const {key, failureCount} = state;
  return {status: 'unknown', key, failureCount, ...restoredFlag(state), reason};
}

function restoredFlag(state: PendingState): {readonly isRestored?: true} {
  return state.status === 'checking' && state.isRestored ? {isRestored: true} : {};
}

/** Keeps the server message with the attempt while its result is unknown. */
function serverMessageOf(source: PendingState | AttemptEvent): {readonly serverMessage?: string} {
  const serverMessage = 'serverMessage' in source ? source.serverMessage : undefined;
  return serverMessage ? {serverMessage} : {};
}

/**
 * Infers the outcome from the account's status, if the endpoint has no idempotency keys. A higher
 * failure count shows that a wrong code has arrived. Success can't be inferred.
 */
function inferOutcome(
  state: PendingState,
  accountStatus: AccountStatus | undefined,
): VerificationState {
  const {failureCount: previous} = state;
  const unknownResult: Notice = {kind: 'result-unknown', ...serverMessageOf(state)};
  if (!accountStatus) {
    return state.status === 'checking' && state.reason === 'session'
      ? {status: 'signed-out', failureCount: previous, isUncertain: true}
      : readyState(previous, unknownResult);
  }
  const failureCount = failureCountOf(accountStatus, previous);
  if (accountStatus.code === 'locked') return lockedState(failureCount, accountStatus.unlock);
  if (accountStatus.code === 'not-registered')
    return readyState(previous, {kind: 'not-registered'});
  const isCounted = previous && failureCount && failureCount.failures > previous.failures;
  return readyState(failureCount, isCounted ? {kind: 'code-mismatch'} : unknownResult);
}

function answered(state: PendingState, response: AttemptResponse, at: number): VerificationState {
  const {code} = response;
  if (state.status === 'checking' && !STORED_OUTCOMES.has(code)) {
    // The response is about the query, so the attempt's result is still unknown.
    return code === 'session-required' ? sessionLost(state) : state;
  }
  if (mayBeDecided(state) && !FINAL_OUTCOMES.has(code) && code !== 'in-progress') {
    // The response is about the second request only. The first may still arrive and be counted.
    return toUnknown(state, code === 'session-required' ? 'session' : 'server');
  }
  return outcomeState(state, response, at);
}

function outcomeState(
  state: PendingState,
  response: AttemptResponse,
  at: number,
): VerificationState {
  const {key, isResent} = state;
  const failureCount = failureCountOf(response, state.failureCount);
  switch (response.code) {
    case 'verified': {
      const {verificationId, verifiedAt, expiresAt} = response;
      return {status: 'verified', receipt: {verificationId, verifiedAt, expiresAt}};
    }
    case 'locked':
      return lockedState(failureCount, response.unlock);
    case 'code-replayed': {
      const {nextCodeInMs} = response;
      const until = nextCodeInMs === undefined ? undefined : at + nextCodeInMs;
      return readyState(failureCount, {kind: 'code-replayed', until});
    }
    case 'identity-mismatch':
      return readyState(failureCount, {
        kind: 'identity-mismatch',
        differs: response.differs ?? [],
      });
    case 'code-mismatch':
    case 'code-expired':
    case 'not-registered':
    case 'invalid-request':
    case 'unavailable':
      return readyState(failureCount, {kind: response.code});
    case 'internal':
    case 'key-required':
    case 'key-reused':
    case 'origin':
      return readyState(failureCount, {kind: 'internal'});
    case 'csrf':
    case 'ticket-invalid':
      return readyState(failureCount, {kind: 'page-outdated'});
    case 'session-required':
      return {status: 'signed-out', failureCount};
    case 'rate-limited': {
      const seconds = waitSeconds(response.retryAfter);
      return {status: 'rate-limited', failureCount, seconds, until: at + 1000 * seconds};
    }
    case 'in-progress':
      return {status: 'checking', key, failureCount, isResent, reason: 'server'};
    case 'attempt-unknown':
      return attemptUnknown(state, failureCount);
  }
}

/** Handles an endpoint that does not know the attempt, and so has not counted it. */
function attemptUnknown(
  state: PendingState,
  failureCount: FailureCount | undefined,
): VerificationState {
  const {key, isResent} = state;
  if (state.status === 'checking' && state.isRestored) return readyState(failureCount);
  if (state.status === 'checking' && state.isRefused) {
    return {status: 'signed-out', failureCount};
  }
  // The request never arrived. It is resent once under the same key, so at most one is counted.
  return isResent
    ? toUnknown(state, reasonOf(state))
    : {status: 'sending', key, failureCount, isResent: true};
}

function reasonOf(state: PendingState): UnknownReason {
  return state.status === 'checking' ? state.reason : 'server';
}

function waitSeconds(retryAfter: number = WAIT_SECONDS.default): number {
  return Math.min(Math.max(Math.ceil(retryAfter), WAIT_SECONDS.min), WAIT_SECONDS.max);
}
