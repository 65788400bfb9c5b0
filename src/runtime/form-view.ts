/** What a state of the verification says in the form. */
import {html, nothing, type TemplateResult} from 'lit';
import {isPending, type VerificationState} from '../core/state.ts';
import {secondsUntil, type RemainingTime} from '../core/time.ts';
import {interpolate, type Messages} from '../locales/messages.ts';
import type {Autocomplete, FormView} from '../element/templates/code-form.ts';
import {renderReloadButton} from '../element/templates/load-error.ts';
import {renderKoreanTime} from './templates/korean-time.ts';
import {renderLink} from '../element/templates/link.ts';
import {
  suggestsClockError,
  hasCodeError,
  needsSignIn,
  renderTroubleshooting,
  renderNotice,
} from './templates/notice.ts';
import {isLow, renderCountdown} from './templates/countdown.ts';

/** What is drawn beside the words and the state. */
export interface FormViewOptions {
  readonly autocomplete: Autocomplete;
  /** Where the trainee signs in again, where the site says so. */
  readonly loginUrl: string | undefined;
  /** The clock of the attempt's times, in ms. */
  readonly now: number;
  readonly step: RemainingTime | undefined;
  /** What the live region says of the step, where that is worth a word. */
  readonly stepMoment: readonly unknown[] | string;
  readonly time: {
    /** The endpoint's time, ms since the epoch, where it is known. */
    readonly now: number | undefined;
    /** The language that it is written in. */
    readonly tag: string;
    /** Whether clocks here show another time than Korea's. */
    readonly isAbroad: boolean;
  };
  readonly onReload: () => void;
}

/** See the file's head. */
export function formView(
  messages: Messages,
  state: VerificationState,
  options: FormViewOptions,
): FormView {
  const {autocomplete, step, stepMoment, now, time} = options;
  const isUnderWay = isPending(state);
  const said = renderNotice(messages, state, now);
  const timeLine = (): TemplateResult => renderKoreanTime(messages, time.tag, time.now);
  const isTimeSaid = suggestsClockError(state) && !time.isAbroad && time.now !== undefined;
  return {
    autocomplete,
    isInvalid: hasCodeError(state),
    isReadOnly: isUnderWay || state.status === 'unknown',
    // Not `disabled`: that would take the focus away from whoever just pressed it.
    isSubmitDisabled: isUnderWay || state.status === 'rate-limited',
    submit: submit(messages, state, now),
    ring: step && renderCountdown(messages, step),
    isTimeLow: step !== undefined && isLow(step),
    time: time.isAbroad ? timeLine() : nothing,
    progress: progress(messages, state) || stepMoment,
    isBusy: isUnderWay,
    notice: [said, ' ', fix(messages, state, options)],
    small: [
      said === nothing && !isUnderWay ? messages.appPasswordHint : nothing,
      ' ',
      tally(messages, state),
    ],
    more: [isTimeSaid ? timeLine() : nothing, renderTroubleshooting(messages, state)],
  };
}

/** What stands on the one button that is due. */
function submit(messages: Messages, state: VerificationState, now: number): unknown {
  if (state.status === 'unknown') return messages.checkResult;
  if (state.status !== 'rate-limited') return messages.submit;
  const seconds = secondsUntil(state.until, now);
  return html`${messages.submit} <span aria-hidden="true">(${seconds})</span>`;
}

/** What is under way, for the polite live region. */
function progress(messages: Messages, state: VerificationState): string {
  if (state.status === 'sending') return messages.sending;
  return state.status === 'checking' ? messages.checking : '';
}

/** Failures so far, where the endpoint counts them (manual: 5회). */
function tally(messages: Messages, state: VerificationState): TemplateResult | typeof nothing {
  if (!('failureCount' in state) || !state.failureCount?.failures) return nothing;
  return html`<strong part="failure-count"
    >${interpolate(messages.failureCount, {...state.failureCount})}</strong
  >`;
}

/** The one action that mends what the message tells of. */
function fix(
  messages: Messages,
  state: VerificationState,
  {loginUrl, onReload}: FormViewOptions,
): unknown {
  if (needsSignIn(state) && loginUrl) {
    return renderLink(messages, loginUrl, messages.signIn, {part: 'sign-in'});
  }
  const about = state.status === 'ready' ? state.notice?.kind : undefined;
  return about === 'page-outdated' || about === 'result-unknown'
    ? renderReloadButton(messages, onReload)
    : nothing;
}
