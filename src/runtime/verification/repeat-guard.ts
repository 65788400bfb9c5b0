/** Keeps one press too many from using a second try (C3, C5). */
import type {Code} from '../../core/code.ts';
import {isPending} from '../../core/state.ts';
import {hasCodeError} from '../notice-view.ts';
import {isOutcome} from './events-for.ts';
import type {StateChange} from './state-change.ts';

/** How long after a rejection a second press counts as a double click, in ms. */
const DOUBLE_PRESS_MS = 700;

/**
 * Records what became of the code in the field. Owns that record; does not own the field or the
 * state. All times are in ms, of the verification's clock.
 */
export class RepeatGuard {
  /** The code that was sent, until its outcome is known. */
  #sent: Code | undefined;
  /** The code that was refused as wrong, while it stands unchanged in the field. */
  #wrong: Code | undefined;
  #rejectedAt: number | undefined;

  /** Records a code that is about to be sent. */
  onSend(code: Code): void {
    this.#sent = code;
  }

  /** Forgets the rejection: the trainee has changed the field. */
  onEdit(): void {
    this.#wrong = undefined;
    this.#rejectedAt = undefined;
  }

  /** Records the outcome of the code that was sent. */
  onStateChange({after, cause}: StateChange): void {
    // The code may be right for another check or trainee; a restored attempt had another code.
    if (cause.type === 'superseded' || cause.type === 'restored') {
      this.#sent = undefined;
      this.#wrong = undefined;
    }
    if (cause.type === 'answered' && hasCodeError(after)) this.#rejectedAt = cause.at;
    if (!isOutcome(cause) || isPending(after) || after.status === 'unknown') return;
    const isWrong = after.status === 'ready' && after.notice?.kind === 'code-mismatch';
    this.#wrong = isWrong ? this.#sent : undefined;
    this.#sent = undefined;
  }

  /** Returns whether a press belongs to a double click, whose first press was just rejected. */
  isDoublePress(now: number): boolean {
    return this.#rejectedAt !== undefined && now - this.#rejectedAt < DOUBLE_PRESS_MS;
  }

  /** Returns whether this code was refused as wrong and stands unchanged. */
  isWrong(code: Code): boolean {
    return code === this.#wrong;
  }
}
