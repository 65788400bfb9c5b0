/** What the element tells the page. No event carries the code, the name or the phone. */
import type {VerificationState, VerificationEvent, UnknownReason, Notice} from '../core/state.ts';
import type {Receipt, UnlockMethod} from '../core/contract.ts';
import type {FallbackMethod} from './templates/fallbacks.ts';

/** Events cross shadow boundaries, so that a listener on `document` hears every widget. */
const OPEN = {bubbles: true, composed: true} as const;

/** The endpoint has verified the trainee. A hint for the page: its server checks the receipt. */
export class MotpVerifiedEvent extends Event {
  readonly receipt: Receipt;

  constructor(receipt: Receipt) {
    super('motp-verified', OPEN);
    this.receipt = receipt;
  }
}

/**
 * The trainee has closed the completion popup: where the page goes on by itself, this is when. Not
 * told where no popup is shown (`completion`).
 */
export class MotpCompletedEvent extends Event {
  constructor() {
    super('motp-completed', OPEN);
  }
}

/** Why the endpoint refused a code. */
export type RejectionReason = Extract<
  Notice['kind'],
  | 'code-mismatch'
  | 'code-expired'
  | 'code-replayed'
  | 'identity-mismatch'
  | 'not-registered'
  | 'invalid-request'
>;

/** The endpoint has decided, and not in the trainee's favour. */
export class MotpRejectedEvent extends Event {
  readonly outcome: RejectionReason;
  /** Whether this was counted as a failure, where the endpoint says so. */
  readonly counted: boolean | undefined;
  /** Failures in a row, where the endpoint counts them. */
  readonly failures: number | undefined;
  /** How many of them lock, where the endpoint says so. */
  readonly maxFailures: number | undefined;

  constructor(
    outcome: RejectionReason,
    counted: boolean | undefined,
    failureCount: {readonly failures: number; readonly max: number} | undefined,
  ) {
    super('motp-rejected', OPEN);
    this.outcome = outcome;
    this.counted = counted;
    this.failures = failureCount?.failures;
    this.maxFailures = failureCount?.max;
  }
}

/** No more codes are taken (manual: 5회 실패시). */
export class MotpLockedEvent extends Event {
  /** The ways out that the endpoint names. */
  readonly unlock: readonly UnlockMethod[];

  constructor(unlock: readonly UnlockMethod[]) {
    super('motp-locked', OPEN);
    this.unlock = unlock;
  }
}

/**
 * The trainee takes another way. Cancelable: after `preventDefault()` the page leads the way itself.
 */
export class MotpFallbackEvent extends Event {
  readonly method: FallbackMethod;

  constructor(way: FallbackMethod) {
    super('motp-fallback', {...OPEN, cancelable: true});
    this.method = way;
  }
}

/** Something other than the code stood in the way. */
export class MotpErrorEvent extends Event {
  readonly reason: MotpErrorReason;
  /** Whether a failure was counted; `undefined` as long as nobody knows. */
  readonly counted: boolean | undefined;
  /** Why nobody knows, for `undecided`. */
  readonly cause: UnknownReason | undefined;

  constructor(reason: MotpErrorReason, counted?: boolean, cause?: UnknownReason) {
    super('motp-error', OPEN);
    this.reason = reason;
    this.counted = counted;
    this.cause = cause;
  }
}

/** Why a {@link MotpErrorEvent} was told. `undecided`: nobody knows yet whether it was counted. */
export type MotpErrorReason =
  | 'offline'
  | 'unavailable'
  | 'internal'
  | 'page-outdated'
  | 'unknown'
  | 'rate-limited'
  | 'signed-out';

/** The widget went from one state to another. */
export class MotpStateChangeEvent extends Event {
  readonly state: VerificationState['status'];
  readonly previous: VerificationState['status'];

  constructor(state: VerificationState['status'], previous: VerificationState['status']) {
    super('motp-state-change', OPEN);
    this.state = state;
    this.previous = previous;
  }
}

/** The events that a change of state is worth, in the order in which the page hears them. */
export function eventsFor(
  after: VerificationState,
  before: VerificationState,
  cause: VerificationEvent,
): readonly Event[] {
  const events: Event[] = [];
  if (after.status !== before.status)
    events.push(new MotpStateChangeEvent(after.status, before.status));
  switch (after.status) {
    case 'verified':
      events.push(new MotpVerifiedEvent(after.receipt));
      break;
    case 'locked':
      if (before.status !== 'locked') events.push(new MotpLockedEvent(after.unlock));
      break;
    case 'rate-limited':
      events.push(new MotpErrorEvent('rate-limited', false));
      break;
    case 'signed-out':
      events.push(new MotpErrorEvent('signed-out', false));
      break;
    case 'unknown':
      events.push(new MotpErrorEvent('unknown', undefined, after.reason));
      break;
    case 'ready':
      events.push(...ofNotice(after, cause));
      break;
    default:
  }
  return events;
}

/** What ends an attempt; nothing else is told of as its outcome. */
const IS_OUTCOME: ReadonlySet<VerificationEvent['type']> = new Set([
  'answered',
  'offline',
  'result-unavailable',
]);

function ofNotice(
  {notice, failureCount}: Extract<VerificationState, {status: 'ready'}>,
  cause: VerificationEvent,
): Event[] {
  if (!IS_OUTCOME.has(cause.type)) return [];
  switch (notice?.kind) {
    case 'code-mismatch':
    case 'code-expired':
    case 'code-replayed':
    case 'identity-mismatch':
    case 'not-registered':
    case 'invalid-request': {
      // That the count has risen is all that is known where there was no answer.
      const counted = cause.type === 'answered' ? cause.response.counted : true;
      return [new MotpRejectedEvent(notice.kind, counted, failureCount)];
    }
    case 'result-unknown':
      return [new MotpErrorEvent('unknown')];
    case 'offline':
    case 'unavailable':
    case 'internal':
    case 'page-outdated':
      return [new MotpErrorEvent(notice.kind, false)];
    default:
      return [];
  }
}

declare global {
  interface HTMLElementEventMap {
    'motp-verified': MotpVerifiedEvent;
    'motp-completed': MotpCompletedEvent;
    'motp-rejected': MotpRejectedEvent;
    'motp-locked': MotpLockedEvent;
    'motp-fallback': MotpFallbackEvent;
    'motp-error': MotpErrorEvent;
    'motp-state-change': MotpStateChangeEvent;
  }
}
