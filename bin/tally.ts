/** What passed and what failed, over everything that `npm test` runs. */

/** A count to which every check and test adds. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

/** An empty count. */
export function emptyTally(): Tally {
  return {passed: 0, failed: 0, skipped: 0};
}

/** The closing line: `N passed, N failed`, and what was skipped where anything was. */
export function closingLine({passed, failed, skipped}: Tally): string {
  const line = `${passed} passed, ${failed} failed`;
  return skipped > 0 ? `${line}, ${skipped} skipped` : line;
}
