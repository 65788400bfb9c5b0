/**
 * A part of the tests, in a process of its own: those of one browser, or the files of some patterns.
 *
 * It sends its {@link Tally} to the process that has started it.
 */
import {testInBrowsers} from './browser-tests.ts';
import {runNodeTests} from './node-tests.ts';
import {createTally} from './tally.ts';

const [kind, ...names] = process.argv.slice(2);
const tally = createTally();
if (kind === 'browser') {
  process.env['BROWSERS'] = names.join(',');
  await testInBrowsers(tally);
} else {
  await runNodeTests(tally, ...names);
}
process.send?.(tally, () => process.exit());
