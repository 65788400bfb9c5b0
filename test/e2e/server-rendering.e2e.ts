/** Rendered by a server (`@lit-labs/ssr`): readable before any script, and not twice after it. */
import assert from 'node:assert/strict';
import {resolve} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {pathToFileURL} from 'node:url';
import {render} from '@lit-labs/ssr';
import {collectResult} from '@lit-labs/ssr/lib/render-result.js';
import {html} from 'lit';
import type {Page} from 'puppeteer-core';
import {buildPackage} from '../../tools/build/build.ts';
import {useBrowser} from '../harness/browsers.ts';
import {startTrainingSite, serveFolder, type TrainingSite} from '../harness/training-site.ts';

/** Within the repository, so that Lit is found; `dist` is left to whoever works with it. */
const PACKAGE = 'node_modules/.cache/motp-verify/package';

const HEAD = '<!doctype html><html lang="ko"><link rel="icon" href="data:," />';

describe('an element that a server has rendered', () => {
  const browser = useBrowser();
  let site: TrainingSite;
  let page: Page;
  /** Lets the script out, which the site keeps back until then. */
  let release: () => void;

  before(async () => {
    await buildPackage(PACKAGE);
    const rendered = await renderedOnServer();
    const released = new Promise<void>((letOut) => (release = letOut));
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

  it('shows the six lines and who is registered where no script runs', async () => {
    page = await browser().newPage();
    await page.setJavaScriptEnabled(false);
    await page.goto(site.url);
    const lines = await textsOf(page, '[part=guidance] li');
    assert.equal(lines.length, 6);
    assert.equal(lines[0], '스마트폰에 설치된 mOTP 앱을 실행합니다.');
    assert.deepEqual(await textsOf(page, '[part=identity] dd'), ['홍길동', '01012345678']);
    assert.deepEqual(await linksOf(page), ['/identity/phone']);
    await page.close();
  });

  it('keeps what was typed before the script came, and is there once after it', async () => {
    page = await browser().newPage();
    const errors: string[] = [];
    page.on('console', (message) => errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(String(error)));
    // The page is there only once its script is.
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

async function renderedOnServer(): Promise<string> {
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
