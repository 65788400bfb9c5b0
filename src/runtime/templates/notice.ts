/** What the trainee is told about the last attempt: what happened, and what to do next. */
import {html, nothing, type TemplateResult} from 'lit';
import type {
  VerificationState,
  UnknownReason,
  Notice,
  ServerMessage,
  FailureCount,
} from '../../core/state.ts';
import {secondsUntil} from '../../core/time.ts';
import type {IdentityDifference} from '../../core/contract.ts';
import {interpolate, type Messages} from '../../locales/messages.ts';

/** A message in one of the tones that the styles know. */
interface Message {
  readonly variant: 'danger' | 'information' | 'success';
  readonly text: readonly unknown[] | string;
  /** What is said of the tries, after it. */
  readonly failureCount?: string;
  /** What the endpoint says in words of its own. */
  readonly serverMessage?: ServerMessage;
  /** When the phone shows the next code, in ms of the notice's clock. */
  readonly nextCodeAt?: number | undefined;
}

/** From so many failures on it is likely that something else than the typing is wrong. */
const FAILURES_WITH_A_CAUSE = 2;

/** Whether what stands in the field was refused: the field itself is then marked as invalid. */
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

/** Whether the trainee has to sign in before anything else can go on. */
export function needsSignIn(state: VerificationState): boolean {
  return (
    state.status === 'signed-out' || (state.status === 'unknown' && state.reason === 'session')
  );
}

/** Whether the phone's clock is what the trainee should look at. */
export function suggestsClockError(state: VerificationState): boolean {
  return (
    state.status === 'ready' && (state.notice?.kind === 'code-expired' || hasLikelyCauses(state))
  );
}

/**
 * The message that a state carries, or nothing.
 *
 * @param now the clock of the attempt's times, in ms
 */
export function renderNotice(
  messages: Messages,
  state: VerificationState,
  now: number,
): TemplateResult | typeof nothing {
  const message = messageOf(messages, state);
  if (!message) return nothing;
  const {variant, text, failureCount, serverMessage, nextCodeAt} = message;
  return html`<p class="notice ${variant}" part="notice">
    ${text}
    ${failureCount}${nextCodeAt === undefined ? nothing : renderNextCode(messages, nextCodeAt, now)}
    ${serverMessage === undefined ? nothing : html`<bdi class="server-message" part="server-message">${serverMessage}</bdi>`}
  </p>`;
}

/** The same as plain text, for where no markup goes; empty where there is none. */
export function noticeText(messages: Messages, state: VerificationState): string {
  const {text = '', failureCount = '', serverMessage = ''} = messageOf(messages, state) ?? {};
  const sentence = typeof text === 'string' ? text : text.join('');
  return [sentence, failureCount, serverMessage].filter(Boolean).join(' ');
}

/** What else may be wrong, once typing it again has not helped; nothing before. */
export function renderTroubleshooting(
  messages: Messages,
  state: VerificationState,
): TemplateResult | typeof nothing {
  if (!hasLikelyCauses(state)) return nothing;
  return html`<div class="troubleshooting" part="troubleshooting">
    <p>${messages.causes}</p>
    <ul>
      <li>${messages.causeClock}</li>
      <li>${messages.causePhone}</li>
      <li>${messages.causeName}</li>
    </ul>
  </div>`;
}

/** In place of the form where a mistake of the site's developer keeps it from working. */
export function renderConfigError(messages: Messages, error: string | undefined): TemplateResult {
  return html`<p class="notice danger" part="notice" role="alert">
    ${interpolate(messages.misconfigured, {error})}
  </p>`;
}

/** Seen and not heard: an alert that changes each second would never fall silent. */
function renderNextCode(messages: Messages, until: number, now: number): TemplateResult {
  const seconds = secondsUntil(until, now);
  const text = seconds > 0 ? interpolate(messages.nextCodeIn, {seconds}) : messages.nextIsHere;
  return html`<strong class="next-code" aria-hidden="true">${text}</strong>`;
}

function hasLikelyCauses(state: VerificationState): boolean {
  if (state.status !== 'ready' || state.notice?.kind !== 'code-mismatch') return false;
  return (state.failureCount?.failures ?? 0) >= FAILURES_WITH_A_CAUSE;
}

function messageOf(messages: Messages, state: VerificationState): Message | undefined {
  switch (state.status) {
    case 'ready':
      return state.notice && noticeMessage(messages, state.notice, state.failureCount);
    case 'rate-limited':
      return {
        variant: 'information',
        text: interpolate(messages.rateLimited, {seconds: state.seconds}),
        failureCount: messages.notCounted,
      };
    case 'signed-out':
      return {variant: 'danger', text: messages.signedOut, failureCount: messages.notCounted};
    case 'unknown':
      return {
        variant: needsSignIn(state) ? 'danger' : 'information',
        text: unknownText(messages, state.reason),
        failureCount: messages.countedOnce,
        serverMessage: state.serverMessage,
      };
    default:
      return undefined;
  }
}

function noticeMessage(
  messages: Messages,
  about: Notice,
  failureCount: FailureCount | undefined,
): Message {
  const uncounted = {variant: 'danger', failureCount: messages.notCounted} as const;
  switch (about.kind) {
    case 'code-empty':
      return {variant: 'danger', text: messages.codeEmpty};
    case 'app-password':
      return {variant: 'danger', text: messages.appPassword};
    case 'code-length':
      return {variant: 'danger', text: interpolate(messages.codeLength, {digits: about.digits})};
    case 'no-digits':
      return {variant: 'information', text: messages.noDigits};
    case 'unclear':
      return {variant: 'information', text: messages.unclearDigits};
    case 'required':
      return {variant: 'danger', text: messages.required};
    case 'too-many':
      return {variant: 'danger', text: interpolate(messages.tooManyDigits, {digits: about.digits})};
    case 'code-mismatch':
      return {variant: 'danger', text: mismatch(messages, failureCount)};
    case 'code-expired':
      return {...uncounted, text: messages.codeExpired};
    case 'code-replayed':
      return {...uncounted, text: messages.codeReplayed, nextCodeAt: about.until};
    case 'next-code':
      return {variant: 'information', text: messages.nextCode, nextCodeAt: about.until};
    case 'identity-mismatch':
      return {...uncounted, text: differing(messages, about.differs)};
    case 'not-registered':
      return {...uncounted, text: messages.notRegistered};
    case 'invalid-request':
      return {...uncounted, text: messages.invalidRequest};
    case 'offline':
      return {...uncounted, text: messages.offline};
    case 'unavailable':
      return {...uncounted, text: messages.unavailable};
    case 'internal':
      return {...uncounted, text: messages.internal};
    case 'result-unknown':
      return {
        variant: 'information',
        text: messages.resultUnknown,
        serverMessage: about.serverMessage,
      };
    case 'page-outdated':
      return {...uncounted, text: messages.pageOutdated};
    case 'unlocked':
      return {variant: 'success', text: messages.unlocked};
  }
}

/** How many wrong codes are left (manual: 5회), where the endpoint counts them. */
function mismatch(
  messages: Messages,
  failureCount: FailureCount | undefined,
): readonly unknown[] | string {
  const left = failureCount && failureCount.max - failureCount.failures;
  if (left === undefined) return messages.codeMismatch;
  return left === 1 ? messages.codeMismatchLast : interpolate(messages.codeMismatchLeft, {left});
}

/** What differs, where the endpoint says one thing of it (manual: 정보 불일치). */
function differing(messages: Messages, [first, ...more]: readonly IdentityDifference[]): string {
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
