/** Runs tests in browsers with Web Test Runner, and counts them. */
import {startTestRunner} from '@web/test-runner';
import type {TestRunnerCoreConfig, TestSession, TestSuiteResult} from '@web/test-runner-core';
import {freePort} from '../services/free-port.ts';
import type {Tally} from './tally.ts';

/** How often a file runs at most whose page was lost: WebKitGTK stops responding now and then. */
const MAX_RUNS = 3;

/**
 * Runs the test files in all installed browsers, and adds their results to a tally.
 *
 * A file whose page was lost before its tests had a result runs again in a new browser. A failed
 * test never runs again.
 */
export async function testInBrowsers(tally: Tally): Promise<void> {
  let sessions = await runSessions({});
  for (let runs = 1; runs < MAX_RUNS; runs++) {
    const lost = sessions.filter(isLost);
    if (lost.length === 0) break;
    const others = sessions.filter((session) => !isLost(session));
    sessions = [...others, ...(await runAgain(lost))];
  }
  for (const session of sessions) addSession(tally, session);
}

/** Returns whether a file ended without the result of a single test. */
function isLost({testResults, errors}: TestSession): boolean {
  return testResults === undefined && errors.length > 0;
}

async function runAgain(lost: readonly TestSession[]): Promise<TestSession[]> {
  const sessions: TestSession[] = [];
  for (const browser of new Set(lost.map((session) => session.browser))) {
    const files = lost
      .filter((session) => session.browser === browser)
      .map(({testFile}) => testFile);
    console.log(`${browser.name} lost these pages, which run again: ${files.join(', ')}`);
    sessions.push(...(await runSessions({files, browsers: [browser]})));
  }
  return sessions;
}

async function runSessions(config: Partial<TestRunnerCoreConfig>): Promise<TestSession[]> {
  // Several runners can be at work.
  const port = await freePort();
  const options = {autoExitProcess: false, readCliArgs: false};
  const runner = await startTestRunner({config: {...config, port}, ...options});
  if (!runner) throw new Error('The test runner did not start.');
  await new Promise((resolve) => runner.on('stopped', resolve));
  return [...runner.sessions.all()];
}

/** Adds the results of a file in a browser. A file that does not run counts as a failure. */
function addSession(tally: Tally, {testResults, errors, passed, browser}: TestSession): void {
  const {failed} = tally;
  if (testResults) addSuite(tally, testResults, browser.name);
  if (errors.length > 0 || (!passed && tally.failed === failed)) tally.failed++;
}

function addSuite(tally: Tally, suite: TestSuiteResult, parent: string): void {
  const path = suite.name ? `${parent} > ${suite.name}` : parent;
  for (const {name, passed, skipped} of suite.tests) {
    if (skipped) tally.skipped.push(`${path} > ${name}`);
    else tally[passed ? 'passed' : 'failed']++;
  }
  for (const inner of suite.suites) addSuite(tally, inner, path);
}
