import {execFileSync} from 'node:child_process';
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {chromeLauncher} from '@web/test-runner-chrome';
import {CHROMIUM_ARGS, ENGINES, findEngine, programAt} from './tools/browsers.ts';
import {readWorker} from './tools/vite/mock-worker.ts';
import {WebKitLauncher} from './test/harness/webkit/webkit-launcher.ts';
import {accessibility} from './test/harness/commands/accessibility.ts';
import {display} from './test/harness/commands/media-features.ts';
import {keyboard} from './test/harness/commands/keyboard.ts';
import {pointer} from './test/harness/commands/pointer.ts';

/** `ENGINES=chromium,firefox` runs those alone; otherwise all that are found. */
const wanted = process.env.ENGINES?.split(',') ?? ENGINES;

/** @param {import('./tools/browsers.ts').Engine} engine */
async function launcherFor({name, path}) {
  switch (name) {
    case 'chromium':
      return named('Chromium', {executablePath: path, args: [...CHROMIUM_ARGS]});
    case 'firefox':
      return named('Firefox', {browser: 'firefox', executablePath: path, headless: true});
    case 'webkit':
      return WebKitLauncher.of(path);
  }
}

function named(name, launchOptions) {
  // One page at a time: real keys go to the page that has the focus.
  return Object.assign(chromeLauncher({launchOptions, concurrency: 1}), {name});
}

const found = wanted.map((name) => findEngine(name)).filter((engine) => engine !== undefined);

export default {
  files: ['test/**/*.test.ts', '!test/**/*.node.test.ts'],
  nodeResolve: {exportConditions: ['browser', 'development']},
  concurrentBrowsers: 3,
  browsers: await Promise.all(found.map(launcherFor)),
  testFramework: {config: {timeout: 10_000}},
  // Lit says so in every file; it is right, and known.
  filterBrowserLogs: ({args}) => !String(args[0]).includes('Lit is in dev mode'),
  plugins: [
    esbuildPlugin({ts: true, target: 'es2022', tsconfig: 'tsconfig.json'}),
    {
      name: 'msw-worker',
      async serve({path}) {
        if (path === '/mockServiceWorker.js') return {body: await readWorker(), type: 'js'};
      },
    },
    keyboard(),
    pointer(),
    display(),
    accessibility(),
    {
      // A code of a maker that isn't ours; `null` where the program is not installed.
      name: 'oathtool',
      executeCommand({command, payload}) {
        if (command !== 'oathtool') return undefined;
        if (!programAt('oathtool')) return null;
        const {secret, at} = payload;
        const now = `--now=@${Math.floor(at / 1000)}`;
        const kind = ['--totp', '--time-step-size=60s', '--digits=6', '--base32'];
        return execFileSync('oathtool', [...kind, now, secret], {encoding: 'utf8'}).trim();
      },
    },
  ],
};
