/** The files of tests, by patterns. `!` begins a pattern of files that are left out. */
import {globSync} from 'node:fs';

/** The tests that run in browsers. */
export const BROWSER_TESTS: readonly string[] = ['test/**/*.test.ts', '!test/**/*.node.test.ts'];

/** Returns the files of some patterns, in alphabetical order. */
export function listFiles(patterns: readonly string[]): readonly string[] {
  const exclude = patterns.filter((one) => one.startsWith('!')).map((one) => one.slice(1));
  const included = patterns.filter((one) => !one.startsWith('!'));
  return globSync(included, {exclude}).toSorted();
}
