/**
 * `npm run test:screen-reader`: plays the scenes of `test/screen-reader` with Orca in Firefox and
 * Chromium, and compares what is spoken with the transcripts. On Debian, root gets what is missing.
 *
 * `-- --update` renews the transcripts; `--once` does not repeat a scene that fails; names of scenes and browsers select some.
 */
import {hearScenes, installScreenReader, screenReaderHint} from './screen-reader.ts';
import {createTally, formatTally} from './tally.ts';

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const args = process.argv.slice(2);
const tally = createTally();
installScreenReader();
const hint = screenReaderHint();
if (hint === undefined) {
  await hearScenes(tally, {
    isUpdate: args.includes('--update'),
    isOnce: args.includes('--once'),
    names: args.filter((arg) => !arg.startsWith('--')),
  });
} else {
  console.log(`✘ ${hint}`);
  tally.failed++;
}
console.log(`\n${formatTally(tally)}`);
process.exit(tally.failed === 0 ? 0 : 1);
