import {execFileSync} from 'node:child_process';
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {chromeLauncher} from '@web/test-runner-chrome';
import {bundledTests} from './tools/test/bundled-tests.ts';
import {BROWSER_TESTS} from './tools/test/test-files.ts';
import {
  CHROMIUM_ARGS,
  FIREFOX_PREFERENCES,
  chosenBrowsers,
  findBrowser,
  findProgram,
} from './tools/browsers.ts';
import {readWorker} from './tools/vite/mock-worker.ts';
import {TEST_TIMEOUT_MS} from './test/harness/timeouts.ts';
import {WebKitLauncher} from './test/harness/webkit/webkit-launcher.ts';
import {accessibility} from './test/harness/commands/accessibility.ts';
import {mediaFeatures} from './test/harness/commands/media-features.ts';
import {keyboard} from './test/harness/commands/keyboard.ts';
import {picture} from './test/harness/commands/picture.ts';
import {pointer} from './test/harness/commands/pointer.ts';

/** @param {import('./tools/browsers.ts').BrowserProgram} program */
function launcherFor({name, path}) {
  switch (name) {
    case 'chromium':
      return withName('Chromium', {executablePath: path, args: [...CHROMIUM_ARGS]});
    case 'firefox':
      return withName('Firefox', {
        browser: 'firefox',
        executablePath: path,
        extraPrefsFirefox: FIREFOX_PREFERENCES,
        headless: true,
      });
    case 'webkit':
      return new WebKitLauncher(path);
  }
}

function withName(name, launchOptions) {
  // Real keys go to the page that has the focus, so only one page is open at a time.
  const launcher = chromeLauncher({launchOptions, createPage: openPage, concurrency: 1});
  return Object.assign(launcher, {name});
}

/** Opens a page. A test that keeps its thread busy delays the end of the navigation. */
async function openPage({context}) {
  const page = await context.newPage();
  page.setDefaultNavigationTimeout(TEST_TIMEOUT_MS);
  return page;
}

/** The browsers to test in, of those that are installed. */
const programs = chosenBrowsers()
  .map((name) => findBrowser(name))
  .filter((program) => program !== undefined);

/** Serves single modules while tests are watched, so that a change shows; otherwise one bundle. */
const modules = process.argv.includes('--watch')
  ? esbuildPlugin({ts: true, target: 'es2022', tsconfig: 'tsconfig.json'})
  : bundledTests(BROWSER_TESTS);

export default {
  files: [...BROWSER_TESTS],
  nodeResolve: {exportConditions: ['browser', 'development']},
  // WebKit, the slowest, begins when another has finished: with three at once it loses clicks.
  concurrentBrowsers: 2,
  browsers: programs.map(launcherFor),
  // Only a hang takes so long: a slow, busy machine does not fail a test.
  testFramework: {config: {timeout: TEST_TIMEOUT_MS}},
  browserStartTimeout: TEST_TIMEOUT_MS,
  testsStartTimeout: TEST_TIMEOUT_MS,
  testsFinishTimeout: 10 * TEST_TIMEOUT_MS,
  // Lit logs this line in every file. Tests use its development build on purpose.
  filterBrowserLogs: ({args}) => !String(args[0]).includes('Lit is in dev mode'),
  plugins: [
    modules,
    {
      name: 'mock-worker',
      async serve({path}) {
        if (path === '/mockServiceWorker.js') return {body: await readWorker(), type: 'js'};
      },
    },
    keyboard(),
    pointer(),
    mediaFeatures(),
    picture(),
    accessibility(),
    {
      // Returns a code of an independent TOTP implementation, or `null` if it is not installed.
      name: 'oathtool',
      executeCommand({command, payload}) {
        if (command !== 'oathtool') return undefined;
        if (!findProgram('oathtool')) return null;
        const {secret, at} = payload;
        const now = `--now=@${Math.floor(at / 1000)}`;
        const kind = ['--totp', '--time-step-size=60s', '--digits=6', '--base32'];
        return execFileSync('oathtool', [...kind, now, secret], {encoding: 'utf8'}).trim();
      },
    },
  ],
};
