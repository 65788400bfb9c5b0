/** Abort controllers that follow a parent signal. */

/**
 * A controller that aborts with a signal as well as by itself, and lets go of the signal once it
 * has aborted. (`AbortSignal.any` would say it in a line, but came to Safari only in spring 2024.)
 */
export function linkedAbortController(signal: AbortSignal): AbortController {
  const child = new AbortController();
  if (signal.aborted) child.abort();
  else signal.addEventListener('abort', () => child.abort(), {signal: child.signal});
  return child;
}
