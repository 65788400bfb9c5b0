/** The time on the stage: this computer's, and the minutes that were skipped. */
import {keep, kept} from './session-store.ts';

/** What every party of the stage takes for the right time, in ms since the epoch. */
export function stageNow(): number {
  return Date.now() + skippedMs();
}

/** Goes on so many ms at once: nobody likes to wait for the next number. */
export function skip(ms: number): void {
  keep('skipped', skippedMs() + ms);
}

function skippedMs(): number {
  return Number(kept('skipped') ?? 0);
}
