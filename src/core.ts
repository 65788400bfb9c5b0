/**
 * The rules and the event classes, without the widget: importing this module has no side effect, and
 * does not load Lit. For servers, and for pages that need a rule before the widget.
 */
export {dueCheck, OCCASIONS} from './core/occasion.ts';
export type {
  DueCheck,
  NextStep,
  Occasion,
  OccasionOptions,
  PassedCheck,
  Progress,
} from './core/occasion.ts';
export type {VerificationState, Notice, FailureCount} from './core/state.ts';
export type {Receipt, UnlockMethod} from './core/contract.ts';
export {
  MotpCompletedEvent,
  MotpErrorEvent,
  MotpLockedEvent,
  MotpRejectedEvent,
  MotpStateChangeEvent,
  MotpVerifiedEvent,
  MotpFallbackEvent,
} from './runtime/events.ts';
export type {MotpErrorReason, RejectionReason} from './runtime/events.ts';
export type {AdapterRequest, EndpointAdapter} from './core/endpoint-adapter.ts';
export type {FallbackMethod} from './element/templates/fallbacks.ts';
