/** Remembers when a code was accepted: right after, the phone still shows that one (requirement O5). */
import type {NextCodeTime} from '../../core/state.ts';

/** For how long a used code may still be what the phone shows, in ms (manual: 60초). */
const CODE_LIFE_MS = 60_000;

/** See the file's head; all times are ms of one clock that only goes forward. */
export class CodeReuse {
  #at = Number.NEGATIVE_INFINITY;
  #nextCodeAt: number | undefined;

  /** A code was accepted. `nextCodeAt`: when the phone shows the next, where that is known. */
  record(at: number, nextCodeAt: number | undefined): void {
    this.#at = at;
    this.#nextCodeAt = nextCodeAt;
  }

  /** The next code, where it is to be waited for; long after, the phone shows one anyway. */
  nextCode(now: number): NextCodeTime {
    const until = this.#nextCodeAt;
    return now < (until ?? this.#at + CODE_LIFE_MS) ? {until} : undefined;
  }
}
