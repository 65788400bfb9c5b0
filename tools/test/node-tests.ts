/** Runs tests of Node's own runner, and counts them. */
import {globSync} from 'node:fs';
import {run} from 'node:test';
import {spec} from 'node:test/reporters';
import type {Tally} from './tally.ts';

/** Runs the files of a pattern, one after the other, and adds what they tell. */
export async function runNodeTests(sum: Tally, pattern: string): Promise<void> {
  const tests = run({files: globSync(pattern).toSorted(), concurrency: false});
  tests.on('test:pass', ({name, skip, details}) => {
    if (details.type === 'suite') return;
    if (skip === undefined) sum.passed++;
    else sum.skipped.push(name);
  });
  tests.on('test:fail', ({details}) => {
    // A suite fails with its tests, which are counted, or by itself: by a hook.
    const {failureType} = details.error as {readonly failureType?: string};
    if (details.type !== 'suite' || failureType !== 'subtestsFailed') sum.failed++;
  });
  for await (const line of tests.compose(spec)) process.stdout.write(String(line));
}
