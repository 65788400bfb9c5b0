/** Server rendering with `@lit-labs/ssr`: readable without script, and rendered once with it. */
import assert from 'node:assert/strict';
import {resolve} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {pathToFileURL} from 'node:url';
import {render} from '@lit-labs/ssr';
import {collectResult} from '@lit-labs/ssr/lib/render-result.js';
import {html} from 'lit';
import type {Page} from 'puppeteer-core';
import {ensurePackage} from '../../tools/build/ensure-built.ts';
import {useBrowser} from '../harness/browsers.ts';
import {startTrainingSite, serveFolder, type TrainingSite} from '../harness/training-site.ts';

/** A build of its own, so that other tests can use `dist`. Node finds Lit from here. */
const PACKAGE = 'dist';

const HEAD = '<!doctype html><html lang="ko"><link rel="icon" href="data:," />';

describe('a server-rendered element', () => {
  const browser = useBrowser();
  let site: TrainingSite;
  let page: Page;
  /** Lets the site respond to the request for the script. */
  let release: () => void;

  before(async () => {
    await ensurePackage();
    const rendered = await renderOnServer();
    const released = new Promise<void>((onRelease) => (release = onRelease));
    site = await startTrainingSite((app) => {
      app.get('/', (c) => {
        const script = '<script type="module" src="/motp-verify.min.js"></script>';
        return c.html(`${HEAD}<body>${rendered}${script}`);
      });
      app.use('/motp-verify.min.js', async (_c, next) => {
        await released;
        return next();
      });
      serveFolder(app, PACKAGE);
    });
  });

  after(async () => {
    release();
    await site.close();
  });

  it('shows the guidance and the registered details without script', async () => {
    page = await browser().newPage();
    await page.setJavaScriptEnabled(false);
    await page.goto(site.url);
    const lines = await textsOf(page, '[part=guidance] li');
    assert.equal(lines.length, 6);
    assert.equal(lines[0], '스마트폰에 설치된 mOTP 앱을 실행합니다.');
    // The phone number is also there digit by digit, for screen readers.
    assert.deepEqual(await textsOf(page, '[part=identity] dd'), [
      '홍길동',
      '01012345678',
      '0 1 0, 1 2 3 4, 5 6 7 8',
    ]);
    assert.deepEqual(await linksOf(page), ['/identity/phone']);
    await page.close();
  });

  it('keeps digits that were typed before the script, and renders once after it', async () => {
    page = await browser().newPage();
    const errors: string[] = [];
    page.on('console', (message) => errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(String(error)));
    // `goto` resolves when the script is loaded.
    const loaded = page.goto(site.url);
    const code = await site.currentCode();
    const field = await page.waitForSelector('motp-verify >>> input');
    await field?.type(code.slice(0, 4));
    release();
    await loaded;
    await page.waitForSelector('motp-verify:defined');
    await page.keyboard.type(code.slice(4));
    assert.equal((await textsOf(page, '[part=guidance] li')).length, 6);
    assert.equal((await textsOf(page, '[part=form]')).length, 1);
    await page.keyboard.press('Enter');
    await page.waitForSelector('motp-verify >>> dialog[open]');
    assert.deepEqual(errors, []);
  });
});

async function renderOnServer(): Promise<string> {
  await import(pathToFileURL(resolve(PACKAGE, 'modules/index.js')).href);
  const element = html`<motp-verify
    endpoint="/api/motp"
    trainee-name="홍길동"
    trainee-phone="01012345678"
    phone-identity-url="/identity/phone"
  ></motp-verify>`;
  return collectResult(render(element));
}

function textsOf(page: Page, selector: string): Promise<readonly string[]> {
  return page.evaluate((wanted) => {
    const root = document.querySelector('motp-verify')?.shadowRoot;
    return [...(root?.querySelectorAll(wanted) ?? [])].map(({textContent}) => textContent.trim());
  }, selector);
}

function linksOf(page: Page): Promise<readonly (string | null)[]> {
  return page.evaluate(() => {
    const root = document.querySelector('motp-verify')?.shadowRoot;
    return [...(root?.querySelectorAll('[part=fallback]') ?? [])].map((a) =>
      a.getAttribute('href'),
    );
  });
}
