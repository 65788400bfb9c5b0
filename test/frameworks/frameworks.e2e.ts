/** The published package in React, Vue, Angular and Svelte; see README.md beside. */
import assert from 'node:assert/strict';
import {execFileSync, execSync} from 'node:child_process';
import {cpSync, globSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {buildPackage} from '../../tools/build/build.ts';
import {browserOfSuite} from '../harness/browsers.ts';
import {openTrainingSite, serveFolder} from '../harness/training-site.ts';

/** Each app's folder, and how its page is asked for. */
const APPS = [
  {name: 'React, by its wrapper', folder: 'react', search: ''},
  {name: 'React, as it is', folder: 'react', search: '?plain'},
  {name: 'Vue', folder: 'vue', search: ''},
  {name: 'Angular', folder: 'angular', search: ''},
  {name: 'Svelte', folder: 'svelte', search: ''},
] as const;

/** A refused code is answered with an error's status, of which Chromium tells; Angular tells how it is built. */
const EXPECTED = /^Failed to load resource|^Angular is running in development mode/;

describe('the package in an app of', () => {
  let workshop: string;
  const browser = browserOfSuite();

  before(async () => {
    await buildPackage();
    workshop = installed();
    const options = ['--config', 'vite.config.js', '--logLevel', 'error'];
    for (const folder of new Set(APPS.map((app) => app.folder))) {
      runIn(workshop, 'vite/bin/vite.js', 'build', folder, ...options);
    }
  });

  after(async () => {
    rmSync(workshop, {recursive: true});
  });

  for (const {name, folder, search} of APPS) {
    it(`${name}: takes attributes and properties, tells its events, verifies a trainee`, async (test) => {
      const site = await openTrainingSite((app) =>
        serveFolder(app, join(workshop, folder, 'dist')),
      );
      test.after(() => site.close());
      const page = await browser().newPage();
      const said: string[] = [];
      page.on('console', (message) => said.push(message.text()));
      page.on('pageerror', (error) => said.push(String(error)));
      await page.goto(site.url + search);
      // A boolean, attributes, and a property that is an object.
      await page.waitForSelector('motp-verify >>> ::-p-text(홍*동)');
      await page.waitForSelector('motp-verify >>> ::-p-text(010-****-5678)');
      await page.waitForSelector('motp-verify >>> button::-p-text(확인)');
      const field = await page.waitForSelector('motp-verify >>> input');
      await field?.type(otherThan(await site.code()));
      await page.keyboard.press('Enter');
      await page.waitForSelector('output::-p-text(code-mismatch)');
      await field?.type(await site.code());
      await page.keyboard.press('Enter');
      await page.waitForSelector('motp-verify >>> [part=verified]');
      const heard = await page.waitForFunction(() => {
        const text = document.querySelector('output')?.textContent;
        return text === 'code-mismatch' ? undefined : text;
      });
      assert.match(String(await heard.jsonValue()), /^[\w-]{8,}$/);
      assert.deepEqual(
        said.filter((line) => !EXPECTED.test(line)),
        [],
      );
      await page.close();
    });
  }

  it('React, Angular: has types that tell right from wrong', () => {
    const compiler = resolve('node_modules/typescript/bin/tsc');
    for (const folder of ['react', 'angular']) {
      execFileSync(process.execPath, [compiler, '-p', join(workshop, folder)], {stdio: 'inherit'});
    }
  });
});

/** A temporary folder with the apps, what they are built with, and the package from its tarball. */
function installed(): string {
  const workshop = mkdtempSync(join(tmpdir(), 'motp-verify-frameworks-'));
  cpSync('test/frameworks', workshop, {recursive: true});
  // Vite's build has just declared this a production, where npm leaves out what builds.
  const quiet = [
    '--include=dev',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  npm('.', 'pack', '--pack-destination', workshop, '--loglevel=error');
  npm(workshop, 'ci', ...quiet);
  const tarballs = globSync('*.tgz', {cwd: workshop});
  npm(workshop, 'install', '--no-save', ...tarballs, ...quiet);
  return workshop;
}

function npm(cwd: string, ...command: readonly string[]): void {
  execSync(['npm', ...command].join(' '), {cwd, stdio: ['ignore', 'ignore', 'inherit']});
}

function runIn(folder: string, program: string, ...options: readonly string[]): void {
  const script = join(folder, 'node_modules', program);
  execFileSync(process.execPath, [script, ...options], {cwd: folder, stdio: 'inherit'});
}

/** Six digits that are not these. */
function otherThan(code: string): string {
  return code.replaceAll(/\d/g, (digit) => String((Number(digit) + 1) % 10));
}
