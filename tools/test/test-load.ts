/**
 * `npm run test:load`: runs `npm test` under an artificial load, to find tests that fail on a slow, busy
 * machine. `npm run test:load -- --runs=3 --load=8` has the defaults.
 *
 * The last line is `N passed, N failed`, of the runs.
 */
import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {parseArgs} from 'node:util';
import {countCheck} from './checks.ts';
import {createTally, formatTally} from './tally.ts';

const {values} = parseArgs({
  options: {runs: {type: 'string', default: '3'}, load: {type: 'string', default: '8'}},
});
const [runs, load] = [parseCount('runs', values.runs), parseCount('load', values.load)];
const spinners = Array.from({length: load}, startSpinner);
let test: ChildProcess | undefined;
process.once('exit', () => {
  for (const child of [...spinners, test]) child?.kill();
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const tally = createTally();
for (let run = 1; run <= runs; run++) {
  test = spawn('npm', ['test'], {stdio: 'inherit', shell: process.platform === 'win32'});
  const [code] = (await once(test, 'exit')) as [number | null];
  countCheck(tally, `run ${run} of ${runs} under a load of ${load}`, code === 0);
}
console.log(`\n${formatTally(tally)}`);
process.exit(tally.failed === 0 ? 0 : 1);

/** Starts a process that keeps a core busy. It ends with this process, however that ends. */
function startSpinner(): ChildProcess {
  const script = 'process.once("disconnect", () => process.exit()); setInterval(spin, 0);';
  const spin = 'function spin() { const end = Date.now() + 200; while (Date.now() < end); }';
  return spawn(process.execPath, ['-e', script + spin], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

function parseCount(name: string, text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count > 0) return count;
  console.error(`--${name}=${text} is not a whole number from 1. Use, for example, --${name}=3.`);
  process.exit(1);
}
