/** The commands that check the sources and the built files. */
import {spawnSync} from 'node:child_process';
import type {Tally} from './tally.ts';

/** A command, and what it checks. */
type Check = readonly [what: string, command: string];

/** Checks of the sources. */
export const QUICK_CHECKS: readonly Check[] = [
  ['lint', 'oxlint --quiet'],
  ['types of the core, without DOM', 'tsc -p src/core'],
  ['types of the widget', 'tsc -p src'],
  ['types of everything', 'tsc'],
];

/** Builds that the tests use, and checks of what is built. One packs the package in this folder for a moment. */
export const BUILD_CHECKS: readonly Check[] = [
  ['the build', 'node tools/build/build.ts'],
  ['the build of the demo', 'vite build --logLevel warn'],
  ['the sizes', 'node tools/size.ts'],
  // Without scripts, because npm would build the package again.
  ['the package', 'npm run --silent --ignore-scripts check:package'],
];

/** Checks that run beside the tests, because they write nothing. */
export const LATE_CHECKS: readonly Check[] = [
  ['formatting', 'prettier --check --log-level warn .'],
  ['docs/api.md', 'node tools/docs/api.ts --check'],
  ['the mutants', 'node test/mutation/run.ts --check'],
];

/** Checks in Chromium. */
export const CHROMIUM_CHECKS: readonly Check[] = [
  ['the calls of one wrong code', 'node tools/trace.ts'],
];

/** Runs checks, and adds their results to a tally. */
export function runChecks(tally: Tally, checks: readonly Check[]): void {
  for (const [what, command] of checks) {
    const {status} = spawnSync(command, {shell: true, stdio: 'inherit'});
    countCheck(tally, what, status === 0);
  }
}

/** Prints the result of a check, and adds it to a tally. */
export function countCheck(tally: Tally, what: string, passed: boolean): void {
  console.log(`${passed ? '✔' : '✘'} ${what}`);
  tally[passed ? 'passed' : 'failed']++;
}
