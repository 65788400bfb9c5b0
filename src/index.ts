/** Defines `<motp-verify>` and exports its class, its events and its public types. */
import './define.ts';

export {MotpVerify} from './motp-verify.ts';
export type {Attempt, Notice, Tries} from './core/state.ts';
export type {Receipt, Unlock} from './core/contract.ts';
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
  MotpWayOutEvent,
} from './element/events.ts';
export type {MotpErrorReason, Rejection} from './element/events.ts';
export type {
  MotpVerifyAttributeValues,
  MotpVerifyElements,
  MotpVerifyListeners,
  MotpVerifyProperties,
} from './jsx-types.ts';
export type {GuideWords, Language, Words} from './locales/messages.ts';
export type {AnswerMap, MappedOutcome} from './transport/response-map.ts';
export type {AdaptedRequest, EndpointAdapter} from './transport/legacy-codec.ts';
export type {WayOut} from './element/templates/fallbacks.ts';
