/**
 * `npm test`: everything that a contributor needs in one command — formatting, lint, types,
 * documentation, every test in every browser that is found, the films over the built demo, and the
 * endpoint's tests on every store that is found.
 * Ends with one line, `N passed, N failed`.
 */
import {spawnSync} from 'node:child_process';
import {startTestRunner} from '@web/test-runner';
import type {TestRunner, TestSuiteResult} from '@web/test-runner-core';
import {installHint, BROWSERS, findBrowser, installBrowsers, findProgram} from '../browsers.ts';
import {findPostgres, POSTGRES_INSTALL_HINT} from '../services/postgres.ts';
import {runNodeTests} from './node-tests.ts';
import {findTomcat, TOMCAT_INSTALL_HINT} from '../services/tomcat.ts';
import {closingLine, emptyTally, type Tally} from './tally.ts';

/** Checks that are done before any browser starts, each a command of this repository. */
const CHECKS: readonly (readonly [what: string, command: string])[] = [
  ['formatting', 'prettier --check --log-level warn .'],
  ['lint', 'oxlint --quiet'],
  ['types of the core, which has no page', 'tsc -p src/core'],
  ['types of the widget', 'tsc -p src'],
  ['types of everything', 'tsc'],
  ['docs/api.md', 'node tools/docs/api.ts --check'],
  ['the build', 'node tools/build/build.ts'],
  ['the budgets', 'node tools/size.ts'],
  ['the mutants', 'node test/mutation/run.ts --check'],
  ['the package', 'npm run --silent check:package'],
];

const tally = emptyTally();
for (const [what, command] of CHECKS) note(what, shell(command));
try {
  if (findBrowsers()) {
    addBrowsers(tally, await testInBrowsers());
    await runNodeTests(tally, 'test/**/*.e2e.ts');
    if (findTomcat() === undefined) console.log(`– ${TOMCAT_INSTALL_HINT} Its films are left out.`);
  }
  await runNodeTests(tally, 'test/**/*.node.test.ts');
  if (findPostgres() === undefined)
    console.log(`– ${POSTGRES_INSTALL_HINT} Its tests are skipped.`);
} catch (error) {
  note(String(error), false);
}
if (tally.skipped.length > 0) console.log('\nSkipped, since it can’t be done here:');
for (const test of tally.skipped) console.log(`– ${test}`);
console.log(`\n${closingLine(tally)}`);
process.exit(tally.failed === 0 ? 0 : 1);

function note(what: string, passed: boolean): void {
  console.log(`${passed ? '✔' : '✘'} ${what}`);
  tally[passed ? 'passed' : 'failed']++;
}

function shell(command: string): boolean {
  return spawnSync(command, {shell: true, stdio: 'inherit'}).status === 0;
}

/**
 * Makes sure of Chromium, and in CI of all three engines; names what is missing.
 *
 * @returns whether there is anything to test with
 */
function findBrowsers(): boolean {
  const required = process.env['CI'] ? BROWSERS : BROWSERS.slice(0, 1);
  const toInstall = required.filter((name) => !findBrowser(name));
  if (toInstall.length > 0) installBrowsers(toInstall);
  for (const name of BROWSERS) {
    const engine = findBrowser(name);
    if (engine) console.log(`✔ ${name}: ${engine.path}`);
    else if (required.includes(name)) note(installHint(name), false);
    else console.log(`– ${installHint(name)} Its tests are left out.`);
  }
  if (!findProgram('oathtool')) console.log('– oathtool was not found. Its tests are skipped.');
  return findBrowser('chromium') !== undefined;
}

async function testInBrowsers(): Promise<TestRunner> {
  const runner = await startTestRunner({autoExitProcess: false, readCliArgs: false});
  if (!runner) throw new Error('The test runner did not start.');
  await new Promise((resolve) => runner.on('stopped', resolve));
  return runner;
}

/** Adds what the browsers tell; a file that could not run at all is a failure too. */
function addBrowsers(sum: Tally, {sessions}: TestRunner): void {
  for (const {testResults, errors, passed, browser} of sessions.all()) {
    const {failed} = sum;
    if (testResults) addSuite(sum, testResults, browser.name);
    if (errors.length > 0 || (!passed && sum.failed === failed)) sum.failed++;
  }
}

function addSuite(sum: Tally, suite: TestSuiteResult, where: string): void {
  const here = suite.name ? `${where} > ${suite.name}` : where;
  for (const {name, passed, skipped} of suite.tests) {
    if (skipped) sum.skipped.push(`${here} > ${name}`);
    else sum[passed ? 'passed' : 'failed']++;
  }
  for (const inner of suite.suites) addSuite(sum, inner, here);
}
