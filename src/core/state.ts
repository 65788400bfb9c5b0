/**
 * The states of a verification, and the events that change them. The widget renders everything from
 * a {@link VerificationState}; `transition.ts` has the rules between them.
 */
import type {CodeError, PasteError} from './code.ts';
import type {
  AttemptResponse,
  IdempotencyKey,
  IdentityDifference,
  Receipt,
  StatusResponse,
  UnlockMethod,
} from './contract.ts';

/** Failures in a row. The endpoint counts them; the widget never does. */
export interface FailureCount {
  readonly failures: number;
  /** How many failures lock the account (manual: 5회). */
  readonly max: number;
}

/** What the widget says beside the field in the state `ready`. Each notice has its next step. */
export type Notice =
  /** Nothing was sent, because the field holds no code. */
  | {readonly kind: 'code-empty' | 'app-password' | 'required'}
  /** Nothing was sent, because the field still holds the code that was just refused as wrong. */
  | {readonly kind: 'code-repeated'}
  | {readonly kind: 'code-length'; readonly digits: number}
  /** A pasted text was not inserted. The field is unchanged. */
  | PasteError
  /** The request failed without a network. The next press repeats it under the same key. */
  | {readonly kind: 'offline'}
  /** The endpoint received or decided nothing, so no try was used. */
  | {readonly kind: 'unavailable' | 'internal' | 'page-outdated'}
  /** The endpoint has no idempotency keys, and the result is unknown: a try may have been used. */
  | {readonly kind: 'result-unknown'; readonly serverMessage?: ServerMessage}
  /** The endpoint refused the code or the request. */
  | {readonly kind: 'code-mismatch' | 'code-expired' | 'not-registered' | 'invalid-request'}
  | {readonly kind: 'identity-mismatch'; readonly differs: readonly IdentityDifference[]}
  /**
   * The code was already used, in this check or in the one before. The phone shows the next code at
   * `until`, in ms of the event's clock, if the endpoint says so.
   */
  | {readonly kind: 'code-replayed' | 'next-code'; readonly until: number | undefined}
  /** The status: the trainee has to register first, has now registered, or the lock is released. */
  | {readonly kind: 'register-first' | 'registered' | 'unlocked'}
  /** The time of a rate limit is over. */
  | {readonly kind: 'wait-ended'};

/** Why the result of a request is unknown. With `session`, the trainee must sign in first. */
export type UnknownReason = 'timeout' | 'network' | 'server' | 'not-understood' | 'session';

/** What the endpoint says in its own words: plain text, shown after ours, never evaluated. */
export type ServerMessage = string | undefined;

/** The state of a verification, discriminated by `status`. */
export type VerificationState =
  /** The trainee can enter and send a code. */
  | {
      readonly status: 'ready';
      readonly failureCount: FailureCount | undefined;
      readonly notice: Notice | undefined;
    }
  /** A code is being sent under `key`. `isResent`: it is sent a second time under that key. */
  | {
      readonly status: 'sending';
      readonly key: IdempotencyKey;
      readonly failureCount: FailureCount | undefined;
      readonly isResent: boolean;
    }
  /**
   * The response was lost, and the widget asks the endpoint for the result by key. `isRestored`: the
   * attempt is from before a reload or a history navigation. Its code is gone and can't be resent.
   */
  | {
      readonly status: 'checking';
      readonly key: IdempotencyKey;
      readonly failureCount: FailureCount | undefined;
      readonly isResent: boolean;
      /** A login page answered the only request, so the request is not under way any more. */
      readonly isRefused?: true;
      readonly isRestored?: true;
      readonly reason: UnknownReason;
      readonly serverMessage?: ServerMessage;
    }
  /** The widget could not get the result. The trainee can ask again. */
  | {
      readonly status: 'unknown';
      readonly key: IdempotencyKey;
      readonly failureCount: FailureCount | undefined;
      readonly isRestored?: true;
      readonly reason: UnknownReason;
      readonly serverMessage?: ServerMessage;
    }
  /** Too many requests: the widget sends nothing for `seconds`. */
  | {
      readonly status: 'rate-limited';
      readonly failureCount: FailureCount | undefined;
      readonly seconds: number;
      /** When the limit ends, in ms of the event's clock. */
      readonly until: number;
    }
  /**
   * The session has ended. The code stays in the field. `isUncertain`: only a login page says so, and
   * the endpoint, which has no idempotency keys, may have counted the attempt.
   */
  | {
      readonly status: 'signed-out';
      readonly failureCount: FailureCount | undefined;
      readonly isUncertain?: true;
    }
  /** The account is locked until the endpoint releases it (manual: 5회 실패시). */
  | {
      readonly status: 'locked';
      readonly failureCount: FailureCount | undefined;
      readonly unlock: readonly UnlockMethod[];
      /** What the last query of the status has shown. */
      readonly recheck: LockRecheck;
    }
  /** The endpoint has verified the trainee. */
  | {readonly status: 'verified'; readonly receipt: Receipt};

/**
 * A query of a locked account's status. `unavailable`: the endpoint's status could not be read.
 * `reset`: the registration is gone, and a new one ends the lock.
 */
export type LockRecheck = 'none' | 'still-locked' | 'unavailable' | 'reset';

/** The state in which the trainee can enter a code. */
export type ReadyState = Extract<VerificationState, {status: 'ready'}>;

/** A state whose result is still to come. */
export type PendingState = Extract<VerificationState, {status: 'sending' | 'checking'}>;

/** An event of the attempt that was sent under `key`, discriminated by `type`. */
export type AttemptEvent = {readonly key: IdempotencyKey} & (
  | {readonly type: 'offline'}
  /** The attempt could not be sent. */
  | {readonly type: 'not-sent'}
  /** The endpoint responded, to the attempt itself or to the query by key. */
  | {readonly type: 'answered'; readonly response: AttemptResponse; readonly at: number}
  /** The request ended, and nobody knows whether the endpoint decided. */
  | {readonly type: 'lost'; readonly reason: UnknownReason; readonly serverMessage?: ServerMessage}
  /** A login page came in place of a response. */
  | {readonly type: 'session-lost'}
  /** Polling by key ended without a result. */
  | {readonly type: 'polling-ended'}
  /**
   * The endpoint has no idempotency keys. `response` is the account's present status, if it is known;
   * `at` is when it arrived, in ms.
   */
  | {
      readonly type: 'result-unavailable';
      readonly response: StatusResponse | undefined;
      readonly at: number;
    }
);

/** The account's status outside an attempt, from the endpoint or from a server-rendered page. */
export type AccountStatus = Pick<StatusResponse, 'failures' | 'maxFailures'> & {
  /** The result of the form post that led to this page, if the server has rendered it. */
  readonly notice?: Notice | undefined;
} & (
    | {readonly code: 'ready' | 'not-registered'}
    | {readonly code: 'locked'; readonly unlock: readonly UnlockMethod[]}
  );

/** An event of a verification, discriminated by `type`. Times (`at`) are ms of a monotonic clock. */
export type VerificationEvent =
  /** The trainee submitted something that is no code, or a pasted text was not inserted. */
  | {readonly type: 'refused'; readonly error: SubmitError}
  /** The trainee changed the field. */
  | {readonly type: 'edited'}
  /** The trainee submitted a code. */
  | {readonly type: 'submitted'; readonly key: IdempotencyKey}
  | AttemptEvent
  /** The trainee queries the result again. `isAutomatic`: the page does, so nothing is resent. */
  | {readonly type: 'recheck'; readonly isAutomatic?: true}
  /** The rate limit has ended. */
  | {readonly type: 'wait-ended'}
  /** `isAutomatic`: the page has queried it on arrival, and nobody waits for an answer. */
  | {
      readonly type: 'status-received';
      readonly accountStatus: AccountStatus;
      readonly isAutomatic?: boolean;
    }
  /** The account's status was queried and could not be read. */
  | {readonly type: 'status-unavailable'; readonly isAutomatic?: boolean}
  /** The page has found the key of an earlier attempt without a result. */
  | {readonly type: 'restored'; readonly key: IdempotencyKey}
  /** The page now wants another check of the same trainee, or another trainee. */
  | {
      readonly type: 'superseded';
      readonly by: 'check' | 'trainee';
      readonly nextCode?: NextCodeTime;
    }
  /** The network is back. */
  | {readonly type: 'reconnected'}
  /** The page starts over. `nextCode`: the phone may still show the code that was just used. */
  | {readonly type: 'reset'; readonly nextCode?: NextCodeTime};

/** When the phone shows its next code. `until` is undefined if the endpoint does not say. */
export type NextCodeTime = {readonly until: number | undefined} | undefined;

/**
 * Why nothing was sent or inserted. `required`: a form was submitted before the verification.
 * `code-repeated`: the same wrong code must not use a second try (C5). `internal`: the widget failed.
 */
export type SubmitError =
  CodeError | PasteError | {readonly kind: 'required' | 'code-repeated' | 'internal'};

/** The state in which every verification begins. */
export const INITIAL_STATE: VerificationState = {
  status: 'ready',
  failureCount: undefined,
  notice: undefined,
};

/** Creates the state `ready`. */
export function readyState(failureCount: FailureCount | undefined, notice?: Notice): ReadyState {
  return {status: 'ready', failureCount, notice};
}

/** Creates the state `locked`, as the endpoint has just reported it. */
export function lockedState(
  failureCount: FailureCount | undefined,
  unlock: readonly UnlockMethod[],
): VerificationState {
  return {status: 'locked', failureCount, unlock, recheck: 'none'};
}

/** Returns the failure count of a response, or the previous one if the response has none. */
export function failureCountOf(
  {failures, maxFailures}: Pick<StatusResponse, 'failures' | 'maxFailures'>,
  previous?: FailureCount,
): FailureCount | undefined {
  return failures !== undefined && maxFailures !== undefined
    ? {failures, max: maxFailures}
    : previous;
}

/** Returns whether the trainee may send a new code. */
export function canSubmit(
  state: VerificationState,
): state is Extract<VerificationState, {status: 'ready' | 'signed-out'}> {
  return state.status === 'ready' || state.status === 'signed-out';
}

/** Returns whether the result is still to come, so that nothing else may be sent. */
export function isPending(state: VerificationState): state is PendingState {
  return state.status === 'sending' || state.status === 'checking';
}

/** Returns whether the trainee has to register in the app, which they do outside the page. */
export function awaitsRegistration(state: VerificationState): boolean {
  if (state.status === 'locked') return state.recheck === 'reset';
  const kind = state.status === 'ready' ? state.notice?.kind : undefined;
  return kind === 'register-first' || kind === 'not-registered';
}
