/** Waits for a registration that the trainee makes on the phone. */
import type {Platform} from '../../transport/platform.ts';
import {tick} from '../tick.ts';

/** The pause between two queries, in ms. */
const PAUSE_MS = 10_000;

/** How long the widget queries, in ms. Later, it queries when the trainee returns to the page. */
const TIMEOUT_MS = 10 * 60_000;

/** Repeats a query of the account's status until the signal aborts or the time is over. */
export async function awaitRegistration(
  platform: Platform,
  signal: AbortSignal,
  query: () => Promise<void>,
): Promise<void> {
  const end = platform.now() + TIMEOUT_MS;
  while (!signal.aborted && platform.now() < end) {
    // Each return to the page has a query of its own.
    if (await tick(PAUSE_MS, signal, platform)) await query();
  }
}
