/** Runs every snippet of the guide as a page: it verifies a trainee and sends the receipt to the site. */
import assert from 'node:assert/strict';
import {globSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {before, describe, it} from 'node:test';
import {ensurePackage} from '../../../tools/build/ensure-built.ts';
import {useBrowser} from '../../harness/browsers.ts';
import {bundleSnippet} from './bundle-snippet.ts';
import {openSnippetSite, type SnippetPage} from './snippet-site.ts';
import {renderJsp} from './render-jsp.ts';

const FOLDER = 'demo/guide/snippets';
/** A build folder of this test alone, so that it never overwrites `dist`. */
const WIDGET = 'dist';
const HEAD = '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">';

describe('the snippets of the integration guide', () => {
  const browser = useBrowser();
  let widget: ReadonlyMap<string, string>;

  before(async () => {
    widget = await builtWidget();
  });

  for (const file of readdirSync(FOLDER)) {
    it(`${file} verifies a trainee and sends the receipt to the site’s server`, async () => {
      const host = await openSnippetSite(await servedFor(file, widget));
      const page = await browser().newPage();
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(String(error)));
      page.on('console', (line) => {
        if (line.type() === 'error') errors.push(line.text());
      });
      await page.goto(host.url);
      const field = await page.waitForSelector('motp-verify >>> input');
      assert(field);
      await field.type(await host.currentCode());
      await page.keyboard.press('Enter');
      const isJsp = file === 'jstl.jsp';
      const isFramework = /\.(tsx|vue|svelte|ts)$/.test(file);
      assert.equal(await host.confirmedOccasion(), isJsp || isFramework ? 'lesson' : 'enrollment');
      assert.deepEqual(errors, []);
      await page.close();
      await host.close();
    });
  }
});

/** Returns the page and scripts of a site with this snippet. */
async function servedFor(file: string, widget: ReadonlyMap<string, string>): Promise<SnippetPage> {
  const text = readFileSync(`${FOLDER}/${file}`, 'utf8');
  if (file.endsWith('.html')) return {page: HEAD + text, scripts: widget};
  if (file.endsWith('.jsp')) {
    const wantsToken = text.includes('_csrf');
    return {page: HEAD + renderJsp(text), scripts: widget, requiresToken: wantsToken};
  }
  const page = `${HEAD}<div id="app"></div><script type="module" src="/bundle.js"></script>`;
  return {page, scripts: new Map([['/bundle.js', await bundleSnippet(file)]])};
}

/** Builds the widget as `npm run build` does; returns its files by path. */
async function builtWidget(): Promise<ReadonlyMap<string, string>> {
  await ensurePackage();
  const files = globSync('**/*.js', {cwd: WIDGET});
  return new Map(
    files.map((file) => [
      `/js/${file.replaceAll('\\', '/')}`,
      readFileSync(join(WIDGET, file), 'utf8'),
    ]),
  );
}
