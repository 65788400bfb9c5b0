/**
 * The README's two lines, pasted into a plain page as they stand there, against the reference
 * endpoint on a real HTTP server.
 */
import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {after, before, describe, it} from 'node:test';
import type {AddressInfo} from 'node:net';
import {createAdaptorServer} from '@hono/node-server';
import {Hono} from 'hono';
import type {Browser} from 'puppeteer-core';
import {openBrowser} from '../bin/browse.ts';
import {buildScripts} from '../bin/build.ts';
import {findEngine} from '../bin/engines.ts';
import {createEndpoint} from '../demo/endpoint/app.ts';
import {MemoryStore} from '../demo/endpoint/store/memory.ts';
import {NEW_ACCOUNT} from '../demo/endpoint/store/store.ts';
import {codeAt, newSecret} from '../demo/endpoint/totp.ts';
import {registrationOf, UNSEALED} from './harness/registration.ts';

const BUILT = 'motp-verify.min.js';
const CLASSIC = 'motp-verify.classic.js';

/** 2009: EUC-KR, no doctype; the script's own charset is the page's. */
const OLD_PAGE = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=euc-kr">
<link rel="icon" href="data:,"></head><body><motp-verify endpoint="/api/motp"></motp-verify>
<script src="${CLASSIC}"></script></body></html>`;

describe('the README’s two lines in a plain page', () => {
  const secret = newSecret();
  const account = {...NEW_ACCOUNT, registration: registrationOf(secret)};
  const store = new MemoryStore({accounts: [['hong', account]]});
  const server = createAdaptorServer({fetch: site().fetch});
  let browser: Browser;
  let url: string;

  before(async () => {
    await buildScripts();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const engine = findEngine('chromium');
    assert(engine);
    browser = await openBrowser(engine);
  });

  after(async () => {
    await browser.close();
    await new Promise((resolve) => server.close(resolve));
  });

  it('verify a trainee, say nothing in the console and call nothing but the endpoint', async () => {
    const page = await browser.newPage();
    const console: string[] = [];
    const called: string[] = [];
    page.on('console', (message) => console.push(message.text()));
    page.on('pageerror', (error) => console.push(String(error)));
    page.on('request', (request) => called.push(`${request.method()} ${request.url()}`));
    await page.goto(url);
    const field = await page.waitForSelector('motp-verify >>> input');
    await field?.type(await codeAt(secret, Date.now()));
    await page.keyboard.press('Enter');
    await page.waitForSelector('motp-verify >>> dialog[open]');
    assert.deepEqual(console, []);
    // The guide, which opens at the first entry to a course, comes from beside the script.
    const isBeside = (call: string): boolean => call.startsWith(`GET ${url}motp-verify/`);
    assert.deepEqual(
      called.filter((call) => !isBeside(call)),
      [`GET ${url}`, `GET ${url}${BUILT}`, `POST ${url}api/motp`],
    );
    assert(called.some(isBeside));
  });

  it('do the same with the classic script, in a page of EUC-KR that says no charset', async () => {
    const page = await browser.newPage();
    const console: string[] = [];
    page.on('console', (message) => console.push(message.text()));
    page.on('pageerror', (error) => console.push(String(error)));
    await page.goto(`${url}old.jsp`);
    assert.equal(await page.evaluate(() => document.characterSet), 'EUC-KR');
    await page.waitForSelector('motp-verify >>> ::-p-text(인증하기)');
    await page.waitForSelector('motp-verify >>> ::-p-text(mOTP 설치하기)');
    assert.deepEqual(console, []);
    const globals = await page.evaluate(() =>
      Object.keys(window).filter((name) => /motp/i.test(name)),
    );
    assert.deepEqual(globals, []);
  });

  it('the classic script is ASCII alone', async () => {
    const bytes = await readFile(`dist/${CLASSIC}`);
    assert(bytes.every((byte) => byte < 0x80));
  });

  /** A training site: a page with the two lines, the built widget, the endpoint. */
  function site(): Hono {
    const app = new Hono();
    const head = '<!doctype html><html lang="ko"><link rel="icon" href="data:," />';
    app.get('/', async (c) => c.html(head + (await twoLines())));
    app.get('/old.jsp', (c) => c.body(OLD_PAGE, {headers: {'Content-Type': 'text/html'}}));
    app.get('/:path{.+\\.js}', async (c) =>
      c.body(await readFile(`dist/${c.req.param('path')}`), {
        headers: {'Content-Type': 'text/javascript'},
      }),
    );
    const trainee = {subject: 'hong', site: 'test', identity: undefined};
    const endpoint = {
      basePath: '/api/motp',
      store,
      seal: UNSEALED,
      whoAsks: () => ({is: 'trainee', trainee}) as const,
      now: Date.now,
    };
    app.route('/', createEndpoint(endpoint));
    return app;
  }
});

/** The first block of HTML in the README, to the letter. */
async function twoLines(): Promise<string> {
  const [, block] = /```html\n([\s\S]*?)```/.exec(await readFile('README.md', 'utf8')) ?? [];
  assert(block);
  assert.equal(block.trim().split('\n').length, 2);
  return block;
}
