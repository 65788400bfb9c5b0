/** Waits for a registration that the trainee makes on the phone. */
import type {Platform} from '../../transport/platform.ts';

/** The pause between two queries, in ms. */
const PAUSE_MS = 10_000;

/** How long the widget queries, in ms. Later, it queries when the trainee returns to the page. */
const TIMEOUT_MS = 10 * 60_000;

/** Repeats a query of the account's status until the signal aborts or the time is over. */
export async function awaitRegistration(
  {now, delay}: Platform,
  signal: AbortSignal,
  query: () => Promise<void>,
): Promise<void> {
  const end = now() + TIMEOUT_MS;
  while (now() < end) {
    await delay(PAUSE_MS, signal);
    if (signal.aborted) return;
    await query();
  }
}
