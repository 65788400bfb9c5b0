/**
 * Every row that a network can play, on a real loopback server, on three kinds of page: one press
 * counts once, the code is kept until it is decided, and nothing is success that is not.
 */
import assert from 'node:assert/strict';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, before, describe, it} from 'node:test';
import type {Browser, Frame, Page} from 'puppeteer-core';
import {openBrowser} from '../../bin/browse.ts';
import {buildScripts} from '../../bin/build.ts';
import {findEngine} from '../../bin/engines.ts';
import type {Attempt} from '../../src/core/attempt.ts';
import {answer, FaultServer, type Visit} from './fault-server.ts';
import {HAS_PROTOTYPE, PAGES} from './pages.ts';
import {ROWS, type Row} from './rows.ts';

const WRONG = '900001';
const RIGHT = '000001';

const server = new FaultServer();
/** Another origin, which must see nothing. */
const heardElsewhere: string[] = [];
const elsewhere = createServer((request, response) => {
  heardElsewhere.push(`${request.method} ${request.url}`);
  response.writeHead(200, {'Access-Control-Allow-Origin': '*'}).end('{"code": "verified"}');
});
let browser: Browser;

before(async () => {
  await buildScripts();
  await server.starts();
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  const engine = findEngine('chromium');
  assert(engine);
  browser = await openBrowser(engine);
});

after(async () => {
  await browser.close();
  await server.stops();
  await new Promise((resolve) => elsewhere.close(resolve));
});

for (const [name, html] of Object.entries(PAGES)) {
  const skip = name.includes('prototype') && !HAS_PROTOTYPE && 'no prototype.js (libjs-prototype)';
  describe(`on ${name}`, {skip, concurrency: 4}, () => {
    for (const row of ROWS) it(`${row.row}: ${row.what}`, () => survives(row, html));
  });
}

async function survives(row: Row, html: string): Promise<void> {
  const {visit, url} = server.visit({html});
  const {port} = elsewhere.address() as AddressInfo;
  const redirect = row.row === 'F12' && [redirectTo(row, `http://127.0.0.1:${port}/login`)];
  visit.posts = [...(redirect || (row.posts ?? []))];
  visit.gets = [...(row.gets ?? [])];
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    // The browser's own line about a failed request is nobody's to prevent.
    const isBrowsers = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isBrowsers) complaints.push(message.text());
  });
  await page.goto(url);
  const code = row.isRight ? RIGHT : WRONG;
  const frame = await typed(page, code);
  const attempt = await settled(frame, row.ends, row.notice);
  assert.deepEqual(complaints, []);
  expectKept(row, attempt, await valueIn(frame), code);
  expectCounted(row, visit);
  assert.deepEqual(heardElsewhere, []);
  assert.equal(await page.evaluate(() => 'ran' in window), false);
  await context.close();
}

function redirectTo({what}: Row, location: string) {
  return answer(Number(what.slice(0, 3)), '', {Location: location});
}

/** Types the code with real keys and presses Enter; returns the frame that holds the widget. */
async function typed(page: Page, code: string): Promise<Frame> {
  for (let tries = 0; tries < 200; tries++) {
    for (const frame of page.frames()) {
      const field = await frame.$('motp-verify >>> input');
      if (!field) continue;
      await field.evaluate((input) => input.focus());
      await field.type(code);
      await field.press('Enter');
      return frame;
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('There is no code field.');
}

async function settled(frame: Frame, ends: string, notice?: string): Promise<Attempt> {
  try {
    await frame.waitForFunction(isSo, {timeout: 25_000, polling: 50}, ends, notice);
  } catch {
    assert.fail(`Not ${ends} ${notice ?? ''}: ${JSON.stringify(await stateIn(frame))}`);
  }
  return stateIn(frame);
}

/** Asked in the page. */
function isSo(is: string, about: string | undefined): boolean {
  const {attempt} = document.querySelector('motp-verify') as unknown as {attempt: Attempt};
  const said = attempt.is === 'ready' ? attempt.notice?.is : undefined;
  return attempt.is === is && (about === undefined || said === about);
}

function stateIn(frame: Frame): Promise<Attempt> {
  return frame.$eval('motp-verify', (widget) => {
    const {attempt} = widget as unknown as {attempt: Attempt};
    return {...attempt};
  });
}

async function valueIn(frame: Frame): Promise<string | undefined> {
  const field = await frame.$('motp-verify >>> input');
  return field?.evaluate(({value}) => value);
}

/** I2: the code stays until it is decided, and a wrong one stays to be mended. */
function expectKept({row}: Row, attempt: Attempt, value: string | undefined, code: string): void {
  const isGone = attempt.is === 'verified' || attempt.is === 'locked';
  assert.equal(value, isGone ? undefined : code, `${row}: the code is kept`);
  // F22: whatever a server says, 1 to 300 s.
  if (attempt.is === 'waiting') assert(attempt.seconds >= 1 && attempt.seconds <= 300);
}

/** I1: one press is one key, which counts once. */
function expectCounted({postCount, counted}: Row, visit: Visit): void {
  const keys = visit.seen
    .filter(({method}) => method === 'POST')
    .map(({headers}) => headers['idempotency-key']);
  assert.equal(keys.length, postCount, 'posts');
  assert.equal(new Set(keys).size, 1, 'keys');
  assert.equal(visit.endpoint.failures, counted, 'failures');
}
