/** Defines `<motp-verify>` and exports its class, its events and its public types. */
import './define.ts';

export {MotpVerify} from './motp-verify.ts';
export type {VerificationState, Notice, FailureCount} from './core/state.ts';
export type {Receipt, UnlockMethod} from './core/contract.ts';
export {dueCheck} from './core/occasion.ts';
export type {
  DueCheck,
  NextStep,
  Occasion,
  OccasionOptions,
  PassedCheck,
  Progress,
} from './core/occasion.ts';
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
export type {
  MotpVerifyAttributes,
  MotpVerifyElements,
  MotpVerifyListeners,
  MotpVerifyProps,
} from './jsx-types.ts';
export type {GuideMessages, Locale, Messages} from './locales/messages.ts';
export type {ResponseMap, MappedOutcome} from './transport/response-map.ts';
export type {AdapterRequest, EndpointAdapter} from './core/endpoint-adapter.ts';
export type {FallbackMethod} from './element/templates/fallbacks.ts';
