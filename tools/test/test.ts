/**
 * `npm test`: runs every check and test in one command. That is formatting, lint, types, generated
 * docs, sizes, and all tests in every installed browser and store.
 *
 * The last line is `N passed, N failed`.
 */
import {spawnSync} from 'node:child_process';
import {installHint, BROWSERS, findBrowser, installBrowsers, findProgram} from '../browsers.ts';
import {findPostgres, POSTGRES_INSTALL_HINT} from '../services/postgres.ts';
import {testInBrowsers} from './browser-tests.ts';
import {runNodeTests} from './node-tests.ts';
import {findTomcat, TOMCAT_INSTALL_HINT} from '../services/tomcat.ts';
import {formatTally, createTally} from './tally.ts';

/** The commands that run before the tests. */
const CHECKS: readonly (readonly [what: string, command: string])[] = [
  ['formatting', 'prettier --check --log-level warn .'],
  ['lint', 'oxlint --quiet'],
  ['types of the core, without DOM', 'tsc -p src/core'],
  ['types of the widget', 'tsc -p src'],
  ['types of everything', 'tsc'],
  ['docs/api.md', 'node tools/docs/api.ts --check'],
  ['the build', 'node tools/build/build.ts'],
  ['the sizes', 'node tools/size.ts'],
  ['the mutants', 'node test/mutation/run.ts --check'],
  ['the package', 'npm run --silent check:package'],
];

const tally = createTally();
for (const [what, command] of CHECKS) count(what, runShell(command));
try {
  if (prepareBrowsers()) {
    await testInBrowsers(tally);
    await runNodeTests(tally, 'test/**/*.e2e.ts');
    if (findTomcat() === undefined)
      console.log(`– ${TOMCAT_INSTALL_HINT} The JSP tests are skipped.`);
  }
  await runNodeTests(tally, 'test/**/*.node.test.ts');
  if (findPostgres() === undefined)
    console.log(`– ${POSTGRES_INSTALL_HINT} Its tests are skipped.`);
} catch (error) {
  count(String(error), false);
}
if (tally.skipped.length > 0) console.log('\nSkipped on this machine:');
for (const test of tally.skipped) console.log(`– ${test}`);
console.log(`\n${formatTally(tally)}`);
process.exit(tally.failed === 0 ? 0 : 1);

function count(what: string, passed: boolean): void {
  console.log(`${passed ? '✔' : '✘'} ${what}`);
  tally[passed ? 'passed' : 'failed']++;
}

function runShell(command: string): boolean {
  return spawnSync(command, {shell: true, stdio: 'inherit'}).status === 0;
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
    else if (required.includes(name)) count(installHint(name), false);
    else console.log(`– ${installHint(name)} Its tests are skipped.`);
  }
  if (!findProgram('oathtool')) console.log('– oathtool was not found. Its tests are skipped.');
  return findBrowser('chromium') !== undefined;
}
