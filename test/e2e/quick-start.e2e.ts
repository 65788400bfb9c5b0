/** The README's two lines, copied into a plain page, with the reference endpoint on an HTTP server. */
import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {after, before, describe, it} from 'node:test';
import {ensurePackage} from '../../tools/build/ensure-built.ts';
import {useBrowser} from '../harness/browsers.ts';
import {startTrainingSite, serveFolder, type TrainingSite} from '../harness/training-site.ts';

const MODULE = 'motp-verify.min.js';
const CLASSIC = 'motp-verify.classic.js';

/** The script tags of both builds. */
const SCRIPT_TAGS = {
  module: `<script type="module" src="${MODULE}"></script>`,
  // The browser decodes it in the page's charset.
  'classic script': `<script src="${CLASSIC}"></script>`,
} as const;

/** A page of 2009: EUC-KR and no doctype. */
const OLD_PAGE = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=euc-kr">
<link rel="icon" href="data:,"></head><body><motp-verify endpoint="/api/motp"></motp-verify>
SCRIPT</body></html>`;

describe('the README’s two lines in a plain page', () => {
  const browser = useBrowser();
  let site: TrainingSite;

  before(async () => {
    await ensurePackage();
    const head = '<!doctype html><html lang="ko"><link rel="icon" href="data:," />';
    const page = head + (await twoLines());
    site = await startTrainingSite((app) => {
      app.get('/', (c) => c.html(page));
      for (const [name, tag] of Object.entries(SCRIPT_TAGS)) {
        app.get(`/${name.replace(' ', '-')}.jsp`, (c) =>
          c.body(OLD_PAGE.replace('SCRIPT', tag), {headers: {'Content-Type': 'text/html'}}),
        );
      }
      serveFolder(app, 'dist');
    });
  });

  after(() => site.close());

  it('verify a trainee, log nothing and request only the endpoint', async () => {
    const page = await browser().newPage();
    const console: string[] = [];
    const requests: string[] = [];
    page.on('console', (message) => console.push(message.text()));
    page.on('pageerror', (error) => console.push(String(error)));
    page.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
    await page.goto(site.url);
    const field = await page.waitForSelector('motp-verify >>> input');
    await field?.type(await site.currentCode());
    await page.keyboard.press('Enter');
    await page.waitForSelector('motp-verify >>> dialog[open]');
    assert.deepEqual(console, []);
    // The runtime, and the guide that opens on enrollment, are chunks next to the script.
    const isChunk = (line: string): boolean => line.startsWith(`GET ${site.url}motp-verify/`);
    assert.deepEqual(
      requests.filter((line) => !isChunk(line)),
      [`GET ${site.url}`, `GET ${site.url}${MODULE}`, `POST ${site.url}api/motp`],
    );
    assert(requests.some(isChunk));
  });

  for (const build of Object.keys(SCRIPT_TAGS))
    it(`work with the ${build} in an EUC-KR page`, async () => {
      const page = await browser().newPage();
      const console: string[] = [];
      page.on('console', (message) => console.push(message.text()));
      page.on('pageerror', (error) => console.push(String(error)));
      await page.goto(`${site.url}${build.replace(' ', '-')}.jsp`);
      assert.equal(await page.evaluate(() => document.characterSet), 'EUC-KR');
      await page.waitForSelector('motp-verify >>> ::-p-text(인증하기)');
      await page.waitForSelector('motp-verify >>> ::-p-text(mOTP 설치하기)');
      assert.deepEqual(console, []);
      const globals = await page.evaluate(() =>
        Object.keys(window).filter((name) => /motp/i.test(name)),
      );
      assert.deepEqual(globals, []);
    });

  it('have a classic script in ASCII', async () => {
    const bytes = await readFile(`dist/${CLASSIC}`);
    assert(bytes.every((byte) => byte < 0x80));
  });
});

/** Returns the first block of HTML in the README. */
async function twoLines(): Promise<string> {
  const [, block] = /```html\n([\s\S]*?)```/.exec(await readFile('README.md', 'utf8')) ?? [];
  assert(block);
  assert.equal(block.trim().split('\n').length, 2);
  return block;
}
