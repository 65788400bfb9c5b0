/** The site's own input in the slot works without script. */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {useBrowser} from '../harness/browsers.ts';
import {startTrainingSite, type TrainingSite} from '../harness/training-site.ts';

const PAGE = `<!doctype html><html lang="ko"><link rel="icon" href="data:," />
  <form action="/motp.do" method="post">
    <motp-verify endpoint="/api/motp"><input slot="code" name="motpNo" /></motp-verify>
    <button>인증하기</button>
  </form>`;

describe('a page without script', () => {
  const browser = useBrowser();
  let site: TrainingSite;

  before(async () => {
    site = await startTrainingSite((app) => {
      app.get('/', (c) => c.html(PAGE));
      app.post('/motp.do', async (c) => c.text(await c.req.text()));
    });
  });

  after(() => site.close());

  it('sends the code with the page’s own form', async () => {
    const page = await browser().newPage();
    await page.setJavaScriptEnabled(false);
    await page.goto(site.url);
    await page.type('input', '123456');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    const body = await page.$('body');
    assert.match(String(await body?.evaluate(({textContent}) => textContent)), /motpNo=123456/);
  });
});
