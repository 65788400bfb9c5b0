/** What a state of the verification says in the form. */
import {html, nothing, type TemplateResult} from 'lit';
import {isOpen, type Attempt} from '../core/state.ts';
import {secondsUntil, type StepLeft} from '../core/time.ts';
import {fill, type Words} from '../locales/messages.ts';
import type {Autocomplete, FormContent} from '../element/templates/code-form.ts';
import {reloadButton} from '../element/templates/load-error.ts';
import {koreanTime} from './templates/korean-time.ts';
import {link} from '../element/templates/link.ts';
import {
  isAboutTheClock,
  isAboutTheCode,
  isSignedOut,
  likelyCauses,
  notice,
} from './templates/notice.ts';
import {isFew, ring} from './templates/countdown.ts';

/** What is drawn beside the words and the state. */
export interface AttemptFormOptions {
  readonly autocomplete: Autocomplete;
  /** Where the trainee signs in again, where the site says so. */
  readonly loginUrl: string | undefined;
  /** The clock of the attempt's times, in ms. */
  readonly now: number;
  readonly step: StepLeft | undefined;
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
export function attemptForm(
  words: Words,
  attempt: Attempt,
  options: AttemptFormOptions,
): FormContent {
  const {autocomplete, step, stepMoment, now, time} = options;
  const isUnderWay = isOpen(attempt);
  const said = notice(words, attempt, now);
  const timeLine = (): TemplateResult => koreanTime(words, time.tag, time.now);
  const isTimeSaid = isAboutTheClock(attempt) && !time.isAbroad && time.now !== undefined;
  return {
    autocomplete,
    isInvalid: isAboutTheCode(attempt),
    isReadOnly: isUnderWay || attempt.is === 'undecided',
    // Not `disabled`: that would take the focus away from whoever just pressed it.
    rests: isUnderWay || attempt.is === 'waiting',
    submit: submit(words, attempt, now),
    ring: step && ring(words, step),
    isNextSoon: step !== undefined && isFew(step),
    time: time.isAbroad ? timeLine() : nothing,
    progress: progress(words, attempt) || stepMoment,
    isUnderWay,
    notice: [said, ' ', mend(words, attempt, options)],
    small: [
      said === nothing && !isUnderWay ? words.appPasswordHint : nothing,
      ' ',
      tally(words, attempt),
    ],
    more: [isTimeSaid ? timeLine() : nothing, likelyCauses(words, attempt)],
  };
}

/** What stands on the one button that is due. */
function submit(words: Words, attempt: Attempt, now: number): unknown {
  if (attempt.is === 'undecided') return words.ask;
  if (attempt.is !== 'waiting') return words.submit;
  const seconds = secondsUntil(attempt.until, now);
  return html`${words.submit} <span aria-hidden="true">(${seconds})</span>`;
}

/** What is under way, for the polite live region. */
function progress(words: Words, attempt: Attempt): string {
  if (attempt.is === 'sending') return words.sending;
  return attempt.is === 'checking' ? words.checking : '';
}

/** Failures so far, where the endpoint counts them (manual: 5회). */
function tally(words: Words, attempt: Attempt): TemplateResult | typeof nothing {
  if (!('tries' in attempt) || !attempt.tries?.failures) return nothing;
  return html`<strong part="tally">${fill(words.tries, {...attempt.tries})}</strong>`;
}

/** The one action that mends what the message tells of. */
function mend(words: Words, attempt: Attempt, {loginUrl, onReload}: AttemptFormOptions): unknown {
  if (isSignedOut(attempt) && loginUrl) {
    return link(words, loginUrl, words.logIn, {part: 'log-in'});
  }
  const about = attempt.is === 'ready' ? attempt.notice?.is : undefined;
  return about === 'page-outdated' || about === 'result-unknown'
    ? reloadButton(words, onReload)
    : nothing;
}
