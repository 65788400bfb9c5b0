/** What a run of the check has found. */

/** The result of one case. */
export type CaseResult = {
  /** What a correct endpoint does, as a sentence. */
  readonly name: string;
  readonly durationMs: number;
} & (
  | {readonly status: 'passed'}
  | {readonly status: 'failed'; readonly failures: readonly string[]}
  | {readonly status: 'not-asked'; readonly reason: string}
);

/** The results of all cases, in their order. */
export interface Report {
  readonly url: string;
  readonly results: readonly CaseResult[];
}

/** Counts the results of each status. */
export function countResults({results}: Report): Readonly<Record<CaseResult['status'], number>> {
  const counts = {passed: 0, failed: 0, 'not-asked': 0};
  for (const {status} of results) counts[status]++;
  return counts;
}
