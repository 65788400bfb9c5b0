/**
 * Fuzzed answers over real HTTP through the real element in a browser: no error, no rejection, no
 * console line of ours, no false success. A share in `npm test`; ten thousand by `test:stress`.
 */
import assert from 'node:assert/strict';
import {createServer} from 'node:http';
import {readFile} from 'node:fs/promises';
import type {AddressInfo} from 'node:net';
import {after, before, describe, it} from 'node:test';
import {buildScripts} from '../../tools/build/build.ts';
import {useBrowser} from '../harness/browsers.ts';
import {fuzzedAnswer} from './answer-bytes.ts';

const ANSWERS = Number(process.env['ANSWERS'] ?? 300);

/** How many elements are at work in the page at a time. */
const AT_ONCE = 10;

const PAGE = `<!doctype html><html lang="ko"><title>fuzz</title>
<script type="module" src="/motp-verify.min.js"></script></html>`;

describe(`${ANSWERS} fuzzed answers through the element`, () => {
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    if (path.startsWith('/answers/')) {
      const {status, headers, bytes} = fuzzedAnswer(Number(path.split('/')[2]));
      response.writeHead(status, headers).end(bytes);
    } else if (path.startsWith('/motp-verify')) {
      response.setHeader('Content-Type', 'text/javascript');
      void readFile(`dist${path}`).then((script) => response.end(script));
    } else {
      response.writeHead(200, {'Content-Type': 'text/html; charset=utf-8'}).end(PAGE);
    }
  });
  const browser = useBrowser();
  let url: string;

  before(async () => {
    await buildScripts();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });

  after(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it('bring none of them down, and none is success that does not say so', async () => {
    const page = await browser().newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      const isBrowsers = message.text().startsWith('Failed to load resource');
      if (!isBrowsers) complaints.push(message.text());
    });
    await page.goto(url);
    await page.waitForFunction(() => customElements.get('motp-verify') !== undefined);
    for (let seed = 0; seed < ANSWERS; seed += AT_ONCE) {
      const seeds = Array.from({length: AT_ONCE}, (_, i) => seed + i);
      const verified = await page.evaluate(verifiedBy, seeds);
      assert.deepEqual(
        verified,
        seeds.filter((one) => fuzzedAnswer(one).isSuccess),
      );
    }
    // A rejection that nobody caught is told with the next task.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
    assert.deepEqual(complaints, []);
    assert.equal(await page.evaluate(() => document.body.childElementCount), 0);
  });
});

/** In the page: which of these seeds' answers are taken for success. */
async function verifiedBy(seeds: readonly number[]): Promise<number[]> {
  type Widget = HTMLElement & {
    verification: {status: string};
    updateComplete: Promise<unknown>;
    verify: () => Promise<unknown>;
  };
  const outcomes = seeds.map(async (seed) => {
    const widget = document.createElement('motp-verify') as Widget;
    widget.setAttribute('endpoint', `/answers/${seed}`);
    document.body.append(widget);
    await widget.updateComplete;
    const field = widget.shadowRoot?.querySelector('input');
    if (!field) throw new Error('There is no code field.');
    field.value = '123456';
    field.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
    const isHeard = new Promise((resolve) => {
      widget.addEventListener('motp-state-change', () => {
        if (widget.verification.status !== 'sending') resolve(undefined);
      });
    });
    void widget.verify();
    await isHeard;
    await widget.updateComplete;
    const isVerified = widget.verification.status === 'verified';
    widget.remove();
    return isVerified;
  });
  const verified = await Promise.all(outcomes);
  sessionStorage.clear();
  return seeds.filter((_seed, i) => verified[i]);
}
