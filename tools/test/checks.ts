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

/** Checks of the formatting, of generated documents and of what is built. */
export const SLOW_CHECKS: readonly Check[] = [
  ['formatting', 'prettier --check --log-level warn .'],
  ['docs/api.md', 'node tools/docs/api.ts --check'],
  ['the build', 'node tools/build/build.ts'],
  ['the build of the demo', 'vite build --logLevel warn'],
  ['the sizes', 'node tools/size.ts'],
  ['the mutants', 'node test/mutation/run.ts --check'],
  ['the package', 'npm run --silent check:package'],
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
