/** Time as the widget tells it: always handed in, never read from the computer's own clock. */

/**
 * Whole seconds, at least 0, from `now` until `until`, both in ms of the same clock. Rounded up, so
 * that a countdown never shows 0 while there is still waiting to do.
 */
export function secondsUntil(until: number, now: number): number {
  return Math.max(0, Math.ceil((until - now) / 1000));
}
