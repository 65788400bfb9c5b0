/** The view of the form in a state. */
import {isPending, type VerificationState} from '../core/state.ts';
import {LOW_TIME_SECONDS, secondsUntil, type RemainingTime} from '../core/time.ts';
import type {Autocomplete} from '../element/templates/code-form.ts';
import type {Locale, Messages} from '../locales/messages.ts';
import type {AdviceInput} from './advice.ts';
import {phoneClockWarning} from './phone-clock.ts';
import {formatMessage} from './format-message.ts';
import {formatKoreanTime} from './korean-time.ts';
import {
  hasCodeError,
  hasTroubleshooting,
  mayTroubleshoot,
  needsSignIn,
  noticeView,
  suggestsClockError,
  type NoticeView,
} from './notice-view.ts';
import type {TimeStepAnnouncement} from './time-step-controller.ts';

/** Describes the form as plain data. */
export interface FormView {
  readonly autocomplete: Autocomplete;
  readonly isInvalid: boolean;
  readonly isReadOnly: boolean;
  readonly isSubmitDisabled: boolean;
  readonly submitLabel: string;
  /** Seconds until the button works again, while requests are limited. */
  readonly waitSeconds: number | undefined;
  /** The time left of the number on the phone, if the endpoint says when it ends. */
  readonly remaining: RemainingTime | undefined;
  readonly isTimeLow: boolean;
  readonly koreanTime: KoreanTimeView | undefined;
  /** A warning that the clock of this phone is wrong, or empty. */
  readonly clockWarning: string;
  /** Text of the polite live region. */
  readonly progress: string;
  readonly isBusy: boolean;
  readonly notice: NoticeView | undefined;
  /** The button or link that solves what the notice describes. */
  readonly action:
    {readonly kind: 'sign-in'; readonly url: string} | {readonly kind: 'reload'} | undefined;
  /** Whether the notice or the progress takes room of the hint. */
  readonly hasMessage: boolean;
  /** Whether the longest notice has room. */
  readonly hasRoom: boolean;
  /** The failures so far, in words; empty if there are none, or the endpoint does not count them. */
  readonly failureCount: string;
  /** The likely causes; `reserved` while a second failure would bring them. */
  readonly troubleshooting: 'none' | 'reserved' | 'shown';
}

/** Korean time, to compare with the phone's. */
export interface KoreanTimeView {
  /** Above the field if the clocks here show another time, otherwise with the advice. */
  readonly place: 'form' | 'advice';
  /** Empty until the endpoint has sent its time; the line keeps its place. */
  readonly text: string;
}

/** The input of {@link formView}, besides the state. */
export interface FormViewInput {
  readonly autocomplete: Autocomplete;
  /** URL of the page to sign in again. */
  readonly loginUrl: string | undefined;
  readonly advice: AdviceInput;
  /** In ms, of the clock of the state's times. */
  readonly now: number;
  /** The endpoint's time, in ms since the epoch, if it is known. */
  readonly serverNow: number | undefined;
  readonly remaining: RemainingTime | undefined;
  /** Whether the longest notice has room: from the first press on, so that no response moves the field. */
  readonly hasRoom: boolean;
  readonly announcement: TimeStepAnnouncement | undefined;
  /** Whether the pending request, if there is one, lasts long enough to be mentioned. */
  readonly isLong: boolean;
  /** Whether the focus is in the element. */
  readonly isFocused: boolean;
  /** Whether the clocks here show another time than Korea's. */
  readonly isAbroad: boolean;
}

/** Builds the view of the form. */
export function formView(locale: Locale, state: VerificationState, input: FormViewInput): FormView {
  const {tag, messages} = locale;
  const {autocomplete, now, remaining, hasRoom} = input;
  const isBusy = isPending(state);
  const isWaiting = state.status === 'rate-limited';
  const notice = noticeView(messages, state, now, input.advice);
  return {
    autocomplete,
    isInvalid: hasCodeError(state),
    isReadOnly: isBusy || state.status === 'unknown',
    // Not `disabled`: that would take the focus away from the button.
    isSubmitDisabled: isBusy || isWaiting,
    submitLabel: state.status === 'unknown' ? messages.checkResult : messages.submit,
    waitSeconds: isWaiting ? secondsUntil(state.until, now) : undefined,
    remaining,
    isTimeLow: remaining !== undefined && isLow(remaining),
    koreanTime: koreanTimeView(tag, state, input),
    clockWarning: isBusy ? '' : phoneClockWarning(locale, input.serverNow),
    progress: isBusy
      ? progressText(messages, state, input)
      : waitOverText(messages, notice) || announcementText(messages, input),
    isBusy,
    notice,
    action: actionFor(state, input.loginUrl),
    hasMessage: isBusy || notice !== undefined,
    hasRoom,
    failureCount: failureText(messages, state),
    troubleshooting: troubleshootingFor(state, input.isAbroad),
  };
}

/** Returns whether the trainee should wait for the next number. */
export function isLow({seconds}: RemainingTime): boolean {
  return seconds <= LOW_TIME_SECONDS;
}

/** Returns whether causes are shown, or their place is reserved since the trainee has pressed the button. */
function troubleshootingFor(
  state: VerificationState,
  isAbroad: boolean,
): FormView['troubleshooting'] {
  if (hasTroubleshooting(state, isAbroad)) return 'shown';
  return isPending(state) && mayTroubleshoot(state, isAbroad) ? 'reserved' : 'none';
}

function koreanTimeView(
  tag: string,
  state: VerificationState,
  {serverNow, isAbroad}: FormViewInput,
): KoreanTimeView | undefined {
  const isShown = isAbroad || (suggestsClockError(state, isAbroad) && serverNow !== undefined);
  if (!isShown) return undefined;
  const text = serverNow === undefined ? '' : formatKoreanTime(tag, serverNow);
  return {place: isAbroad ? 'form' : 'advice', text};
}

function progressText(
  messages: Messages,
  {status}: VerificationState,
  {isLong}: FormViewInput,
): string {
  if (!isLong) return '';
  return status === 'sending' ? messages.sending : messages.checking;
}

/** Returns the end of a wait for the next number. In the notice, it is visible only. */
function waitOverText(messages: Messages, notice: NoticeView | undefined): string {
  return notice?.nextCodeSeconds === 0 ? messages.nextIsHere : '';
}

/** Returns the text that is announced twice in each time step, while the focus is in the element. */
function announcementText(messages: Messages, {announcement, isFocused}: FormViewInput): string {
  if (!announcement || !isFocused) return '';
  if (announcement.kind === 'changed') return messages.nextIsHere;
  return formatMessage(messages.fewSecondsLeft, {seconds: announcement.seconds});
}

/** Returns the failures so far, if the endpoint counts them (manual: 5회). */
function failureText(messages: Messages, state: VerificationState): string {
  const count = 'failureCount' in state ? state.failureCount : undefined;
  return count?.failures ? formatMessage(messages.failureCount, {...count}) : '';
}

function actionFor(state: VerificationState, loginUrl: string | undefined): FormView['action'] {
  if (needsSignIn(state) && loginUrl) return {kind: 'sign-in', url: loginUrl};
  const notice = state.status === 'ready' ? state.notice?.kind : undefined;
  const needsReload = notice === 'page-outdated' || notice === 'result-unknown';
  return needsReload ? {kind: 'reload'} : undefined;
}
