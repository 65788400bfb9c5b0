/** The offset of Korean time from UTC, in minutes. Korea has no daylight saving time. */
const KOREA_OFFSET = 9 * 60;

/** With this little time left, in s, the trainee should wait for the next code. */
export const LOW_TIME_SECONDS = 10;

/** The time left of the phone's current time step. */
export interface RemainingTime {
  /** Whole seconds. */
  readonly seconds: number;
  /** The length of a step, in s (manual: 60초). */
  readonly period: number;
}

/**
 * Returns the whole seconds from `now` to `until`, both in ms of one clock, and at least 0. It rounds
 * up, so that a countdown shows 0 only at its end.
 */
export function secondsUntil(until: number, now: number): number {
  return Math.max(0, Math.ceil((until - now) / 1000));
}

/** Returns how long {@link secondsUntil} stays the same, in ms: at least 1, and at most 1000. */
export function msToNextSecond(until: number, now: number): number {
  return Math.ceil((until - now) % 1000) || 1000;
}

/**
 * Returns whether the computer's clock shows Korean time.
 *
 * @param offset the result of `Date.prototype.getTimezoneOffset`: minutes behind UTC
 */
export function isKoreanTime(offset: number): boolean {
  return offset === -KOREA_OFFSET;
}
