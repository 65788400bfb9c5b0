/** The end of what was kept long enough. */
import type {EndpointContext} from './context.ts';

/** How many rows one transaction ends, so that nobody waits for long. */
const BATCH_SIZE = 1000;

/**
 * Ends attempts and events older than that, in small steps; it can run beside the work, and in many
 * processes at once.
 *
 * @param keptMs how long they are kept, in ms: the keys, the receipts and the audit trail
 * @returns how many there were
 */
export async function purge(
  {store, now}: Pick<EndpointContext, 'store' | 'now'>,
  keptMs: number,
): Promise<number> {
  const before = now() - keptMs;
  let all = 0;
  for (;;) {
    const ended = await store.transaction((tx) => tx.purge(before, BATCH_SIZE));
    all += ended;
    if (ended < BATCH_SIZE) return all;
  }
}
