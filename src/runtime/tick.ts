/** Waits that matter only while the trainee looks at the page. */
import {browserPlatform, type Platform} from '../transport/platform.ts';

/**
 * Resolves after `ms`, or earlier: when a hidden page is shown again, or when the signal aborts. No timer
 * runs while the page is hidden.
 *
 * @returns whether the time is over
 */
export async function tick(
  ms: number,
  signal: AbortSignal,
  {delay}: Pick<Platform, 'delay'> = browserPlatform,
): Promise<boolean> {
  while (!signal.aborted) {
    const wait = new AbortController();
    const stop = (): void => wait.abort();
    document.addEventListener('visibilitychange', stop, {signal: wait.signal});
    signal.addEventListener('abort', stop, {signal: wait.signal});
    await new Promise<unknown>((resolve) => {
      wait.signal.addEventListener('abort', resolve);
      if (!isHidden()) void delay(ms, wait.signal).then(resolve);
    });
    const isOver = !wait.signal.aborted;
    stop();
    if (isOver || !isHidden()) return isOver;
  }
  return false;
}

function isHidden(): boolean {
  return document.visibilityState === 'hidden';
}
