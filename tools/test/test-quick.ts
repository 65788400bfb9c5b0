/**
 * `npm run test:quick`: lint, types and the browser tests in Chromium, for use while writing.
 */
import {findBrowser, installHint} from '../browsers.ts';
import {testInBrowsers} from './browser-tests.ts';
import {countCheck, QUICK_CHECKS, runChecks} from './checks.ts';
import {createTally, formatTally} from './tally.ts';

const tally = createTally();
runChecks(tally, QUICK_CHECKS);
if (findBrowser('chromium')) {
  process.env['BROWSERS'] = 'chromium';
  await testInBrowsers(tally);
} else {
  countCheck(tally, installHint('chromium'), false);
}
console.log(`\n${formatTally(tally)}`);
process.exit(tally.failed === 0 ? 0 : 1);
