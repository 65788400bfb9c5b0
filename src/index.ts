/** Defines `<motp-verify>` and exports its class, its events and its public types. */
import './define.ts';

export {MotpVerify} from './motp-verify.ts';
export type {Attempt, Notice, Tries} from './core/attempt.ts';
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
} from './events.ts';
export type {MotpErrorReason, Rejection} from './events.ts';
export type {
  MotpVerifyAttributeValues,
  MotpVerifyElements,
  MotpVerifyListeners,
  MotpVerifyProperties,
} from './jsx.ts';
export type {GuideWords, Language, Words} from './locale/words.ts';
export type {AnswerMap, MappedOutcome} from './transport/answer-map.ts';
export type {AdaptedRequest, EndpointAdapter} from './transport/legacy.ts';
export type {WayOut} from './view/ways-out.ts';
