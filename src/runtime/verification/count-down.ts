/** Waits for a time that the trainee sees coming. */
import type {Platform} from '../../transport/platform.ts';

/** The pause between two ticks, in ms. */
const TICK_MS = 1000;

/**
 * Waits until a time of the monotonic clock, in ms, or until the signal aborts.
 *
 * @param onTick called each second, and at the end
 */
export async function countDown(
  {now, delay}: Platform,
  until: number,
  signal: AbortSignal,
  onTick: () => void,
): Promise<void> {
  while (!signal.aborted && now() < until) {
    await delay(Math.min(TICK_MS, until - now()), signal);
    onTick();
  }
}
