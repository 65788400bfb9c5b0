/**
 * Next, Nuxt, SvelteKit and Astro: the snippets of docs/frameworks.md as apps, which render the widget on a server, ask the
 * endpoint of a demo, and let a trainee who is verified into the lesson.
 */
import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {randomUUID} from 'node:crypto';
import {cpSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {promisify} from 'node:util';
import type {Browser, BrowserContext, Page} from 'puppeteer-core';
import {DEMO, startDemoServer, type DemoServer} from '../../endpoint/test-mode/demo-server.ts';
import {TEST_CODES} from '../../endpoint/test-mode/test-codes.ts';
import {ensurePackage} from '../../tools/build/ensure-built.ts';
import {freePort} from '../../tools/services/free-port.ts';
import {useBrowser} from '../harness/browsers.ts';
import {installApp} from '../harness/packed-package.ts';
import {startServerProcess, type ServerProcess} from '../harness/server-process.ts';
import {writeSnippets} from '../harness/snippets.ts';

/** An app, and the programs that build and serve it. */
interface ServerApp {
  readonly name: string;
  /** The headings of its snippets. */
  readonly headings: readonly string[];
  /** The folder of its server half. */
  readonly library: string;
  readonly build: readonly string[];
  readonly serve: (port: number) => readonly string[];
}

const next = 'node_modules/next/dist/bin/next';

const NEXT: ServerApp = {
  name: 'next',
  headings: ['React', 'Next'],
  library: 'lib',
  build: [next, 'build'],
  serve: (port) => [next, 'start', '-H', '127.0.0.1', '-p', String(port)],
};

const NUXT: ServerApp = {
  name: 'nuxt',
  headings: ['Nuxt'],
  library: 'lib',
  build: ['node_modules/nuxt/bin/nuxt.mjs', 'build'],
  serve: () => ['.output/server/index.mjs'],
};

const KIT: ServerApp = {
  name: 'sveltekit',
  headings: ['SvelteKit'],
  library: 'src/lib',
  build: ['node_modules/vite/bin/vite.js', 'build'],
  serve: () => ['build/index.js'],
};

const ASTRO: ServerApp = {
  name: 'astro',
  headings: ['Astro'],
  library: 'src/lib',
  build: ['node_modules/astro/bin/astro.mjs', 'build'],
  serve: () => ['dist/server/entry.mjs'],
};

/** No app may report its use to its makers. */
const SILENT = {
  NEXT_TELEMETRY_DISABLED: '1',
  NUXT_TELEMETRY_DISABLED: '1',
  ASTRO_TELEMETRY_DISABLED: '1',
};

// npm and the frameworks' compilers take most of the time: the apps wait for them together.
describe('the server-rendered app of', {concurrency: true}, () => {
  const browser = useBrowser();

  describe('Next', {concurrency: 1}, () => {
    const {open, isVerified} = useApp(NEXT, browser);

    it('renders the component on the server, and checks the receipt there', async () => {
      const {page, lines} = await open('/');
      assert.equal(await isVerified(page), 'false');
      assert.match(await verify(page), /^[\w-]{8,}$/);
      assert.equal(await isVerified(page), 'true');
      // The policy has a nonce, and nobody violates it.
      assert.deepEqual(lines, []);
    });

    it('keeps the listener and the object that an effect sets', async () => {
      const {page} = await open('/effect');
      await page.waitForSelector('motp-verify >>> button::-p-text(확인)');
      assert.match(await verify(page), /^[\w-]{8,}$/);
    });

    it('loses those of the element itself, as the documents say', async () => {
      const {page} = await open('/element');
      assert.equal(await verify(page), '');
      const messages = await page.$eval('motp-verify', (widget) => Object.keys(widget.messages));
      assert.deepEqual(messages, []);
    });
  });

  for (const [name, app] of [
    ['Nuxt', NUXT],
    ['SvelteKit', KIT],
    ['Astro', ASTRO],
  ] as const) {
    describe(name, {concurrency: 1}, () => {
      const {open, isVerified} = useApp(app, browser);

      it('renders the component on the server, and checks the receipt there', async () => {
        const {page, lines} = await open('/');
        assert.equal(await isVerified(page), 'false');
        await page.waitForSelector('motp-verify >>> button::-p-text(확인)');
        assert.match(await verify(page), /^[\w-]{8,}$/);
        assert.equal(await isVerified(page), 'true');
        assert.deepEqual(lines, []);
      });
    });
  }
});

/** Builds and serves an app for the tests of a suite. */
function useApp({name, headings, library, build, serve}: ServerApp, browser: () => Browser) {
  let folder: string;
  let demo: DemoServer | undefined;
  let server: ServerProcess | undefined;

  before(async () => {
    await ensurePackage();
    folder = await installApp(join('test/frameworks', name));
    cpSync('server/motp.mjs', join(folder, library, 'motp.mjs'));
    for (const heading of headings) writeSnippets('docs/frameworks.md', heading, folder);
    const port = await freePort();
    await promisify(execFile)(process.execPath, [...build], {
      cwd: folder,
      env: {PATH: process.env['PATH'], ...SILENT},
    });
    demo = await startDemoServer(0);
    const env = {
      ...SILENT,
      HOST: '127.0.0.1',
      PORT: String(port),
      MOTP_ENDPOINT: `${demo.origin}/api/motp`,
      MOTP_SECRET: DEMO.secret,
    };
    server = await startServerProcess(process.execPath, serve(port), {
      cwd: folder,
      env,
      line: /http:\/\/127\.0\.0\.1:(\d+)/,
    });
  });

  after(async () => {
    await server?.close();
    await demo?.stop();
    rmSync(folder, {recursive: true});
  });

  return {
    /** Opens a page of the app as a trainee who has just signed in. */
    open: async (path: string): Promise<{page: Page; lines: readonly string[]}> => {
      const context: BrowserContext = await browser().createBrowserContext();
      const page = await context.newPage();
      const lines: string[] = [];
      page.on('console', (message) => lines.push(message.text()));
      page.on('pageerror', (error) => lines.push(String(error)));
      assert(server);
      const trainee = {name: 'id', value: randomUUID().replaceAll('-', ''), domain: '127.0.0.1'};
      await context.setCookie({...trainee, path: '/', expires: -1});
      await page.goto(server.url + path);
      return {page, lines};
    },
    /** Asks the app's server whether the trainee of a page is verified. */
    isVerified: (page: Page): Promise<string> =>
      page.evaluate(async () => (await fetch('/verified')).text()),
  };
}

/** Types the code that is always verified. @returns what the app's listener has put into the page */
async function verify(page: Page): Promise<string> {
  const field = await page.waitForSelector('motp-verify >>> input');
  await field?.type(TEST_CODES.verified);
  await page.keyboard.press('Enter');
  await page.waitForSelector('motp-verify >>> [part=verified]');
  return page.$eval('output', ({textContent}) => textContent);
}
