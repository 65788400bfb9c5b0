/** What the trainee is told about the last attempt: what happened, and what to do next. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Attempt, Notice, Tries} from '../core/attempt.ts';
import {fill, type Words} from '../locale/words.ts';

/** A message in one of the tones that the styles know. */
interface Message {
  readonly tone: 'danger' | 'information' | 'success';
  readonly text: readonly unknown[] | string;
}

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

/** The message that a state carries, or nothing. */
export function notice(words: Words, attempt: Attempt): TemplateResult | typeof nothing {
  const message = messageOf(words, attempt);
  if (!message) return nothing;
  return html`<p class="notice ${message.tone}" part="notice">${message.text}</p>`;
}

/** The same as plain text, for where no markup goes; empty where there is none. */
export function noticeText(words: Words, attempt: Attempt): string {
  const text = messageOf(words, attempt)?.text ?? '';
  return typeof text === 'string' ? text : text.join('');
}

/** In place of the form where a mistake of the site's developer keeps it from working. */
export function misconfigured(words: Words, problem: string | undefined): TemplateResult {
  return html`<p class="notice danger" part="notice" role="alert">
    ${fill(words.misconfigured, {problem})}
  </p>`;
}

function messageOf(words: Words, attempt: Attempt): Message | undefined {
  switch (attempt.is) {
    case 'ready':
      return attempt.notice && noticeMessage(words, attempt.notice, attempt.tries);
    case 'waiting':
      return {
        tone: 'information',
        text: fill(words.rateLimited, {seconds: attempt.seconds}),
      };
    case 'signed-out':
      return {tone: 'danger', text: words.signedOut};
    case 'undecided':
      return isSignedOut(attempt)
        ? {tone: 'danger', text: words.undecidedSignedOut}
        : {tone: 'information', text: words.undecided};
    default:
      return undefined;
  }
}

function noticeMessage(words: Words, about: Notice, tries: Tries | undefined): Message {
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
      return {tone: 'danger', text: words.codeExpired};
    case 'code-replayed':
      return {tone: 'danger', text: words.codeReplayed};
    case 'identity-mismatch':
      return {tone: 'danger', text: words.identityMismatch};
    case 'not-registered':
      return {tone: 'danger', text: words.notRegistered};
    case 'invalid-request':
      return {tone: 'danger', text: words.invalidRequest};
    case 'offline':
      return {tone: 'danger', text: words.offline};
    case 'unavailable':
      return {tone: 'danger', text: words.unavailable};
    case 'internal':
      return {tone: 'danger', text: words.internal};
    case 'page-outdated':
      return {tone: 'danger', text: words.pageOutdated};
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
