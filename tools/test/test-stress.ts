/**
 * `npm run test:stress`: runs the tests that take minutes or hours. `npm run test:stress -- crash`
 * runs only the named ones.
 */
import {runNodeTests} from './node-tests.ts';
import {formatTally, createTally} from './tally.ts';

/** The file pattern of each stress test. */
const STRESS_TESTS: Readonly<Record<string, string>> = {
  load: 'test/endpoint/load.stress.ts',
  crash: 'test/endpoint/crash.stress.ts',
  attack: 'test/endpoint/attack.stress.ts',
  model: 'test/model/model.stress.ts',
  fuzz: 'test/fuzz/*.stress.ts',
};

const names = process.argv.slice(2);
const unknown = names.filter((name) => !(name in STRESS_TESTS));
if (unknown.length > 0) {
  console.error(
    `Unknown stress test ${unknown.join(', ')}. Use ${Object.keys(STRESS_TESTS).join(', ')}.`,
  );
  process.exit(1);
}
const tally = createTally();
for (const [name, files] of Object.entries(STRESS_TESTS)) {
  if (names.length === 0 || names.includes(name)) await runNodeTests(tally, files);
}
console.log(`\n${formatTally(tally)}`);
process.exit(tally.failed === 0 ? 0 : 1);
