/** Waits for a time that the trainee sees coming. */
import {msToNextSecond} from '../../core/time.ts';
import type {Platform} from '../../transport/platform.ts';
import {tick} from '../tick.ts';

/**
 * Waits until a time of the monotonic clock, in ms, or until the signal aborts. In a hidden page, the wait ends
 * when the page is shown.
 *
 * @param onTick called when the seconds left have changed while the page is visible, and at the end
 */
export async function countDown(
  platform: Platform,
  until: number,
  signal: AbortSignal,
  onTick: () => void,
): Promise<void> {
  const {now} = platform;
  while (!signal.aborted && now() < until) {
    await tick(msToNextSecond(until, now()), signal, platform);
    onTick();
  }
}
