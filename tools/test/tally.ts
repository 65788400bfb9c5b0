/** What passed and what failed, over everything that `npm test` runs. */

/** A count to which every check and test adds. */
export interface Tally {
  passed: number;
  failed: number;
  /** The tests that could not be run here, each with where. */
  readonly skipped: string[];
}

/** An empty count. */
export function emptyTally(): Tally {
  return {passed: 0, failed: 0, skipped: []};
}

/** The closing line. */
export function closingLine({passed, failed}: Tally): string {
  return `${passed} passed, ${failed} failed`;
}
