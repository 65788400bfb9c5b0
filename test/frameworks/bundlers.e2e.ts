/** The bundlers and Vue 2 of docs/frameworks.md: each builds its snippets, and a trainee is verified. */
import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {mkdirSync, rmSync, symlinkSync} from 'node:fs';
import {delimiter, join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {promisify} from 'node:util';
import {ensurePackage} from '../../tools/build/ensure-built.ts';
import {useBrowser} from '../harness/browsers.ts';
import {installApp} from '../harness/packed-package.ts';
import {snippetsIn, writeSnippets} from '../harness/snippets.ts';
import {serveFolder, startTrainingSite} from '../harness/training-site.ts';

const PAGE = 'docs/frameworks.md';

/** A site that a bundler builds. */
interface BundledSite {
  readonly name: string;
  readonly folder: string;
  /** The headings of its snippets. The commands among them run in their order. */
  readonly headings: readonly string[];
  /** What builds the site, where no snippet does. */
  readonly build?: string;
  /** The folder that it serves. */
  readonly served: string;
}

/** What Vue 2 prints in its development mode. */
const EXPECTED_LINES = /^(?:Download the Vue Devtools|You are running Vue in development mode)/;

const SHARED = 'esbuild, Rollup and webpack';

const SITES: readonly BundledSite[] = [
  {name: 'esbuild', folder: 'esbuild', headings: [SHARED, 'esbuild'], served: '.'},
  {
    name: 'Rollup',
    folder: 'rollup',
    headings: [SHARED, 'Rollup'],
    build: 'rollup --config --silent',
    served: '.',
  },
  {
    name: 'webpack 5',
    folder: 'webpack-5',
    headings: [SHARED, 'webpack 5'],
    build: 'webpack',
    served: '.',
  },
  {
    name: 'webpack 4, with Vue 2',
    folder: 'webpack-4',
    headings: ['webpack 4', 'Vue 2'],
    build: 'webpack',
    served: 'public',
  },
];

describe('the package in a bundle of', () => {
  let workspace: string;
  const browser = useBrowser();

  before(async () => {
    await ensurePackage();
    workspace = await installApp('test/frameworks/bundlers');
    await Promise.all(SITES.map((site) => build(workspace, site)));
  });

  after(() => rmSync(workspace, {recursive: true}));

  for (const {name, folder, served} of SITES) {
    it(`${name}: verifies a trainee, and gives the receipt to the page's own listener`, async (test) => {
      const site = await startTrainingSite((app) => {
        app.get('/favicon.ico', (c) => c.body(null, 204));
        serveFolder(app, join(workspace, folder, served));
      });
      test.after(() => site.close());
      const page = await browser().newPage();
      test.after(() => page.close());
      const lines: string[] = [];
      page.on('console', (message) => lines.push(message.text()));
      page.on('pageerror', (error) => lines.push(String(error)));
      await page.goto(site.url);
      const field = await page.waitForSelector('motp-verify >>> input');
      await field?.type(await site.currentCode());
      await page.keyboard.press('Enter');
      await page.waitForSelector('motp-verify >>> [part=verified]');
      const id = await page.$eval('output', ({textContent}) => textContent);
      assert(await site.redeemReceipt(id, 'enrollment'), id);
      assert.deepEqual(
        lines.filter((line) => !EXPECTED_LINES.test(line)),
        [],
      );
    });
  }
});

/** Writes the snippets of a site and builds it, as its document says. */
async function build(workspace: string, site: BundledSite): Promise<void> {
  const cwd = join(workspace, site.folder);
  // Here npm installs the package for all sites; the commands look for it in the folder of one.
  mkdirSync(join(cwd, 'node_modules'), {recursive: true});
  symlinkSync(join(workspace, 'node_modules/motp-verify'), join(cwd, 'node_modules/motp-verify'));
  for (const heading of site.headings) writeSnippets(PAGE, heading, cwd);
  const commands = snippetsIn(PAGE)
    .filter(({heading, language}) => site.headings.includes(heading) && language === 'sh')
    .map(({code}) => code);
  const programs = [cwd, workspace].map((folder) => join(folder, 'node_modules/.bin'));
  const env = {...process.env, PATH: [...programs, process.env['PATH']].join(delimiter)};
  for (const command of [...commands, ...(site.build === undefined ? [] : [site.build])]) {
    // Each command needs the files of the one before.
    await promisify(execFile)('sh', ['-ec', command], {cwd, env});
  }
}
