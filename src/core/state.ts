/**
 * The states of a verification, and what can happen to one. Everything that the widget shows is drawn
 * from an {@link VerificationState}; `next.ts` leads from one to another. Nothing here knows of HTTP, of a page
 * or of a language.
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

/** Failures in a row, as the endpoint counts them: never counted by the widget. */
export interface FailureCount {
  readonly failures: number;
  /** How many failures lock (manual: 5회). */
  readonly max: number;
}

/** What the trainee is told beside the field in state `ready`, each with a way forward. */
export type Notice =
  /** Not sent, since the field holds no code. */
  | {readonly kind: 'code-empty' | 'app-password' | 'required'}
  | {readonly kind: 'code-length'; readonly digits: number}
  /** Not taken into the field, which stays as it was. */
  | PasteError
  /** Not sent or not decided: no try was used. */
  | {readonly kind: 'offline' | 'unavailable' | 'internal' | 'page-outdated'}
  /** The endpoint has no keys to ask by, and nothing else told: a try may have been used. */
  | {readonly kind: 'result-unknown'; readonly serverMessage?: ServerMessage}
  /** Decided, and not in the trainee's favour. */
  | {readonly kind: 'code-mismatch' | 'code-expired' | 'not-registered' | 'invalid-request'}
  | {readonly kind: 'identity-mismatch'; readonly differs: readonly IdentityDifference[]}
  /**
   * The code was used before, or by the check just passed: the next one comes at `until`, in ms of
   * the clock of the event, where that is known.
   */
  | {readonly kind: 'code-replayed' | 'next-code'; readonly until: number | undefined}
  /** The endpoint has confirmed the end of a lock. */
  | {readonly kind: 'unlocked'};

/** Why nobody knows yet what became of a request. `session`: the login is gone, so asking is vain. */
export type UnknownReason = 'timeout' | 'network' | 'server' | 'not-understood' | 'session';

/**
 * What the endpoint says in words of its own of an outcome that nobody understands: plain text, shown
 * after ours, and trusted in nothing.
 */
export type ServerMessage = string | undefined;

/** The states of a verification. */
export type VerificationState =
  /** A code can be typed and sent. */
  | {
      readonly status: 'ready';
      readonly failureCount: FailureCount | undefined;
      readonly notice: Notice | undefined;
    }
  /** A code is on its way under `key`; `resent` says that it went out under it a second time. */
  | {
      readonly status: 'sending';
      readonly key: IdempotencyKey;
      readonly failureCount: FailureCount | undefined;
      readonly isResent: boolean;
    }
  /**
   * The answer was lost: the endpoint is being asked by key what became of the request. `recalled`
   * says that a reload or the way back in history came between: the code is gone, and only asking
   * is left.
   */
  | {
      readonly status: 'checking';
      readonly key: IdempotencyKey;
      readonly failureCount: FailureCount | undefined;
      readonly isResent: boolean;
      readonly isRestored?: true;
      readonly reason: UnknownReason;
      readonly serverMessage?: ServerMessage;
    }
  /** Asking came to nothing: the trainee can ask again by hand. */
  | {
      readonly status: 'unknown';
      readonly key: IdempotencyKey;
      readonly failureCount: FailureCount | undefined;
      readonly isRestored?: true;
      readonly reason: UnknownReason;
      readonly serverMessage?: ServerMessage;
    }
  /** Too many requests: nothing is sent for so many `seconds`. */
  | {
      readonly status: 'rate-limited';
      readonly failureCount: FailureCount | undefined;
      readonly seconds: number;
      /** When that is over, in ms of the clock of the event's `at`. */
      readonly until: number;
    }
  /** The login is gone; the code stays in the field. */
  | {readonly status: 'signed-out'; readonly failureCount: FailureCount | undefined}
  /** Five failures in a row; only the endpoint ends this (manual: 5회 실패시). */
  | {
      readonly status: 'locked';
      readonly failureCount: FailureCount | undefined;
      readonly unlock: readonly UnlockMethod[];
      /** The endpoint was asked again since, and the lock still stands. */
      readonly wasRechecked: boolean;
    }
  /** Proven. */
  | {readonly status: 'verified'; readonly receipt: Receipt};

/** What can become of a request that was sent under `key`. */
export type AttemptEvent = {readonly key: IdempotencyKey} & (
  | {readonly type: 'offline'}
  /** The endpoint answered, to the request or to being asked by key. */
  | {readonly type: 'answered'; readonly answer: AttemptResponse; readonly at: number}
  /** The request ended and nobody knows whether it was decided. */
  | {readonly type: 'lost'; readonly reason: UnknownReason; readonly serverMessage?: ServerMessage}
  /** A login page came back in place of an answer. */
  | {readonly type: 'session-lost'}
  /** Asking by key came to nothing for as long as it is done unbidden. */
  | {readonly type: 'polling-ended'}
  /** The endpoint has no keys to ask by; how things stand now, where it could be asked for that. */
  | {readonly type: 'result-unavailable'; readonly accountStatus: AccountStatus | undefined}
);

/** How things stand before any attempt: from the endpoint, or rendered by the server. */
export type AccountStatus = Pick<StatusResponse, 'failures' | 'maxFailures'> & {
  /** What came of the number that the page was posted with, where the server has rendered it. */
  readonly notice?: Notice | undefined;
} & (
    {readonly code: 'ready'} | {readonly code: 'locked'; readonly unlock: readonly UnlockMethod[]}
  );

/** What can happen to a verification. Times (`at`) are ms of one clock that only goes forward. */
export type VerificationEvent =
  /** 인증하기 was pressed with something in the field that is no code, or a text was not taken. */
  | {readonly type: 'refused'; readonly why: SubmitError}
  /** What stands in the field was changed. */
  | {readonly type: 'edited'}
  /** 인증하기 was pressed with a code in the field. */
  | {readonly type: 'submitted'; readonly key: IdempotencyKey}
  | AttemptEvent
  /** 결과 확인 was pressed; `unbidden` where nobody pressed it, so that nothing may be sent. */
  | {readonly type: 'recheck'; readonly isAutomatic?: true}
  /** The time of `waiting` is over. */
  | {readonly type: 'wait-ended'}
  | {readonly type: 'status-received'; readonly accountStatus: AccountStatus}
  /** An attempt from before a reload, or from before the page was left, is to be asked for. */
  | {readonly type: 'restored'; readonly key: IdempotencyKey}
  /** The page now asks for another check of the same trainee, or for another trainee. */
  | {
      readonly type: 'superseded';
      readonly by: 'check' | 'trainee';
      readonly nextCode?: NextCodeTime;
    }
  /** There is a network again. */
  | {readonly type: 'reconnected'}
  /**
   * The page starts the widget anew. `nextCode`: another check follows so soon that the phone may still
   * show the number that was used; the next one comes at `until`, where that is known.
   */
  | {readonly type: 'reset'; readonly nextCode?: NextCodeTime};

/** When the phone shows its next number, where that is to be waited for. */
export type NextCodeTime = {readonly until: number | undefined} | undefined;

/** Why nothing was sent or taken. `required`: the form around was to be sent before success. */
export type SubmitError = CodeError | PasteError | {readonly kind: 'required'};

/** Where every verification begins. */
export const INITIAL_STATE: VerificationState = {
  status: 'ready',
  failureCount: undefined,
  notice: undefined,
};

/** Whether a new code may be sent. */
export function canSubmit(
  state: VerificationState,
): state is Extract<VerificationState, {status: 'ready' | 'signed-out'}> {
  return state.status === 'ready' || state.status === 'signed-out';
}

/** A verification whose outcome is still to come. */
export type PendingState = Extract<VerificationState, {status: 'sending' | 'checking'}>;

/** Whether the outcome is still to come, so that nothing else may be sent. */
export function isPending(state: VerificationState): state is PendingState {
  return state.status === 'sending' || state.status === 'checking';
}
