/** Runs tests in browsers with Web Test Runner, and counts them. */
import {startTestRunner, type TestRunnerConfig} from '@web/test-runner';
import type {TestRunnerCoreConfig, TestSession, TestSuiteResult} from '@web/test-runner-core';
import {freePort} from '../services/free-port.ts';
import type {Tally} from './tally.ts';
import {BROWSER_TESTS, listFiles} from './test-files.ts';

const CONFIG = '../../web-test-runner.config.mjs';

/** How often a file runs at most whose page was lost: WebKitGTK stops responding now and then. */
const MAX_RUNS = 3;

/** A share of the test files: the `number`th of `of`, from 1. */
export interface Share {
  readonly number: number;
  readonly of: number;
}

/**
 * Runs the test files in all installed browsers, and adds their results to a tally.
 *
 * A file whose page was lost before its tests had a result runs again in a new browser. A failed
 * test never runs again.
 *
 * @param share which files run
 */
export async function testInBrowsers(tally: Tally, share: Share): Promise<void> {
  let sessions = await runSessions({files: filesOf(share)});
  for (let runs = 1; runs < MAX_RUNS; runs++) {
    const lost = sessions.filter(isLost);
    if (lost.length === 0) break;
    const others = sessions.filter((session) => !isLost(session));
    sessions = [...others, ...(await runAgain(lost))];
  }
  for (const session of sessions) addSession(tally, session);
}

function filesOf({number, of}: Share): string[] {
  return listFiles(BROWSER_TESTS).filter((_, i) => i % of === number - 1);
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

/** @param changes settings in place of those of `web-test-runner.config.mjs` */
async function runSessions(changes: Partial<TestRunnerCoreConfig>): Promise<TestSession[]> {
  const {default: config} = (await import(CONFIG)) as {readonly default: TestRunnerConfig};
  // Several runners can be at work.
  const port = await freePort();
  const runner = await startTestRunner({
    config: {...config, ...changes, port},
    // The runner would prefer the settings of the file.
    readFileConfig: false,
    readCliArgs: false,
    autoExitProcess: false,
  });
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
