/**
 * Fuzzed responses over HTTP to the element in a browser. No response causes an error, a rejection or a
 * false success. The console has at most one line for each, which explains it and holds no code.
 *
 * `npm test` uses three hundred responses, `npm run test:stress -- fuzz` ten thousand.
 */
import assert from 'node:assert/strict';
import {createServer} from 'node:http';
import {readFile} from 'node:fs/promises';
import type {AddressInfo} from 'node:net';
import {after, before, describe, it} from 'node:test';
import {ensurePackage} from '../../tools/build/ensure-built.ts';
import {useBrowser} from '../harness/browsers.ts';
import {fuzzResponse} from './fuzz-response.ts';

const RESPONSES = Number(process.env['RESPONSES'] ?? 300);

/** How many elements are in the page at a time. */
const BATCH_SIZE = 10;

const CODE = '123456';

/** The console line that explains a response to the site developer. */
const EXPLANATION =
  /^<motp-verify> endpoint answered \d{3} [^\n]*\(\/responses\/(?<seed>\d+)\)\. [A-Z][^\n]*\.$/;

const PAGE = `<!doctype html><html lang="ko"><title>fuzz</title>
<script type="module" src="/motp-verify.min.js"></script></html>`;

describe(`${RESPONSES} fuzzed responses to the element`, () => {
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    if (path.startsWith('/responses/')) {
      const {status, headers, bytes} = fuzzResponse(Number(path.split('/')[2]));
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
    await ensurePackage();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });

  after(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it('cause no error, and no success without a valid success response', async () => {
    const page = await browser().newPage();
    const errors: string[] = [];
    const explained: number[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => {
      const text = message.text();
      const seed = EXPLANATION.exec(text)?.groups?.['seed'];
      const isFromBrowser = text.startsWith('Failed to load resource');
      if (seed !== undefined && !text.includes(CODE)) explained.push(Number(seed));
      else if (!isFromBrowser) errors.push(text);
    });
    await page.goto(url);
    await page.waitForFunction(() => customElements.get('motp-verify') !== undefined);
    for (let seed = 0; seed < RESPONSES; seed += BATCH_SIZE) {
      const seeds = Array.from({length: BATCH_SIZE}, (_, i) => seed + i);
      const verified = await page.evaluate(findVerifiedSeeds, seeds, CODE);
      assert.deepEqual(
        verified,
        seeds.filter((one) => fuzzResponse(one).isSuccess),
      );
    }
    // The browser reports an unhandled rejection in a task of its own.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
    assert.deepEqual(errors, []);
    assert.deepEqual(
      explained.filter((seed, i) => fuzzResponse(seed).isSuccess || explained.indexOf(seed) < i),
      [],
      'No line explains a success, and no response is explained twice.',
    );
    assert.notEqual(explained.length, 0);
    assert.equal(await page.evaluate(() => document.body.childElementCount), 0);
  });
});

/** Returns the seeds whose responses verified an element. Runs in the page. */
async function findVerifiedSeeds(
  seeds: readonly number[],
  code: string,
): Promise<readonly number[]> {
  type Widget = HTMLElement & {
    verification: {status: string};
    updateComplete: Promise<unknown>;
    verify: () => Promise<unknown>;
  };
  const outcomes = seeds.map(async (seed) => {
    const widget = document.createElement('motp-verify') as Widget;
    widget.setAttribute('endpoint', `/responses/${seed}`);
    document.body.append(widget);
    await widget.updateComplete;
    const field = widget.shadowRoot?.querySelector('input');
    if (!field) throw new Error('The widget has no code field.');
    field.value = code;
    field.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
    const settled = new Promise((resolve) => {
      widget.addEventListener('motp-state-change', () => {
        if (widget.verification.status !== 'sending') resolve(undefined);
      });
    });
    void widget.verify();
    await settled;
    await widget.updateComplete;
    const isVerified = widget.verification.status === 'verified';
    widget.remove();
    return isVerified;
  });
  const verified = await Promise.all(outcomes);
  sessionStorage.clear();
  return seeds.filter((_seed, i) => verified[i]);
}
