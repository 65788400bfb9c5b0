/** The built classic script: one file in Korean; the rest comes from the folder next to it. */
import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {after, before, describe, it} from 'node:test';
import type {Page} from 'puppeteer-core';
import {ensurePackage} from '../../tools/build/ensure-built.ts';
import {useBrowser} from '../harness/browsers.ts';
import {startTrainingSite, type TrainingSite} from '../harness/training-site.ts';

const WIDGET = '<motp-verify endpoint="/api/motp" android-url="/android"></motp-verify>';

/** The only console line of the widget where the folder is missing. */
const FOLDER_LINE = /^<motp-verify> shows Korean and no pictures.*motp-verify\.classic\.js/;

/** A site whose response map has a typing error. */
const WRONG_MAP = WIDGET.replace('>', ` response-map='{"values": {"Y": "verifed"}}'>`);

/** The pages of the site: the markup of each path. */
const PAGES: Readonly<Record<string, string>> = {
  '/korean': `<html lang="ko">${WIDGET}<script src="/scripts/motp-verify.classic.js"></script>`,
  '/english': `<html lang="en">${WIDGET}<script src="/scripts/motp-verify.classic.js?v=2#x"></script>`,
  '/wrong-map': `<html lang="ko">${WRONG_MAP}<script src="/scripts/motp-verify.classic.js"></script>`,
  // No relative URL of this page finds the folder, and `document.currentScript` is an image.
  '/clobbered': `<html lang="en"><base href="/elsewhere/"><img name="currentScript" src="/evil/x.js">
    ${WIDGET}<script src="/scripts/motp-verify.classic.js"></script>`,
  '/alone': `<html lang="en">${WIDGET}<script src="/alone/motp-verify.classic.js"></script>`,
};

describe('the classic script', () => {
  const browser = useBrowser();
  let site: TrainingSite;
  let classic = '';

  before(async () => {
    await ensurePackage();
    classic = await readFile('dist/motp-verify.classic.js', 'utf8');
    site = await startTrainingSite((app) => {
      for (const [path, html] of Object.entries(PAGES)) {
        app.get(path, (c) => c.html(`<!doctype html><link rel="icon" href="data:,">${html}`));
      }
      app.get('/inline', (c) =>
        c.html(`<!doctype html><html lang="en"><link rel="icon" href="data:,">${WIDGET}
          <script>${classic.replaceAll('</script', String.raw`<\/script`)}</script>`),
      );
      app.get('/alone/motp-verify.classic.js', (c) =>
        c.body(classic, {headers: {'Content-Type': 'text/javascript'}}),
      );
      app.get('/scripts/*', async (c) => {
        const path = c.req.path.replace('/scripts', 'dist');
        return c.body(await readFile(path, 'utf8'), {headers: {'Content-Type': 'text/javascript'}});
      });
    });
  });

  after(() => site.close());

  it('needs no other file to verify in Korean', async () => {
    const {page, requests, lines} = await open('/korean');
    const field = await page.waitForSelector('motp-verify >>> input');
    await field?.type(await site.currentCode());
    await page.keyboard.press('Enter');
    await page.waitForSelector('motp-verify >>> dialog[open]');
    assert.deepEqual(lines, []);
    const others = requests.filter((path) => !/^\/(?:korean|api\/motp)$/.test(path));
    assert.deepEqual(others.map(withoutHash).toSorted(), [
      '/scripts/motp-verify.classic.js',
      // The guide is open on enrollment. Only its styles and pictures are not in the script.
      '/scripts/motp-verify/disclosure.js',
      '/scripts/motp-verify/phone-illustration.js',
      '/scripts/motp-verify/qr-code.js',
    ]);
  });

  it('loads another language and the pictures from the folder next to it', async () => {
    const {page, lines, requests} = await open('/english');
    await page.waitForSelector('motp-verify >>> ::-p-text(Verify)');
    await page.waitForSelector('motp-verify >>> svg.phone');
    await page.waitForSelector('motp-verify >>> svg.qr');
    assert.deepEqual(lines, []);
    // A chunk that imported the runtime would load it a second time.
    assert(!requests.some((path) => path.includes('runtime')), requests.join(' '));
  });

  it('names the mistake in a response map', async () => {
    const {page, lines} = await open('/wrong-map');
    await page.waitForSelector('motp-verify >>> ::-p-text(response-map)');
    assert.equal(lines.length, 1);
    assert.match(lines[0] ?? '', /response-map is not a response map \(values\.Y is no outcome\)/);
  });

  it('finds its folder whatever the page has named or rebased', async () => {
    const {page, lines, requests} = await open('/clobbered');
    await page.waitForSelector('motp-verify >>> ::-p-text(Verify)');
    await page.waitForSelector('motp-verify >>> svg.phone');
    assert(!lines.some((line) => line.includes('<motp-verify>')), lines.join('\n'));
    assert.deepEqual(
      requests.filter((path) => !/^\/(?:scripts\/|clobbered$|evil\/x\.js$)/.test(path)),
      [],
    );
  });

  for (const [path, cause] of [
    ['/alone', 'the folder is missing'],
    ['/inline', 'the script is inline and has no folder'],
  ] as const) {
    it(`stays in Korean with one console line where ${cause}`, async () => {
      const {page, lines} = await open(path);
      await page.waitForSelector('motp-verify >>> ::-p-text(mOTP 설치하기)');
      await page.waitForSelector('motp-verify >>> ::-p-text(인증하기)');
      assert.equal(await page.$('motp-verify >>> svg.phone'), null);
      const ours = lines.filter((line) => line.includes('<motp-verify>'));
      assert.equal(ours.length, 1, lines.join('\n'));
      assert.match(ours[0] ?? '', FOLDER_LINE);
      // The browser itself writes one more for each file that is missing.
      assert(lines.every((line) => line.includes('<motp-verify>') || line.includes('404')));
    });
  }

  async function open(path: string): Promise<{
    readonly page: Page;
    readonly lines: readonly string[];
    readonly requests: readonly string[];
  }> {
    const page = await browser().newPage();
    const lines: string[] = [];
    const requests: string[] = [];
    page.on('console', (message) => lines.push(message.text()));
    page.on('pageerror', (error) => lines.push(String(error)));
    page.on('request', (request) => {
      if (request.url().startsWith('http')) requests.push(new URL(request.url()).pathname);
    });
    await page.goto(new URL(path, site.url).href);
    return {page, lines, requests};
  }
});

/** Removes the hash of the content from a chunk's path. */
function withoutHash(path: string): string {
  return path.replace(/-[\w-]{6}(?=\.js$)/, '');
}
