/** The events of the element. No event carries the code, the name or the phone number. */
import type {Notice, UnknownReason, VerificationState} from '../core/state.ts';
import type {Receipt, UnlockMethod} from '../core/contract.ts';
import type {FallbackMethod} from '../element/templates/fallbacks.ts';

/** The browser's own `Event`. MooTools and other old libraries replace the global one. */
const NativeEvent =
  typeof document === 'undefined'
    ? Event
    : (document.createEvent('Event').constructor as typeof Event);

/** Events cross shadow boundaries, so that a listener on `document` receives those of every widget. */
const COMPOSED = {bubbles: true, composed: true} as const;

/**
 * Dispatched when the endpoint has verified the trainee. A hint for the page: the site's server checks
 * the receipt.
 */
export class MotpVerifiedEvent extends NativeEvent {
  readonly receipt: Receipt;

  constructor(receipt: Receipt) {
    super('motp-verified', COMPOSED);
    this.receipt = receipt;
  }
}

/** Dispatched when the trainee has closed the completion popup; never without a popup (`completion`). */
export class MotpCompletedEvent extends NativeEvent {
  constructor() {
    super('motp-completed', COMPOSED);
  }
}

/** Why the endpoint rejected a code. */
export type RejectionReason = Extract<
  Notice['kind'],
  | 'code-mismatch'
  | 'code-expired'
  | 'code-replayed'
  | 'identity-mismatch'
  | 'not-registered'
  | 'invalid-request'
>;

/** Dispatched when the endpoint has rejected the code. */
export class MotpRejectedEvent extends NativeEvent {
  readonly outcome: RejectionReason;
  /** Whether the endpoint counted a failure; `undefined` if it does not say. */
  readonly counted: boolean | undefined;
  /** Failures in a row; `undefined` if the endpoint does not count them. */
  readonly failures: number | undefined;
  /** The number of failures that lock; `undefined` if the endpoint does not say. */
  readonly maxFailures: number | undefined;

  constructor(
    outcome: RejectionReason,
    counted: boolean | undefined,
    failureCount: {readonly failures: number; readonly max: number} | undefined,
  ) {
    super('motp-rejected', COMPOSED);
    this.outcome = outcome;
    this.counted = counted;
    this.failures = failureCount?.failures;
    this.maxFailures = failureCount?.max;
  }
}

/** Dispatched when the account is locked, and no code is accepted (manual: 5회 실패시). */
export class MotpLockedEvent extends NativeEvent {
  /** The methods that end the lock, as the endpoint names them. */
  readonly unlock: readonly UnlockMethod[];

  constructor(unlock: readonly UnlockMethod[]) {
    super('motp-locked', COMPOSED);
    this.unlock = unlock;
  }
}

/** Dispatched when the trainee follows a link to a fallback. `preventDefault()` keeps it closed. */
export class MotpFallbackEvent extends NativeEvent {
  readonly method: FallbackMethod;

  constructor(method: FallbackMethod) {
    super('motp-fallback', {...COMPOSED, cancelable: true});
    this.method = method;
  }
}

/** Dispatched when the attempt failed for a reason other than the code. */
export class MotpErrorEvent extends NativeEvent {
  readonly reason: MotpErrorReason;
  /** Whether a failure was counted; `undefined` while the result is unknown. */
  readonly counted: boolean | undefined;
  /** Why the result is unknown, for `unknown`. */
  readonly cause: UnknownReason | undefined;

  constructor(reason: MotpErrorReason, counted?: boolean, cause?: UnknownReason) {
    super('motp-error', COMPOSED);
    this.reason = reason;
    this.counted = counted;
    this.cause = cause;
  }
}

/** The reasons of a {@link MotpErrorEvent}. `unknown`: the result of the attempt is not known yet. */
export type MotpErrorReason =
  | 'offline'
  | 'unavailable'
  | 'internal'
  | 'page-outdated'
  | 'unknown'
  | 'rate-limited'
  | 'signed-out';

/** Dispatched when the state of the verification has changed. */
export class MotpStateChangeEvent extends NativeEvent {
  readonly state: VerificationState['status'];
  readonly previous: VerificationState['status'];

  constructor(state: VerificationState['status'], previous: VerificationState['status']) {
    super('motp-state-change', COMPOSED);
    this.state = state;
    this.previous = previous;
  }
}

declare global {
  // The events of elements, of `document` and of `window`, which they bubble to.
  interface GlobalEventHandlersEventMap {
    'motp-verified': MotpVerifiedEvent;
    'motp-completed': MotpCompletedEvent;
    'motp-rejected': MotpRejectedEvent;
    'motp-locked': MotpLockedEvent;
    'motp-fallback': MotpFallbackEvent;
    'motp-error': MotpErrorEvent;
    'motp-state-change': MotpStateChangeEvent;
  }
}
