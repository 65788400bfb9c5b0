/** The message about the last attempt: what happened, and what to do next. */
import type {
  FailureCount,
  Notice,
  PendingState,
  UnknownReason,
  VerificationState,
} from '../core/state.ts';
import {secondsUntil} from '../core/time.ts';
import type {Messages} from '../locales/messages.ts';
import {
  lastTryWarning,
  mismatchText,
  notRegisteredText,
  outageAdvice,
  type AdviceInput,
} from './advice.ts';
import {formatMessage} from './format-message.ts';

/** Describes the message as plain data. */
export interface NoticeView {
  readonly variant: 'danger' | 'information' | 'success';
  readonly text: string;
  /** Whether the attempt was counted, in words. */
  readonly counted?: string;
  /** The endpoint's own message. */
  readonly serverMessage?: string | undefined;
  /** Seconds until the phone shows its next number, if that is known. */
  readonly nextCodeSeconds?: number | undefined;
}

/**
 * From this number of failures on, something other than the typing is likely to be wrong. In another
 * time zone than Korea's, that is the phone's clock (manual: 해외).
 */
function troubleshootingFailures(isAbroad: boolean): number {
  return isAbroad ? 1 : 2;
}

/** Each notice: its variant, its message, and whether no failure was counted. */
const NOTICES: Readonly<
  Record<Notice['kind'], readonly [NoticeView['variant'], keyof Messages, isNotCounted?: true]>
> = {
  'code-empty': ['danger', 'codeEmpty'],
  'code-length': ['danger', 'codeLength'],
  'app-password': ['danger', 'appPassword'],
  required: ['danger', 'required'],
  'too-many': ['danger', 'tooManyDigits'],
  'code-repeated': ['danger', 'codeRepeated'],
  'no-digits': ['information', 'noDigits'],
  unclear: ['information', 'unclearDigits'],
  'code-mismatch': ['danger', 'codeMismatch'],
  'code-expired': ['danger', 'codeExpired', true],
  'code-replayed': ['danger', 'codeReplayed', true],
  'next-code': ['information', 'nextCode'],
  'identity-mismatch': ['danger', 'identityMismatch', true],
  'not-registered': ['danger', 'notRegistered', true],
  'register-first': ['information', 'notRegistered'],
  registered: ['success', 'registered'],
  'invalid-request': ['danger', 'invalidRequest', true],
  offline: ['danger', 'offline'],
  unavailable: ['danger', 'unavailable', true],
  internal: ['danger', 'internal', true],
  'page-outdated': ['danger', 'pageOutdated', true],
  'result-unknown': ['information', 'resultUnknown'],
  unlocked: ['success', 'unlocked'],
  'wait-ended': ['success', 'waitEnded'],
};

/** The notices about the text in the field. */
const CODE_ERRORS: ReadonlySet<Notice['kind']> = new Set([
  'code-empty',
  'code-length',
  'app-password',
  'code-mismatch',
  'code-repeated',
  'code-expired',
  'code-replayed',
  'invalid-request',
]);

/** The message of each reason for an unknown result. */
const UNKNOWN = {
  timeout: 'unknownTimeout',
  network: 'unknownNetwork',
  server: 'unknownServer',
  'not-understood': 'unknownNotUnderstood',
  session: 'unknownSignedOut',
} as const satisfies Record<UnknownReason, keyof Messages>;

/** Returns the message of a state, or `undefined` if it has none; `now` in ms, of the state's clock. */
export function noticeView(
  messages: Messages,
  state: VerificationState,
  now: number,
  advice: AdviceInput,
): NoticeView | undefined {
  switch (state.status) {
    case 'ready':
      return state.notice && readyNotice(messages, state.notice, state.failureCount, now, advice);
    case 'rate-limited':
      return {
        variant: 'information',
        text: formatMessage(messages.rateLimited, {seconds: state.seconds}),
        counted: messages.notCounted,
      };
    case 'signed-out':
      return {
        variant: 'danger',
        text: messages.signedOut,
        ...(!state.isUncertain && {counted: messages.notCounted}),
      };
    case 'unknown':
      return {
        variant: needsSignIn(state) ? 'danger' : 'information',
        text: messages[UNKNOWN[state.reason]],
        counted: messages.countedOnce,
        serverMessage: state.serverMessage,
      };
    default:
      return undefined;
  }
}

/** Returns the message as one text, for an attribute; empty if there is none. */
export function noticeText(notice: NoticeView | undefined): string {
  if (!notice) return '';
  return [notice.text, notice.counted, notice.serverMessage].filter(Boolean).join(' ');
}

/** Returns whether the text in the field was rejected, so that the field is invalid. */
export function hasCodeError(state: VerificationState): boolean {
  return (
    state.status === 'ready' && state.notice !== undefined && CODE_ERRORS.has(state.notice.kind)
  );
}

/** Returns whether the trainee has to sign in before anything else. */
export function needsSignIn(state: VerificationState): boolean {
  return (
    state.status === 'signed-out' || (state.status === 'unknown' && state.reason === 'session')
  );
}

/** Returns whether the phone's clock may be wrong. */
export function suggestsClockError(state: VerificationState, isAbroad: boolean): boolean {
  const isExpired = state.status === 'ready' && state.notice?.kind === 'code-expired';
  return isExpired || hasTroubleshooting(state, isAbroad);
}

/** Returns whether the next wrong code would list likely causes. */
export function mayTroubleshoot({failureCount}: PendingState, isAbroad: boolean): boolean {
  return (failureCount?.failures ?? 0) >= troubleshootingFailures(isAbroad) - 1;
}

/** Returns whether retyping has not helped, so that likely causes are listed. */
export function hasTroubleshooting(state: VerificationState, isAbroad: boolean): boolean {
  if (state.status !== 'ready') return false;
  const kind = state.notice?.kind;
  const isWrong = kind === 'code-mismatch' || kind === 'code-repeated';
  return isWrong && (state.failureCount?.failures ?? 0) >= troubleshootingFailures(isAbroad);
}

function readyNotice(
  messages: Messages,
  notice: Notice,
  failureCount: FailureCount | undefined,
  now: number,
  advice: AdviceInput,
): NoticeView {
  const [variant, key, isNotCounted] = NOTICES[notice.kind];
  const view: NoticeView = {
    variant,
    text: messages[key],
    ...(isNotCounted && {counted: messages.notCounted}),
  };
  switch (notice.kind) {
    case 'code-length':
    case 'too-many':
      return {...view, text: formatMessage(view.text, {digits: notice.digits})};
    case 'code-mismatch':
      return {...view, text: wrongCodeText(messages, failureCount, advice)};
    case 'code-replayed':
    case 'next-code': {
      const {until} = notice;
      return until === undefined ? view : {...view, nextCodeSeconds: secondsUntil(until, now)};
    }
    case 'identity-mismatch':
      return {...view, text: mismatchText(messages, notice.differs, advice)};
    case 'not-registered':
    case 'register-first':
      return {...view, text: notRegisteredText(messages, advice)};
    case 'unavailable':
      return {...view, text: `${view.text} ${outageAdvice(messages, advice)}`};
    case 'result-unknown':
      return {...view, serverMessage: notice.serverMessage};
    default:
      return view;
  }
}

/** Returns how many failures are left (manual: 5회), if the endpoint counts them. */
function wrongCodeText(
  messages: Messages,
  count: FailureCount | undefined,
  advice: AdviceInput,
): string {
  const left = count && count.max - count.failures;
  if (left === undefined) return messages.codeMismatch;
  const warning = left === 1 ? lastTryWarning(messages, advice) : undefined;
  return warning ?? formatMessage(messages.codeMismatchLeft, {left});
}
