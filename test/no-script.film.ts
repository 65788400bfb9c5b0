/** The site's own input in the slot: it works where no script runs at all. */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {AddressInfo} from 'node:net';
import {createAdaptorServer} from '@hono/node-server';
import {Hono} from 'hono';
import type {Browser} from 'puppeteer-core';
import {openBrowser} from '../bin/browse.ts';
import {findEngine} from '../bin/engines.ts';

const PAGE = `<!doctype html><html lang="ko"><link rel="icon" href="data:," />
  <form action="/motp.do" method="post">
    <motp-verify endpoint="/api/motp"><input slot="code" name="motpNo" /></motp-verify>
    <button>인증하기</button>
  </form>`;

describe('a page whose script never comes', () => {
  const app = new Hono();
  app.get('/', (c) => c.html(PAGE));
  app.post('/motp.do', async (c) => c.text(await c.req.text()));
  const server = createAdaptorServer({fetch: app.fetch});
  let browser: Browser;

  before(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const engine = findEngine('chromium');
    assert(engine);
    browser = await openBrowser(engine);
  });

  after(async () => {
    await browser.close();
    await new Promise((resolve) => server.close(resolve));
  });

  it('still takes the number, and sends it with the page’s own form', async () => {
    const page = await browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.type('input', '123456');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    const body = await page.$('body');
    assert.match(String(await body?.evaluate(({textContent}) => textContent)), /motpNo=123456/);
  });
});
