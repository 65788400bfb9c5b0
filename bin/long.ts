/** `npm run test:long`: what takes minutes, each as its own command. Ends with one line. */
import {spawnSync} from 'node:child_process';
import {closingLine, emptyTally} from './tally.ts';

/** What is proved at length, with the settings that make it long. */
const LONG: readonly (readonly [what: string, settings: NodeJS.ProcessEnv, command: string])[] = [
  [
    '100,000 histories against the model',
    {HISTORIES: '100000'},
    'node --test test/histories/histories.film.ts',
  ],
  ['1,000,000 fuzzed answers, pure', {ANSWERS: '1000000'}, 'node --test test/fuzz/answers.film.ts'],
  [
    '10,000 fuzzed answers through the element',
    {ANSWERS: '10000', ENGINES: 'chromium'},
    'wtr --files test/fuzz/element.test.ts',
  ],
];

const tally = emptyTally();
for (const [what, settings, command] of LONG) {
  const env = {...process.env, ...settings};
  const {status} = spawnSync(command, {shell: true, stdio: 'inherit', env});
  console.log(`${status === 0 ? '✔' : '✘'} ${what}`);
  tally[status === 0 ? 'passed' : 'failed']++;
}
console.log(`\n${closingLine(tally)}`);
process.exit(tally.failed === 0 ? 0 : 1);
