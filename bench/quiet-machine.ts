/** Whether other programs use the machine. */
import {cpus} from 'node:os';
import {setTimeout} from 'node:timers/promises';

/** How long the use of the CPUs is watched, in ms. */
const WATCH_MS = 2_000;

/** How long the bench waits for a quiet machine, in ms. */
const PATIENCE_MS = 60_000;

/** The share of the CPUs that a quiet machine uses at most. */
const QUIET_SHARE = 0.1;

/** Waits until other programs use little of the CPUs, or until the patience ends; returns their share. */
export async function waitForQuiet(): Promise<number> {
  const end = performance.now() + PATIENCE_MS;
  let share = await busyShare();
  while (!isQuiet(share) && performance.now() < end) share = await busyShare();
  return share;
}

/** Measures the share of the CPUs that is in use while this process waits, from 0 to 1. */
export async function busyShare(): Promise<number> {
  const before = cpuTimes();
  await setTimeout(WATCH_MS);
  const after = cpuTimes();
  return 1 - (after.idle - before.idle) / (after.total - before.total);
}

/** Returns whether figures that are measured at this share can be trusted as times. */
export function isQuiet(share: number): boolean {
  return share <= QUIET_SHARE;
}

function cpuTimes(): {readonly idle: number; readonly total: number} {
  const times = cpus().map(({times: one}) => one);
  return {
    idle: sum(times.map(({idle}) => idle)),
    total: sum(times.flatMap((one) => Object.values(one))),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
