/** What the trainee is told about the last attempt: what happened, and what to do next. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Attempt, Doubt, Notice, Remark, Tries} from '../../core/state.ts';
import {secondsUntil} from '../../core/time.ts';
import type {Difference} from '../../core/contract.ts';
import {fill, type Words} from '../../locales/messages.ts';

/** A message in one of the tones that the styles know. */
interface Message {
  readonly tone: 'danger' | 'information' | 'success';
  readonly text: readonly unknown[] | string;
  /** What is said of the tries, after it. */
  readonly tries?: string;
  /** What the endpoint says in words of its own. */
  readonly remark?: Remark;
  /** When the phone shows the next code, in ms of the notice's clock. */
  readonly nextCodeAt?: number | undefined;
}

/** From so many failures on it is likely that something else than the typing is wrong. */
const FAILURES_WITH_A_CAUSE = 2;

/** Whether what stands in the field was refused: the field itself is then marked as invalid. */
export function isAboutTheCode(attempt: Attempt): boolean {
  if (attempt.is !== 'ready' || !attempt.notice) return false;
  switch (attempt.notice.is) {
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

/** Whether the trainee has to sign in before anything else can go on. */
export function isSignedOut(attempt: Attempt): boolean {
  return attempt.is === 'signed-out' || (attempt.is === 'undecided' && attempt.doubt === 'session');
}

/** Whether the phone's clock is what the trainee should look at. */
export function isAboutTheClock(attempt: Attempt): boolean {
  return (
    attempt.is === 'ready' && (attempt.notice?.is === 'code-expired' || hasLikelyCauses(attempt))
  );
}

/**
 * The message that a state carries, or nothing.
 *
 * @param now the clock of the attempt's times, in ms
 */
export function notice(
  words: Words,
  attempt: Attempt,
  now: number,
): TemplateResult | typeof nothing {
  const message = messageOf(words, attempt);
  if (!message) return nothing;
  const {tone, text, tries, remark, nextCodeAt} = message;
  return html`<p class="notice ${tone}" part="notice">
    ${text} ${tries}${nextCodeAt === undefined ? nothing : countdown(words, nextCodeAt, now)}
    ${remark === undefined ? nothing : html`<bdi class="remark" part="remark">${remark}</bdi>`}
  </p>`;
}

/** The same as plain text, for where no markup goes; empty where there is none. */
export function noticeText(words: Words, attempt: Attempt): string {
  const {text = '', tries = '', remark = ''} = messageOf(words, attempt) ?? {};
  const sentence = typeof text === 'string' ? text : text.join('');
  return [sentence, tries, remark].filter(Boolean).join(' ');
}

/** What else may be wrong, once typing it again has not helped; nothing before. */
export function likelyCauses(words: Words, attempt: Attempt): TemplateResult | typeof nothing {
  if (!hasLikelyCauses(attempt)) return nothing;
  return html`<div class="causes" part="causes">
    <p>${words.causes}</p>
    <ul>
      <li>${words.causeClock}</li>
      <li>${words.causePhone}</li>
      <li>${words.causeName}</li>
    </ul>
  </div>`;
}

/** In place of the form where a mistake of the site's developer keeps it from working. */
export function misconfigured(words: Words, problem: string | undefined): TemplateResult {
  return html`<p class="notice danger" part="notice" role="alert">
    ${fill(words.misconfigured, {problem})}
  </p>`;
}

/** Seen and not heard: an alert that changes each second would never fall silent. */
function countdown(words: Words, until: number, now: number): TemplateResult {
  const seconds = secondsUntil(until, now);
  const text = seconds > 0 ? fill(words.nextCodeIn, {seconds}) : words.nextIsHere;
  return html`<strong class="countdown" aria-hidden="true">${text}</strong>`;
}

function hasLikelyCauses(attempt: Attempt): boolean {
  if (attempt.is !== 'ready' || attempt.notice?.is !== 'code-mismatch') return false;
  return (attempt.tries?.failures ?? 0) >= FAILURES_WITH_A_CAUSE;
}

function messageOf(words: Words, attempt: Attempt): Message | undefined {
  switch (attempt.is) {
    case 'ready':
      return attempt.notice && noticeMessage(words, attempt.notice, attempt.tries);
    case 'waiting':
      return {
        tone: 'information',
        text: fill(words.rateLimited, {seconds: attempt.seconds}),
        tries: words.notCounted,
      };
    case 'signed-out':
      return {tone: 'danger', text: words.signedOut, tries: words.notCounted};
    case 'undecided':
      return {
        tone: isSignedOut(attempt) ? 'danger' : 'information',
        text: doubtful(words, attempt.doubt),
        tries: words.countedOnce,
        remark: attempt.remark,
      };
    default:
      return undefined;
  }
}

function noticeMessage(words: Words, about: Notice, tries: Tries | undefined): Message {
  const uncounted = {tone: 'danger', tries: words.notCounted} as const;
  switch (about.is) {
    case 'code-empty':
      return {tone: 'danger', text: words.codeEmpty};
    case 'app-password':
      return {tone: 'danger', text: words.appPassword};
    case 'code-length':
      return {tone: 'danger', text: fill(words.codeLength, {digits: about.digits})};
    case 'no-digits':
      return {tone: 'information', text: words.noDigits};
    case 'unclear':
      return {tone: 'information', text: words.unclearDigits};
    case 'required':
      return {tone: 'danger', text: words.required};
    case 'too-many':
      return {tone: 'danger', text: fill(words.tooManyDigits, {digits: about.digits})};
    case 'code-mismatch':
      return {tone: 'danger', text: mismatch(words, tries)};
    case 'code-expired':
      return {...uncounted, text: words.codeExpired};
    case 'code-replayed':
      return {...uncounted, text: words.codeReplayed, nextCodeAt: about.until};
    case 'next-code':
      return {tone: 'information', text: words.nextCode, nextCodeAt: about.until};
    case 'identity-mismatch':
      return {...uncounted, text: differing(words, about.differs)};
    case 'not-registered':
      return {...uncounted, text: words.notRegistered};
    case 'invalid-request':
      return {...uncounted, text: words.invalidRequest};
    case 'offline':
      return {...uncounted, text: words.offline};
    case 'unavailable':
      return {...uncounted, text: words.unavailable};
    case 'internal':
      return {...uncounted, text: words.internal};
    case 'result-unknown':
      return {tone: 'information', text: words.resultUnknown, remark: about.remark};
    case 'page-outdated':
      return {...uncounted, text: words.pageOutdated};
    case 'unlocked':
      return {tone: 'success', text: words.unlocked};
  }
}

/** How many wrong codes are left (manual: 5회), where the endpoint counts them. */
function mismatch(words: Words, tries: Tries | undefined): readonly unknown[] | string {
  const left = tries && tries.max - tries.failures;
  if (left === undefined) return words.codeMismatch;
  return left === 1 ? words.codeMismatchLast : fill(words.codeMismatchLeft, {left});
}

/** What differs, where the endpoint says one thing of it (manual: 정보 불일치). */
function differing(words: Words, [first, ...more]: readonly Difference[]): string {
  if (!first || more.length > 0) return words.identityMismatch;
  return {name: words.nameDiffers, phone: words.phoneDiffers, spaces: words.blanksDiffer}[first];
}

function doubtful(words: Words, doubt: Doubt): string {
  switch (doubt) {
    case 'timeout':
      return words.undecidedTimeout;
    case 'network':
      return words.undecidedNetwork;
    case 'server':
      return words.undecidedServer;
    case 'not-understood':
      return words.undecidedNotUnderstood;
    case 'session':
      return words.undecidedSignedOut;
  }
}
