/** The message about the last attempt: what happened, and what to do next. */
import type {IdentityDifference} from '../core/contract.ts';
import type {FailureCount, Notice, UnknownReason, VerificationState} from '../core/state.ts';
import {secondsUntil} from '../core/time.ts';
import type {Messages} from '../locales/messages.ts';
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

/** From this number of failures on, something other than the typing is likely to be wrong. */
const TROUBLESHOOTING_FAILURES = 2;

/** Returns the message of a state, or `undefined` if it has none; `now` in ms, of the state's clock. */
export function noticeView(
  messages: Messages,
  state: VerificationState,
  now: number,
): NoticeView | undefined {
  switch (state.status) {
    case 'ready':
      return state.notice && readyNotice(messages, state.notice, state.failureCount, now);
    case 'rate-limited':
      return {
        variant: 'information',
        text: formatMessage(messages.rateLimited, {seconds: state.seconds}),
        counted: messages.notCounted,
      };
    case 'signed-out':
      return {variant: 'danger', text: messages.signedOut, counted: messages.notCounted};
    case 'unknown':
      return {
        variant: needsSignIn(state) ? 'danger' : 'information',
        text: unknownText(messages, state.reason),
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
  if (state.status !== 'ready' || !state.notice) return false;
  switch (state.notice.kind) {
    case 'code-empty':
    case 'code-length':
    case 'app-password':
    case 'code-mismatch':
    case 'code-expired':
    case 'code-replayed':
    case 'invalid-request':
      return true;
    default:
      return false;
  }
}

/** Returns whether the trainee has to sign in before anything else. */
export function needsSignIn(state: VerificationState): boolean {
  return (
    state.status === 'signed-out' || (state.status === 'unknown' && state.reason === 'session')
  );
}

/** Returns whether the phone's clock may be wrong. */
export function suggestsClockError(state: VerificationState): boolean {
  const isExpired = state.status === 'ready' && state.notice?.kind === 'code-expired';
  return isExpired || hasTroubleshooting(state);
}

/** Returns whether retyping has not helped, so that likely causes are listed. */
export function hasTroubleshooting(state: VerificationState): boolean {
  if (state.status !== 'ready' || state.notice?.kind !== 'code-mismatch') return false;
  return (state.failureCount?.failures ?? 0) >= TROUBLESHOOTING_FAILURES;
}

function readyNotice(
  messages: Messages,
  notice: Notice,
  failureCount: FailureCount | undefined,
  now: number,
): NoticeView {
  const notCounted = {variant: 'danger', counted: messages.notCounted} as const;
  switch (notice.kind) {
    case 'code-empty':
      return {variant: 'danger', text: messages.codeEmpty};
    case 'app-password':
      return {variant: 'danger', text: messages.appPassword};
    case 'code-length':
      return {
        variant: 'danger',
        text: formatMessage(messages.codeLength, {digits: notice.digits}),
      };
    case 'no-digits':
      return {variant: 'information', text: messages.noDigits};
    case 'unclear':
      return {variant: 'information', text: messages.unclearDigits};
    case 'required':
      return {variant: 'danger', text: messages.required};
    case 'too-many':
      return {
        variant: 'danger',
        text: formatMessage(messages.tooManyDigits, {digits: notice.digits}),
      };
    case 'code-mismatch':
      return {variant: 'danger', text: mismatchText(messages, failureCount)};
    case 'code-expired':
      return {...notCounted, text: messages.codeExpired};
    case 'code-replayed':
      return {
        ...notCounted,
        text: messages.codeReplayed,
        nextCodeSeconds: secondsTo(notice.until, now),
      };
    case 'next-code':
      return {
        variant: 'information',
        text: messages.nextCode,
        nextCodeSeconds: secondsTo(notice.until, now),
      };
    case 'identity-mismatch':
      return {...notCounted, text: differenceText(messages, notice.differs)};
    case 'not-registered':
      return {...notCounted, text: messages.notRegistered};
    case 'invalid-request':
      return {...notCounted, text: messages.invalidRequest};
    case 'offline':
      return {...notCounted, text: messages.offline};
    case 'unavailable':
      return {...notCounted, text: messages.unavailable};
    case 'internal':
      return {...notCounted, text: messages.internal};
    case 'result-unknown':
      return {
        variant: 'information',
        text: messages.resultUnknown,
        serverMessage: notice.serverMessage,
      };
    case 'page-outdated':
      return {...notCounted, text: messages.pageOutdated};
    case 'unlocked':
      return {variant: 'success', text: messages.unlocked};
  }
}

function secondsTo(until: number | undefined, now: number): number | undefined {
  return until === undefined ? undefined : secondsUntil(until, now);
}

/** Returns how many failures are left (manual: 5회), if the endpoint counts them. */
function mismatchText(messages: Messages, count: FailureCount | undefined): string {
  const left = count && count.max - count.failures;
  if (left === undefined) return messages.codeMismatch;
  return left === 1 ? messages.codeMismatchLast : formatMessage(messages.codeMismatchLeft, {left});
}

/** Returns what differs, if the endpoint names one difference (manual: 정보 불일치). */
function differenceText(
  messages: Messages,
  [first, ...more]: readonly IdentityDifference[],
): string {
  if (!first || more.length > 0) return messages.identityMismatch;
  return {name: messages.nameDiffers, phone: messages.phoneDiffers, spaces: messages.blanksDiffer}[
    first
  ];
}

function unknownText(messages: Messages, reason: UnknownReason): string {
  switch (reason) {
    case 'timeout':
      return messages.unknownTimeout;
    case 'network':
      return messages.unknownNetwork;
    case 'server':
      return messages.unknownServer;
    case 'not-understood':
      return messages.unknownNotUnderstood;
    case 'session':
      return messages.unknownSignedOut;
  }
}
