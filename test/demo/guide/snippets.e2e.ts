/** Every snippet of the guide, run as its page: a trainee is verified, and the site gets the receipt. */
import assert from 'node:assert/strict';
import {globSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {before, describe, it} from 'node:test';
import {buildScripts} from '../../../tools/build/build.ts';
import {useBrowser} from '../../harness/browsers.ts';
import {bundleSnippet} from './bundle-snippet.ts';
import {openSnippetSite, type SnippetPage} from './snippet-site.ts';
import {renderJsp} from './render-jsp.ts';

const FOLDER = 'demo/guide/snippets';
/** Within the repository; `dist` is left to whoever works with it. */
const WIDGET = 'node_modules/.cache/motp-verify/snippets';
const HEAD = '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">';

describe('the snippets of the integration guide', () => {
  const browser = useBrowser();
  let widget: ReadonlyMap<string, string>;

  before(async () => {
    widget = await builtWidget();
  });

  for (const file of readdirSync(FOLDER)) {
    it(`${file} verifies a trainee, and hands the receipt to the site’s server`, async () => {
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
      await field.type(await host.code());
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

/** What a site with this snippet serves. */
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

/** The widget as `npm run build` writes it, by the paths of its files. */
async function builtWidget(): Promise<ReadonlyMap<string, string>> {
  await buildScripts(WIDGET);
  const files = globSync('**/*.js', {cwd: WIDGET});
  return new Map(
    files.map((file) => [
      `/js/${file.replaceAll('\\', '/')}`,
      readFileSync(join(WIDGET, file), 'utf8'),
    ]),
  );
}
