/**
 * `npm test`: runs every check and test in one command. That is formatting, lint, types, generated
 * docs, sizes, and all tests in every installed browser and store.
 *
 * The last line is `N passed, N failed`.
 */
import {installHint, BROWSERS, findBrowser, installBrowsers, findProgram} from '../browsers.ts';
import {findPostgres, POSTGRES_INSTALL_HINT} from '../services/postgres.ts';
import {IS_BUILT} from '../build/ensure-built.ts';
import {BUILD_CHECKS, CHROMIUM_CHECKS, countCheck, QUICK_CHECKS, runChecks} from './checks.ts';
import {runParts, type TestPart} from './run-parts.ts';
import {findTomcat, TOMCAT_INSTALL_HINT} from '../services/tomcat.ts';
import {screenReaderHint} from './screen-reader.ts';
import {formatTally, createTally} from './tally.ts';

/** Tests that write `dist`, which the others read. */
const PACKAGE_TESTS = ['test/security/shipped-files.e2e.ts'];

/** Parts of the page tests that take long, by name. The part `pages` has the others. */
const LONG_PAGE_TESTS: Readonly<Record<string, string>> = {
  demo: 'test/demo/**/*.e2e.ts',
  faults: 'test/{faults,host-pages}/*.e2e.ts',
};

const tally = createTally();
runChecks(tally, [...QUICK_CHECKS, ...BUILD_CHECKS]);
try {
  // The tests use what the checks have built.
  process.env[IS_BUILT] = '1';
  const node: TestPart = {name: 'Node', args: ['files', 'test/**/*.node.test.ts']};
  const checks: TestPart = {name: 'checks', args: ['checks']};
  if (prepareBrowsers()) {
    runChecks(tally, CHROMIUM_CHECKS);
    // The slowest first.
    const browsers = BROWSERS.filter((name) => findBrowser(name)).toReversed();
    const orcaHint = screenReaderHint();
    if (orcaHint !== undefined) console.log(`– ${orcaHint} Its tests are skipped.`);
    await runParts(tally, [
      ...pageParts(),
      ...browsers.map((name) => ({name, args: ['browser', name]})),
      ...(orcaHint === undefined ? [{name: 'Orca', args: ['screen-reader']}] : []),
      node,
      checks,
    ]);
    await runParts(tally, [{name: 'package', args: ['files', ...PACKAGE_TESTS]}]);
    if (findTomcat() === undefined)
      console.log(`– ${TOMCAT_INSTALL_HINT} The JSP tests are skipped.`);
  } else {
    await runParts(tally, [node, checks]);
  }
  if (findPostgres() === undefined)
    console.log(`– ${POSTGRES_INSTALL_HINT} Its tests are skipped.`);
} catch (error) {
  countCheck(tally, String(error), false);
}
if (tally.skipped.length > 0) console.log('\nSkipped on this machine:');
for (const test of tally.skipped) console.log(`– ${test}`);
console.log(`\n${formatTally(tally)}`);
process.exit(tally.failed === 0 ? 0 : 1);

/** Returns the parts of the page tests, the longest first. */
function pageParts(): readonly TestPart[] {
  const long = Object.entries(LONG_PAGE_TESTS);
  const others = [...long.map(([, pattern]) => pattern), ...PACKAGE_TESTS];
  return [
    ...long.map(([name, pattern]) => ({name, args: ['files', pattern]})),
    {name: 'pages', args: ['files', 'test/**/*.e2e.ts', ...others.map((path) => `!${path}`)]},
  ];
}

/**
 * Installs Chromium if it is missing, and all three browsers in CI; reports the missing ones.
 *
 * @returns whether Chromium is installed
 */
function prepareBrowsers(): boolean {
  const required = process.env['CI'] ? BROWSERS : BROWSERS.slice(0, 1);
  const toInstall = required.filter((name) => !findBrowser(name));
  if (toInstall.length > 0) installBrowsers(toInstall);
  for (const name of BROWSERS) {
    const browser = findBrowser(name);
    if (browser) console.log(`✔ ${name}: ${browser.path}`);
    else if (required.includes(name)) countCheck(tally, installHint(name), false);
    else console.log(`– ${installHint(name)} Its tests are skipped.`);
  }
  if (!findProgram('oathtool')) console.log('– oathtool was not found. Its tests are skipped.');
  return findBrowser('chromium') !== undefined;
}
