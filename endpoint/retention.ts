/** Deletes what has been stored for the retention period. */
import type {EndpointContext} from './context.ts';

/** How many rows one transaction deletes, so that no request waits for long. */
const BATCH_SIZE = 1000;

/**
 * Deletes attempts and events that are older than the retention period, in batches. It can run under
 * load, and in several processes at once (docs/faults.md, S10).
 *
 * @param retentionMs the retention period of keys, receipts and the audit trail, in ms
 * @returns how many rows were deleted
 */
export async function purge(
  {store, now}: Pick<EndpointContext, 'store' | 'now'>,
  retentionMs: number,
): Promise<number> {
  const before = now() - retentionMs;
  let total = 0;
  for (;;) {
    const deleted = await store.transaction((tx) => tx.purge(before, BATCH_SIZE));
    total += deleted;
    if (deleted < BATCH_SIZE) return total;
  }
}
