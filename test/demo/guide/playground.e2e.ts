/** The guide's playground: it shows the chosen widget, and its markup works in another page. */
import assert from 'node:assert/strict';
import {after, before, describe, it, type TestContext} from 'node:test';
import type {Page} from 'puppeteer-core';
import {ensurePackage} from '../../../tools/build/ensure-built.ts';
import {serveBuiltDemo, type DemoServer} from '../../../tools/preview.ts';
import {useBrowser} from '../../harness/browsers.ts';
import {startTrainingSite, serveFolder, type TrainingSite} from '../../harness/training-site.ts';

/** A value that would break out of an attribute or a JSP if it weren't escaped. */
const HEADING = '제목 "1" <b>&amp; ${x}';

describe('the playground', () => {
  const browser = useBrowser();
  let demo: DemoServer;

  before(async () => {
    demo = await serveBuiltDemo('/playground/');
    await ensurePackage();
  });

  after(() => demo.close());

  /** Opens the guide and waits for its playground. */
  const opened = async (test: TestContext): Promise<Page> => {
    const context = await browser().createBrowserContext();
    test.after(() => context.close());
    const page = await context.newPage();
    await page.goto(`${demo.url}guide.html`);
    await page.waitForSelector('#preview > motp-verify >>> input');
    return page;
  };

  it('starts with the markup of the defaults', async (test) => {
    const page = await opened(test);
    assert.equal(
      await markupIn(page),
      `<motp-verify
  endpoint="api/motp"
  status-url="api/motp/status"
  occasion="enrollment"
  trainee-name="홍길동"
  trainee-phone="01012345678"
></motp-verify>`,
    );
  });

  it('shows the widget with the chosen attributes, and verifies a code in it', async (test) => {
    const page = await opened(test);
    await page.select('#playground [name=completion]', 'inline');
    await page.click('#playground [name=masked]');
    await page.waitForSelector('#preview >>> ::-p-text(홍*동)');
    const output = await page.waitForSelector('demo-phone >>> output');
    const field = await page.waitForSelector('#preview >>> input');
    await field?.type(String(await output?.evaluate(({textContent}) => textContent)));
    await page.keyboard.press('Enter');
    await page.waitForSelector('#preview >>> [part=verified]');
    assert.equal(await page.$('#preview >>> dialog[open]'), null);
  });

  for (const target of ['a page', 'a JSP']) {
    it(`generates markup for ${target} that works in an empty page`, async (test) => {
      const page = await opened(test);
      await page.select('#playground [name=occasion]', 'lesson');
      await page.type('#playground [name=unit]', '9');
      await page.type('#playground [name=heading]', HEADING);
      await page.select('#playground [name=completion]', 'inline');
      await page.select('#playground [name=guide]', 'none');
      await page.click('#playground [name=masked]');
      await page.click('#playground [name=auto-submit]');
      if (target === 'a JSP') await page.click('#playground [name=jsp]');
      const markup = await markupIn(page);
      assert.equal(markup.includes('${'), target === 'a page');

      const site = await siteWith(markup);
      test.after(() => site.close());
      await page.goto(site.url);
      await page.waitForSelector('motp-verify >>> ::-p-text(9차시 학습 전)');
      await page.waitForSelector('motp-verify >>> ::-p-text(홍*동)');
      const heading = await page.waitForSelector('motp-verify >>> [part=heading]');
      assert.equal(await heading?.evaluate(({textContent}) => textContent.trim()), HEADING);
      const field = await page.waitForSelector('motp-verify >>> input');
      // With auto-submit the widget submits at the sixth digit.
      await field?.type(await site.currentCode());
      await page.waitForSelector('motp-verify >>> [part=verified]');
      assert.equal(await page.$eval('body', ({children}) => children.length), 1);
    });
  }
});

function markupIn(page: Page): Promise<string> {
  return page.$eval('#markup', ({textContent}) => textContent);
}

/** Opens a site whose page has the widget's script and this markup. */
function siteWith(markup: string): Promise<TrainingSite> {
  const head = '<!doctype html><html lang="ko"><head><link rel="icon" href="data:," />';
  const script = '<script type="module" src="/motp-verify.min.js"></script></head>';
  return startTrainingSite((app) => {
    app.get('/', (c) => c.html(`${head}${script}<body>${markup}</body></html>`));
    serveFolder(app, 'dist');
  });
}
