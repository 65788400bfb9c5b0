/** Time as the widget tells it: always handed in, never read from the computer's own clock. */

/** The length of a code's time step in ms (manual: 60초 후 재생성; RFC 6238 §5.2 calls it X). */
export const STEP_MS = 60_000;

/**
 * Whole seconds, at least 0, from `now` until `until`, both in ms of the same clock. Rounded up, so
 * that a countdown never shows 0 while there is still waiting to do.
 */
export function secondsUntil(until: number, now: number): number {
  return Math.max(0, Math.ceil((until - now) / 1000));
}

/** How long the time step that holds `now` (ms since the epoch) still lasts: 1 to {@link STEP_MS}. */
export function stepEndsInMs(now: number): number {
  return STEP_MS - (now % STEP_MS);
}
