/** The time on the stage: this computer's, and the minutes that were skipped. */
import {save, load} from './session-store.ts';

/** What every party of the stage takes for the right time, in ms since the epoch. */
export function demoNow(): number {
  return Date.now() + advancedMs();
}

/** Goes on so many ms at once: nobody likes to wait for the next number. */
export function advanceClock(ms: number): void {
  save('skipped', advancedMs() + ms);
}

function advancedMs(): number {
  return Number(load('skipped') ?? 0);
}
