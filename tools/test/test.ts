/**
 * `npm test`: runs every check and test in one command. That is formatting, lint, types, generated
 * docs, sizes, and all tests in Chromium and on every installed store.
 *
 * In CI (`CI=true npm test`), the tests run in all three browsers, and Orca reads the scenes. Otherwise,
 * `BROWSERS=chromium,firefox` names other browsers. The last line is `N passed, N failed`.
 */
import {
  chosenBrowsers,
  installHint,
  BROWSERS,
  findBrowser,
  installBrowsers,
  findProgram,
  type BrowserName,
} from '../browsers.ts';
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
  sites: 'test/{frameworks,jsp,server}/*.e2e.ts',
};

const isCi = process.env['CI'] !== undefined;
// Of the tests with several browsers, only those in these run.
process.env['BROWSERS'] ??= (isCi ? BROWSERS : ['chromium']).join();
const names = chosenBrowsers();

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
    const browsers = names.filter((name) => findBrowser(name));
    const orcaHint = isCi
      ? screenReaderHint()
      : 'Orca reads in CI, or with `npm run test:screen-reader`.';
    if (orcaHint !== undefined) console.log(`– ${orcaHint} Its tests are skipped.`);
    await runParts(tally, [
      ...pageParts(),
      ...browsers.toReversed().map((name) => ({name, args: ['browser', name]})),
      // Late, when fewer parts are left: what is spoken depends on the order of events.
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
 * Installs the browsers that are missing, and reports which remain so.
 *
 * @returns whether Chromium is installed
 */
function prepareBrowsers(): boolean {
  // Many tests of pages run in Chromium alone.
  const required = new Set<BrowserName>(['chromium', ...names]);
  const missing = [...required].filter((name) => !findBrowser(name));
  if (missing.length > 0) installBrowsers(missing);
  for (const name of required) {
    const browser = findBrowser(name);
    if (browser) console.log(`✔ ${name}: ${browser.path}`);
    else countCheck(tally, installHint(name), false);
  }
  if (!findProgram('oathtool')) console.log('– oathtool was not found. Its tests are skipped.');
  return findBrowser('chromium') !== undefined;
}
