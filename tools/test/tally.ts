/** Counts the results of all checks and tests of a run. */

/** The number of results of each kind. */
export interface Tally {
  passed: number;
  failed: number;
  /** The names of the skipped tests. */
  readonly skipped: string[];
}

/** Creates an empty tally. */
export function createTally(): Tally {
  return {passed: 0, failed: 0, skipped: []};
}

/** Adds the results of another tally to the first one. */
export function addTally(sum: Tally, {passed, failed, skipped}: Tally): void {
  sum.passed += passed;
  sum.failed += failed;
  sum.skipped.push(...skipped);
}

/** Formats the last line of a run. */
export function formatTally({passed, failed}: Tally): string {
  return `${passed} passed, ${failed} failed`;
}
