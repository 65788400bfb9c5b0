/** Runs parts of the tests in processes of their own, so that no core is idle. */
import {fork} from 'node:child_process';
import {once} from 'node:events';
import {addTally, type Tally} from './tally.ts';

/** A part of the tests. */
export interface TestPart {
  /** A short name for the log. */
  readonly name: string;
  /** The arguments of `part.ts`. */
  readonly args: readonly string[];
}

/**
 * How many parts run at once, if the caller does not say.
 *
 * Two leave a fifth of two cores idle, since a test also waits. Four would leave a browser too little to
 * respond to real keys.
 */
const CONCURRENT_PARTS = 3;

/**
 * Runs all parts, the first ones first, and adds their results to a tally.
 *
 * @param atOnce how many run at once
 */
export async function runParts(
  tally: Tally,
  parts: readonly TestPart[],
  atOnce = CONCURRENT_PARTS,
): Promise<void> {
  const queue = [...parts];
  const worker = async (): Promise<void> => {
    for (let part = queue.shift(); part; part = queue.shift()) addTally(tally, await runPart(part));
  };
  await Promise.all(Array.from({length: atOnce}, worker));
}

/** Runs one part. Its output appears when it has ended, since parts would mix theirs. */
async function runPart({name, args}: TestPart): Promise<Tally> {
  console.log(`▶ ${name}`);
  const start = performance.now();
  const child = fork(`${import.meta.dirname}/part.ts`, args, {silent: true});
  let tally: Tally | undefined;
  child.on('message', (message) => (tally = message as Tally));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (piece: string) => (output += piece));
  }
  await once(child, 'close');
  console.log(output);
  console.log(`■ ${name}: ${Math.round((performance.now() - start) / 1000)} s`);
  if (!tally) console.log(`✘ ${name} ended without a result.`);
  return tally ?? {passed: 0, failed: 1, skipped: []};
}
