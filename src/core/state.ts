/**
 * The states of a verification, and what can happen to one. Everything that the widget shows is drawn
 * from an {@link Attempt}; `next.ts` leads from one to another. Nothing here knows of HTTP, of a page
 * or of a language.
 */
import type {NoCode, Refusal} from './code.ts';
import type {Answer, AttemptKey, Difference, Receipt, Status, Unlock} from './contract.ts';

/** Failures in a row, as the endpoint counts them: never counted by the widget. */
export interface Tries {
  readonly failures: number;
  /** How many failures lock (manual: 5회). */
  readonly max: number;
}

/** What the trainee is told beside the field in state `ready`, each with a way forward. */
export type Notice =
  /** Not sent, since the field holds no code. */
  | {readonly is: 'code-empty' | 'app-password' | 'required'}
  | {readonly is: 'code-length'; readonly digits: number}
  /** Not taken into the field, which stays as it was. */
  | Refusal
  /** Not sent or not decided: no try was used. */
  | {readonly is: 'offline' | 'unavailable' | 'internal' | 'page-outdated'}
  /** The endpoint has no keys to ask by, and nothing else told: a try may have been used. */
  | {readonly is: 'result-unknown'; readonly remark?: Remark}
  /** Decided, and not in the trainee's favour. */
  | {readonly is: 'code-mismatch' | 'code-expired' | 'not-registered' | 'invalid-request'}
  | {readonly is: 'identity-mismatch'; readonly differs: readonly Difference[]}
  /**
   * The code was used before, or by the check just passed: the next one comes at `until`, in ms of
   * the clock of the event, where that is known.
   */
  | {readonly is: 'code-replayed' | 'next-code'; readonly until: number | undefined}
  /** The endpoint has confirmed the end of a lock. */
  | {readonly is: 'unlocked'};

/** Why nobody knows yet what became of a request. `session`: the login is gone, so asking is vain. */
export type Doubt = 'timeout' | 'network' | 'server' | 'not-understood' | 'session';

/**
 * What the endpoint says in words of its own of an outcome that nobody understands: plain text, shown
 * after ours, and trusted in nothing.
 */
export type Remark = string | undefined;

/** The states of a verification. */
export type Attempt =
  /** A code can be typed and sent. */
  | {readonly is: 'ready'; readonly tries: Tries | undefined; readonly notice: Notice | undefined}
  /** A code is on its way under `key`; `resent` says that it went out under it a second time. */
  | {
      readonly is: 'sending';
      readonly key: AttemptKey;
      readonly tries: Tries | undefined;
      readonly resent: boolean;
    }
  /**
   * The answer was lost: the endpoint is being asked by key what became of the request. `recalled`
   * says that a reload or the way back in history came between: the code is gone, and only asking
   * is left.
   */
  | {
      readonly is: 'checking';
      readonly key: AttemptKey;
      readonly tries: Tries | undefined;
      readonly resent: boolean;
      readonly recalled?: true;
      readonly doubt: Doubt;
      readonly remark?: Remark;
    }
  /** Asking came to nothing: the trainee can ask again by hand. */
  | {
      readonly is: 'undecided';
      readonly key: AttemptKey;
      readonly tries: Tries | undefined;
      readonly recalled?: true;
      readonly doubt: Doubt;
      readonly remark?: Remark;
    }
  /** Too many requests: nothing is sent for so many `seconds`. */
  | {
      readonly is: 'waiting';
      readonly tries: Tries | undefined;
      readonly seconds: number;
      /** When that is over, in ms of the clock of the event's `at`. */
      readonly until: number;
    }
  /** The login is gone; the code stays in the field. */
  | {readonly is: 'signed-out'; readonly tries: Tries | undefined}
  /** Five failures in a row; only the endpoint ends this (manual: 5회 실패시). */
  | {
      readonly is: 'locked';
      readonly tries: Tries | undefined;
      readonly unlock: readonly Unlock[];
      /** The endpoint was asked again since, and the lock still stands. */
      readonly stands: boolean;
    }
  /** Proven. */
  | {readonly is: 'verified'; readonly receipt: Receipt};

/** What can become of a request that was sent under `key`. */
export type Settling = {readonly key: AttemptKey} & (
  | {readonly type: 'found-offline'}
  /** The endpoint answered, to the request or to being asked by key. */
  | {readonly type: 'answered'; readonly answer: Answer; readonly at: number}
  /** The request ended and nobody knows whether it was decided. */
  | {readonly type: 'lost'; readonly doubt: Doubt; readonly remark?: Remark}
  /** A login page came back in place of an answer. */
  | {readonly type: 'turned-away'}
  /** Asking by key came to nothing for as long as it is done unbidden. */
  | {readonly type: 'gave-up'}
  /** The endpoint has no keys to ask by; how things stand now, where it could be asked for that. */
  | {readonly type: 'never-known'; readonly standing: Standing | undefined}
);

/** How things stand before any attempt: from the endpoint, or rendered by the server. */
export type Standing = Pick<Status, 'failures' | 'maxFailures'> & {
  /** What came of the number that the page was posted with, where the server has rendered it. */
  readonly notice?: Notice | undefined;
} & ({readonly code: 'ready'} | {readonly code: 'locked'; readonly unlock: readonly Unlock[]});

/** What can happen to a verification. Times (`at`) are ms of one clock that only goes forward. */
export type AttemptEvent =
  /** 인증하기 was pressed with something in the field that is no code, or a text was not taken. */
  | {readonly type: 'refused'; readonly why: Obstacle}
  /** What stands in the field was changed. */
  | {readonly type: 'edited'}
  /** 인증하기 was pressed with a code in the field. */
  | {readonly type: 'submitted'; readonly key: AttemptKey}
  | Settling
  /** 결과 확인 was pressed; `unbidden` where nobody pressed it, so that nothing may be sent. */
  | {readonly type: 'asked'; readonly unbidden?: true}
  /** The time of `waiting` is over. */
  | {readonly type: 'waited'}
  | {readonly type: 'informed'; readonly standing: Standing}
  /** An attempt from before a reload, or from before the page was left, is to be asked for. */
  | {readonly type: 'recalled'; readonly key: AttemptKey}
  /** The page now asks for another check of the same trainee, or for another trainee. */
  | {readonly type: 'superseded'; readonly by: 'check' | 'trainee'; readonly nextCode?: NextCode}
  /** There is a network again. */
  | {readonly type: 'reconnected'}
  /**
   * The page starts the widget anew. `nextCode`: another check follows so soon that the phone may still
   * show the number that was used; the next one comes at `until`, where that is known.
   */
  | {readonly type: 'reset'; readonly nextCode?: NextCode};

/** When the phone shows its next number, where that is to be waited for. */
export type NextCode = {readonly until: number | undefined} | undefined;

/** Why nothing was sent or taken. `required`: the form around was to be sent before success. */
export type Obstacle = NoCode | Refusal | {readonly is: 'required'};

/** Where every verification begins. */
export const INITIAL: Attempt = {is: 'ready', tries: undefined, notice: undefined};

/** Whether a new code may be sent. */
export function takesCode(
  attempt: Attempt,
): attempt is Extract<Attempt, {is: 'ready' | 'signed-out'}> {
  return attempt.is === 'ready' || attempt.is === 'signed-out';
}

/** A verification whose outcome is still to come. */
export type Open = Extract<Attempt, {is: 'sending' | 'checking'}>;

/** Whether the outcome is still to come, so that nothing else may be sent. */
export function isOpen(attempt: Attempt): attempt is Open {
  return attempt.is === 'sending' || attempt.is === 'checking';
}
