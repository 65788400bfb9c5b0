/** The end of what was kept long enough. */
import type {Endpoint} from './context.ts';

/** How many rows one transaction ends, so that nobody waits for long. */
const AT_ONCE = 1000;

/**
 * Ends attempts and events older than that, in small steps; it can run beside the work, and in many
 * processes at once.
 *
 * @param keptMs how long they are kept, in ms: the keys, the receipts and the audit trail
 * @returns how many there were
 */
export async function purge(
  {store, now}: Pick<Endpoint, 'store' | 'now'>,
  keptMs: number,
): Promise<number> {
  const before = now() - keptMs;
  let all = 0;
  for (;;) {
    const ended = await store.transaction((records) => records.purge(before, AT_ONCE));
    all += ended;
    if (ended < AT_ONCE) return all;
  }
}
