/**
 * The endpoint's clock, as its answers tell it: carried on by a clock that only goes forward, never
 * by the computer's own, which trainees abroad set by hand.
 */
import type {AttemptResponse} from './contract.ts';

/** What an answer says of the time. */
export type ServerTimeFields = Pick<AttemptResponse, 'serverTime' | 'stepEndsInMs' | 'period'>;

/** The length of a step where an answer doesn't say it, in seconds (manual: 60초간 유효). */
const PERIOD = 60;

/** See the file's head. */
export class ServerClock {
  readonly #now: () => number;
  /** How far the endpoint's clock is ahead of ours, in ms. */
  #aheadMs: number | undefined;
  #step: {readonly endedAt: number; readonly lengthMs: number} | undefined;

  /**
   * @param now a clock in ms that only goes forward
   */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** The endpoint's time in ms since the epoch, where an answer has said it. */
  now(): number | undefined {
    return this.#aheadMs === undefined ? undefined : this.#now() + this.#aheadMs;
  }

  /**
   * When the phone shows its next code, in ms of our own clock: always ahead, since one step follows
   * another. Only where the endpoint says that steps are aligned (RFC 6238 §4.2).
   */
  get stepEndsAt(): number | undefined {
    if (!this.#step) return undefined;
    const {endedAt, lengthMs} = this.#step;
    const steps = Math.floor((this.#now() - endedAt) / lengthMs) + 1;
    return endedAt + Math.max(0, steps) * lengthMs;
  }

  /** How long a step is, in ms, where {@link stepEndsAt} is known. */
  get stepLengthMs(): number | undefined {
    return this.#step?.lengthMs;
  }

  /**
   * Sets the clock by an answer; what that doesn't say stays as it was.
   *
   * @param at when the answer came, in ms of our own clock
   */
  sync({serverTime, stepEndsInMs, period = PERIOD}: ServerTimeFields, at: number): void {
    if (serverTime !== undefined) this.#aheadMs = serverTime - at;
    if (stepEndsInMs !== undefined) {
      this.#step = {endedAt: at + stepEndsInMs, lengthMs: 1000 * period};
    }
  }

  /** Forgets the time: our own clock has stood still, as it does while a computer sleeps. */
  reset(): void {
    this.#aheadMs = undefined;
    this.#step = undefined;
  }
}
