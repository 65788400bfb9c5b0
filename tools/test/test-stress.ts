/**
 * `npm run test:long`: what takes minutes or hours. Names given after `--` run those alone, such as
 * `npm run test:long -- kills`.
 */
import {runNodeTests} from './node-tests.ts';
import {closingLine, emptyTally} from './tally.ts';

/** Each long test with its files. */
const LONG: Readonly<Record<string, string>> = {
  load: 'test/endpoint/load.long.ts',
  kills: 'test/endpoint/kills.long.ts',
  attack: 'test/endpoint/attack.long.ts',
  histories: 'test/histories/histories.long.ts',
  answers: 'test/fuzz/*.long.ts',
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
