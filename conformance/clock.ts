/** The time of the machine that runs the check: an argument, so that tests need not wait. */

/** Tells the time and waits. */
export interface Clock {
  /** Returns the time, in ms since the epoch. */
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

/** The machine's own clock. */
export const SYSTEM_CLOCK: Clock = {
  now: () => Date.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};
