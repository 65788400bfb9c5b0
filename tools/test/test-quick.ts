/**
 * `npm run test:quick`: lint, types and the browser tests in Chromium, for use while writing.
 */
import {findBrowser, installHint} from '../browsers.ts';
import {countCheck} from './checks.ts';
import {runParts} from './run-parts.ts';
import {createTally, formatTally} from './tally.ts';

const tally = createTally();
const checks = {name: 'checks', args: ['quick-checks']};
if (findBrowser('chromium')) {
  // A page waits for the answers to its commands: four browsers take less than half as long as one.
  const shares = ['1/4', '2/4', '3/4', '4/4'].map((share) => ({
    name: `Chromium ${share}`,
    args: ['browser', 'chromium', share],
  }));
  await runParts(tally, [...shares, checks], 4);
} else {
  await runParts(tally, [checks]);
  countCheck(tally, installHint('chromium'), false);
}
console.log(`\n${formatTally(tally)}`);
process.exit(tally.failed === 0 ? 0 : 1);
