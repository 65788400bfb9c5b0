/** Time as the widget tells it: always handed in, never read from the computer's own clock. */

/** How far Korean time is ahead of UTC, in minutes: nine hours, the whole year round. */
const KOREA_AHEAD = 9 * 60;

/** With so few seconds left of a step it is better to wait for the next number. */
export const LOW_TIME_SECONDS = 10;

/** How much is left of the phone's present time step, in whole seconds. */
export interface RemainingTime {
  readonly seconds: number;
  /** How long a step is, in seconds (manual: 60초). */
  readonly period: number;
}

/**
 * Whole seconds, at least 0, from `now` until `until`, both in ms of the same clock. Rounded up, so
 * that a countdown never shows 0 while there is still waiting to do.
 */
export function secondsUntil(until: number, now: number): number {
  return Math.max(0, Math.ceil((until - now) / 1000));
}

/**
 * Whether clocks here show Korean time.
 *
 * @param offset what `Date.prototype.getTimezoneOffset` tells: minutes behind UTC
 */
export function isKoreanTime(offset: number): boolean {
  return offset === -KOREA_AHEAD;
}
