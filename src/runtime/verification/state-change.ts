/** What the views and the page are told when the state of the verification changes. */
import type {VerificationEvent, VerificationState} from '../../core/state.ts';

/** A change of state. */
export interface StateChange {
  readonly after: VerificationState;
  readonly before: VerificationState;
  readonly cause: VerificationEvent;
  /** Whether a request is pending in the new state. */
  readonly isPending: boolean;
  /** Whether the trainee has to register now, and did not have to before. */
  readonly startsRegistration: boolean;
}

/** Called after each change, when the controller has the new state. */
export type StateChangeListener = (change: StateChange) => void;
