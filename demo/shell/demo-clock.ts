/** The demo's clock: this computer's time plus the minutes that the trainee skipped. */
import {load, save} from './session-store.ts';

/** Returns the time that every party of the demo uses, in ms since the epoch. */
export function demoNow(): number {
  return Date.now() + advancedMs();
}

/** Advances the clock by so many ms, so that nobody has to wait for the next code. */
export function advanceClock(ms: number): void {
  save('advanced-ms', advancedMs() + ms);
}

function advancedMs(): number {
  return Number(load('advanced-ms') ?? 0);
}
