/** Runs tests with Node's test runner, and counts them. */
import {run} from 'node:test';
import {spec} from 'node:test/reporters';
import type {Tally} from './tally.ts';
import {listFiles} from './test-files.ts';

/**
 * Runs the files of some patterns one after the other, and adds their results to a tally.
 *
 * @param patterns `!` begins a pattern of files that do not run
 */
export async function runNodeTests(tally: Tally, ...patterns: readonly string[]): Promise<void> {
  const tests = run({files: listFiles(patterns), concurrency: false});
  tests.on('test:pass', ({name, skip, details}) => {
    if (details.type === 'suite') return;
    if (skip === undefined) tally.passed++;
    else tally.skipped.push(name);
  });
  tests.on('test:fail', ({details}) => {
    // Failed tests of a suite are counted already. A failed hook is not.
    const {failureType} = details.error as {readonly failureType?: string};
    if (details.type !== 'suite' || failureType !== 'subtestsFailed') tally.failed++;
  });
  for await (const line of tests.compose(spec)) process.stdout.write(String(line));
}
