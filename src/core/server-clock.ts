import type {AttemptResponse} from './contract.ts';

/** The time fields of a response. */
export type ServerTimeFields = Pick<AttemptResponse, 'serverTime' | 'stepEndsInMs' | 'period'>;

/** The length of a time step if a response does not give it, in s (manual: 60초간 유효). */
const DEFAULT_PERIOD = 60;

/**
 * Estimates the endpoint's time from its responses and a monotonic clock. It never reads the
 * computer's date, which trainees abroad set by hand (docs/decisions/0019-time-comes-from-the-endpoint.md).
 */
export class ServerClock {
  /** The endpoint's time minus ours, in ms. */
  #offsetMs: number | undefined;
  #step: {readonly endedAt: number; readonly lengthMs: number} | undefined;

  /**
   * Returns the endpoint's time in ms since the epoch, or `undefined` if no response has sent it.
   *
   * @param at the time of our clock, in ms
   */
  timeAt(at: number): number | undefined {
    return this.#offsetMs === undefined ? undefined : at + this.#offsetMs;
  }

  /**
   * Returns when the time step that is current at `at` ends, in ms of our clock: the phone then shows its
   * next code. It is known only if the endpoint's steps are aligned to the epoch (RFC 6238 §4.2).
   */
  stepEndsAt(at: number): number | undefined {
    if (!this.#step) return undefined;
    const {endedAt, lengthMs} = this.#step;
    const steps = Math.floor((at - endedAt) / lengthMs) + 1;
    return endedAt + Math.max(0, steps) * lengthMs;
  }

  /** The length of a time step in ms, where {@link stepEndsAt} is known. */
  get stepLengthMs(): number | undefined {
    return this.#step?.lengthMs;
  }

  /**
   * Sets the clock from a response. Fields that the response does not have stay unchanged.
   *
   * @param at when the response arrived, in ms of our clock
   */
  sync({serverTime, stepEndsInMs, period = DEFAULT_PERIOD}: ServerTimeFields, at: number): void {
    if (serverTime !== undefined) this.#offsetMs = serverTime - at;
    if (stepEndsInMs !== undefined) {
      this.#step = {endedAt: at + stepEndsInMs, lengthMs: 1000 * period};
    }
  }

  /** Forgets the time, because our clock has stopped while the computer slept. */
  reset(): void {
    this.#offsetMs = undefined;
    this.#step = undefined;
  }
}
