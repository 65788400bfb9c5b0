/**
 * `npm run test:stress`: what takes minutes or hours. Names given after `--` run those alone, such as
 * `npm run test:stress -- crash`.
 */
import {runNodeTests} from './node-tests.ts';
import {closingLine, emptyTally} from './tally.ts';

/** Each long test with its files. */
const LONG: Readonly<Record<string, string>> = {
  load: 'test/endpoint/load.stress.ts',
  crash: 'test/endpoint/crash.stress.ts',
  attack: 'test/endpoint/attack.stress.ts',
  model: 'test/model/model.stress.ts',
  answers: 'test/fuzz/*.stress.ts',
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in LONG));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')}: choose of ${Object.keys(LONG).join(', ')}.`);
  process.exit(1);
}
const tally = emptyTally();
for (const [name, files] of Object.entries(LONG)) {
  if (wanted.length === 0 || wanted.includes(name)) await runNodeTests(tally, files);
}
console.log(`\n${closingLine(tally)}`);
process.exit(tally.failed === 0 ? 0 : 1);
