/**
 * A part of the tests, in a process of its own: checks, the tests of one browser or a share of them, the
 * scenes of the screen reader, or the files of some patterns.
 *
 * It sends its {@link Tally} to the process that has started it.
 */
import {testInBrowsers} from './browser-tests.ts';
import {LATE_CHECKS, QUICK_CHECKS, runChecks} from './checks.ts';
import {runNodeTests} from './node-tests.ts';
import {createTally} from './tally.ts';

const [kind, ...names] = process.argv.slice(2);
const tally = createTally();
if (kind === 'browser') {
  // The second is a share of the files, such as `1/2`.
  const [name, share] = names;
  const [number = 1, of = 1] = share?.split('/').map(Number) ?? [];
  process.env['BROWSERS'] = name;
  await testInBrowsers(tally, {number, of});
} else if (kind === 'checks') {
  runChecks(tally, LATE_CHECKS);
} else if (kind === 'quick-checks') {
  runChecks(tally, QUICK_CHECKS);
} else if (kind === 'screen-reader') {
  const {hearScenes} = await import('./screen-reader.ts');
  await hearScenes(tally);
} else {
  await runNodeTests(tally, ...names);
}
process.send?.(tally, () => process.exit());
