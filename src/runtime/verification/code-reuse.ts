/** The time after a code was accepted, in which the phone still shows it (O5). */
import type {NextCodeTime} from '../../core/state.ts';

/** How long the phone can still show a used code, in ms (manual: 60초). */
const CODE_LIFE_MS = 60_000;

/** Records when a code was accepted. All times are in ms, of one monotonic clock. */
export class CodeReuse {
  #acceptedAt = Number.NEGATIVE_INFINITY;
  #nextCodeAt: number | undefined;

  /** Records an accepted code. `nextCodeAt`: when the phone shows the next one, if that is known. */
  record(at: number, nextCodeAt: number | undefined): void {
    this.#acceptedAt = at;
    this.#nextCodeAt = nextCodeAt;
  }

  /** Returns the next code's time if the trainee has to wait for it, otherwise `undefined`. */
  nextCode(now: number): NextCodeTime {
    const until = this.#nextCodeAt;
    return now < (until ?? this.#acceptedAt + CODE_LIFE_MS) ? {until} : undefined;
  }
}
