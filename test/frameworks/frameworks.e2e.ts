/** The published package in apps of React, Vue, Angular and Svelte (README.md in this folder). */
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {ensurePackage} from '../../tools/build/ensure-built.ts';
import {useBrowser} from '../harness/browsers.ts';
import {installApp} from '../harness/packed-package.ts';
import {snippetsIn} from '../harness/snippets.ts';
import {startTrainingSite, serveFolder} from '../harness/training-site.ts';
import {mistakesOf, runTypeChecker, TYPE_CHECKERS} from './type-checkers.ts';

/** The folder of each app and the query of its page. */
const APPS = [
  {name: 'React, with the wrapper', folder: 'react', search: ''},
  {name: 'React, with the element', folder: 'react', search: '?plain'},
  {name: 'Vue', folder: 'vue', search: ''},
  {name: 'Angular', folder: 'angular', search: ''},
  {name: 'Svelte', folder: 'svelte', search: ''},
] as const;

/** Apps with lock files of their own, for the other tests of this folder. */
const OTHER_APPS = ['astro', 'bundlers', 'next', 'nuxt', 'sveltekit'];

/** Chromium logs each failed response, and Angular its development mode. */
const EXPECTED_LINES = /^Failed to load resource|^Angular is running in development mode/;

describe('the package in an app of', () => {
  let workspace: string;
  const browser = useBrowser();

  before(async () => {
    await ensurePackage();
    workspace = await installApp('test/frameworks', OTHER_APPS);
    writePages(join(workspace, 'types'));
    const options = ['--config', 'vite.config.js', '--logLevel', 'error'];
    for (const folder of new Set(APPS.map((app) => app.folder))) {
      runIn(workspace, 'vite/bin/vite.js', 'build', folder, ...options);
    }
  });

  after(async () => {
    rmSync(workspace, {recursive: true});
  });

  for (const {name, folder, search} of APPS) {
    it(`${name}: sets attributes and properties, receives events and verifies a trainee`, async (test) => {
      const site = await startTrainingSite((app) =>
        serveFolder(app, join(workspace, folder, 'dist')),
      );
      test.after(() => site.close());
      const page = await browser().newPage();
      const lines: string[] = [];
      page.on('console', (message) => lines.push(message.text()));
      page.on('pageerror', (error) => lines.push(String(error)));
      await page.goto(site.url + search);
      // A boolean, attributes, and a property that is an object.
      await page.waitForSelector('motp-verify >>> ::-p-text(홍*동)');
      await page.waitForSelector('motp-verify >>> ::-p-text(010-****-5678)');
      await page.waitForSelector('motp-verify >>> button::-p-text(확인)');
      const field = await page.waitForSelector('motp-verify >>> input');
      await field?.type(wrongCode(await site.currentCode()));
      await page.keyboard.press('Enter');
      await page.waitForSelector('output::-p-text(code-mismatch)');
      await field?.type(await site.currentCode());
      await page.keyboard.press('Enter');
      await page.waitForSelector('motp-verify >>> [part=verified]');
      const receiptId = await page.waitForFunction(() => {
        const text = document.querySelector('output')?.textContent;
        return text === 'code-mismatch' ? undefined : text;
      });
      assert.match(String(await receiptId.jsonValue()), /^[\w-]{8,}$/);
      assert.deepEqual(
        lines.filter((line) => !EXPECTED_LINES.test(line)),
        [],
      );
      await page.close();
    });
  }

  for (const checker of TYPE_CHECKERS) {
    it(`${checker.name}: has types that accept a good page and name each mistake of a bad one`, () => {
      const {lines, messages} = mistakesOf(checker);
      assert(lines.length > 2, lines.join());
      const found = runTypeChecker(workspace, checker);
      assert.deepEqual(found.lines, lines, found.output);
      for (const message of messages) assert.match(found.output, message);
    });
  }
});

/** Adds the snippets of the documents to the pages that a type checker must accept. */
function writePages(types: string): void {
  for (const {code, language, line} of snippetsIn('docs/frameworks.md')) {
    const folder = code.includes("'@angular/core'") ? 'angular' : language;
    if (['angular', 'svelte', 'vue'].includes(folder)) {
      writeFileSync(join(types, folder, `Line${line}.${language}`), code);
    }
  }
}

function runIn(folder: string, program: string, ...options: readonly string[]): void {
  const script = join(folder, 'node_modules', program);
  execFileSync(process.execPath, [script, ...options], {cwd: folder, stdio: 'inherit'});
}

/** Returns a code with other digits. */
function wrongCode(code: string): string {
  return code.replaceAll(/\d/g, (digit) => String((Number(digit) + 1) % 10));
}
