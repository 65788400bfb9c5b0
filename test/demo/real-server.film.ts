/** The demo's switch "real server": the page of `npm start` with the endpoint on SQLite behind it. */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {createServer, type ViteDevServer} from 'vite';
import {browserOfSuite} from '../harness/browsers.ts';

describe('the demo with a real server', () => {
  let server: ViteDevServer;
  const browser = browserOfSuite();

  before(async () => {
    server = await createServer({logLevel: 'warn', server: {host: '127.0.0.1', port: 0}});
    await server.listen();
  });

  after(() => server.close());

  it('counts a wrong number and verifies the right one there', async () => {
    const page = await browser().newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${server.resolvedUrls?.local[0]}?server=real`);
    const field = await page.waitForSelector('motp-verify >>> input');
    const output = await page.waitForSelector('demo-phone >>> output');
    const shown = await output?.evaluate(({textContent}) => textContent);
    const right = String(shown);
    await field?.type(right === '000000' ? '111111' : '000000');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => {
      const widget = document.querySelector('motp-verify');
      return widget?.shadowRoot?.textContent.includes('4회 더');
    });
    await field?.click({count: 3});
    await page.keyboard.type(right);
    await page.keyboard.press('Enter');
    await page.waitForSelector('motp-verify >>> dialog[open]');
    assert(asked.includes('/api/real/registrations'));
    assert(asked.includes('/api/real'));
  });
});
