/**
 * The built widget before its runtime chunk is loaded: it is readable, keeps typed digits, and shows an
 * error if the chunk is missing.
 */
import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import {after, afterEach, before, beforeEach, describe, it} from 'node:test';
import type {Hono} from 'hono';
import type {Page} from 'puppeteer-core';
import {ensurePackage} from '../../tools/build/ensure-built.ts';
import {useBrowser} from '../harness/browsers.ts';
import {startTrainingSite, serveFolder, type TrainingSite} from '../harness/training-site.ts';

/** A build of its own, so that other tests can use `dist`. */
const PACKAGE = 'dist';

const pageOf = (query: string, attributes = '', wrapper = ['', '']): string =>
  `<!doctype html><html lang="ko"><link rel="icon" href="data:," />
  ${wrapper[0]}<motp-verify endpoint="/api/motp" trainee-name="홍길동" trainee-phone="01012345678"
    phone-identity-url="/phone" help-tel="1833-3075" occasion="lesson" ${attributes}></motp-verify>${wrapper[1]}
  <script type="module" src="/motp-verify.min.js${query}"></script></html>`;

/** The markup of each page. */
const PAGES: Readonly<Record<string, string>> = {
  '/': pageOf(''),
  '/masked': pageOf('', 'masked'),
  '/required': pageOf('', 'required', ['<form action="/next">', '<button>다음</button></form>']),
  '/versioned': pageOf('?v=20261123'),
};

describe('before the runtime is loaded', () => {
  const browser = useBrowser();
  let site: TrainingSite;
  let page: Page;
  let errors: string[];
  /** How the site responds to the request for the runtime chunk. */
  let runtime: Promise<'found' | 'missing'>;
  /** Lets the site respond. */
  let release: (runtime: 'found' | 'missing') => void;

  before(async () => {
    await ensurePackage();
    const chunk = readdirSync(`${PACKAGE}/motp-verify`).find((name) => name.startsWith('runtime-'));
    site = await startTrainingSite((app: Hono) => {
      for (const [path, html] of Object.entries(PAGES)) app.get(path, (c) => c.html(html));
      app.use(`/motp-verify/${chunk}`, async (c, next) =>
        (await runtime) === 'found' ? next() : c.notFound(),
      );
      serveFolder(app, PACKAGE);
    });
  });

  beforeEach(async () => {
    runtime = new Promise((resolve) => (release = resolve));
    page = await browser().newPage();
    errors = [];
    page.on('console', (message) => errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(String(error)));
  });

  afterEach(async () => {
    release('found');
    await page.close();
  });

  after(() => site.close());

  it('shows the guidance, the registered details, the field and the fallbacks', async () => {
    await open('/');
    const text = await readText();
    for (const part of ['앱을 실행합니다', '홍길동', '01012345678', '인증하기', '본인인증']) {
      assert.ok(text.includes(part), part);
    }
  });

  it('is painted before the runtime is requested', async () => {
    await page.evaluateOnNewDocument(recordFirstFrame);
    release('found');
    await open('/');
    const [drawnAt, requestedAt] = await page
      .waitForFunction(() => {
        const {drawnAt: drawn} = window as {drawnAt?: number};
        const chunk = performance
          .getEntriesByType('resource')
          .find(({name}) => name.includes('/runtime-'));
        return chunk && drawn !== undefined && ([drawn, chunk.startTime] as const);
      })
      .then((handle) => handle.jsonValue() as Promise<readonly [number, number]>);
    assert.ok(requestedAt >= drawnAt, `${requestedAt} is before ${drawnAt}`);
  });

  it('accepts digits and submits an early press once the runtime is loaded', async () => {
    await open('/');
    const field = await page.waitForSelector('motp-verify >>> input');
    await field?.type(await site.currentCode());
    await field?.press('Enter');
    await sees('불러오는 중입니다.');
    release('found');
    await page.waitForSelector('motp-verify >>> dialog[open]');
    assert.deepEqual(errors, []);
  });

  it('shifts nothing when the runtime is loaded, and keeps the typed digits', async () => {
    await open('/masked');
    const field = await page.waitForSelector('motp-verify >>> input');
    await field?.type('12 34');
    const boxes = await boxesOf('[part]');
    release('found');
    await page.waitForFunction(
      () =>
        document.querySelector('motp-verify')?.shadowRoot?.querySelector('input')?.value === '1234',
    );
    const boxesAfter = await boxesOf('[part]');
    for (const [part, box] of Object.entries(boxes)) {
      assert.deepEqual(boxesAfter[part], box, part);
    }
  });

  it('shows no masked detail', async () => {
    await open('/masked');
    assert.ok(!(await readText()).includes('길동'));
    release('found');
    await sees('홍*동');
  });

  it('blocks the submission of a form that requires success', async () => {
    await open('/required');
    assert.equal(await page.$eval('form', (form) => form.checkValidity()), false);
  });

  it('tells the trainee and the developer if the runtime chunk is missing', async () => {
    await open('/');
    release('missing');
    await sees('새로고침한 뒤 다시 시도해 주세요.');
    const [failedLoad, line] = errors;
    assert.match(String(failedLoad), /404/);
    assert.match(String(line), /Deploy the folder motp-verify\/ of the build next to its script/);
    assert.equal(errors.length, 2);
    await Promise.all([page.waitForNavigation(), page.click('motp-verify >>> [part=reload]')]);
  });

  it('works with a version in the URL of the script', async () => {
    await open('/versioned');
    release('found');
    const field = await page.waitForSelector('motp-verify >>> input');
    await field?.type('000000');
    await field?.press('Enter');
    await sees('mOTP 번호가 일치하지 않습니다.');
    // Chromium logs each failed response.
    assert.match(errors.join(), /^Failed to load resource: .*422/);
  });

  async function open(path: string): Promise<void> {
    await page.goto(new URL(path, site.url).href, {waitUntil: 'domcontentloaded'});
    await page.waitForSelector('motp-verify >>> input');
  }

  function readText(): Promise<string> {
    return page.$eval('motp-verify', (widget) => widget.shadowRoot?.textContent ?? '');
  }

  async function sees(text: string): Promise<void> {
    await page.waitForFunction(
      (wanted) =>
        document.querySelector('motp-verify')?.shadowRoot?.textContent?.includes(wanted) === true,
      {},
      text,
    );
  }

  /** Returns the position and size of each part. */
  function boxesOf(selector: string): Promise<Readonly<Record<string, readonly number[]>>> {
    return page.$$eval(`motp-verify >>> ${selector}`, (elements) =>
      Object.fromEntries(
        elements.map((element) => {
          const {x, y, width, height} = element.getBoundingClientRect();
          return [element.getAttribute('part') ?? '', [x, y, width, height]];
        }),
      ),
    );
  }
});

/** Keeps, in the page, the time of the first frame that has the field, in ms. */
function recordFirstFrame(): void {
  const onFrame = (): void => {
    const isDrawn = document.querySelector('motp-verify')?.shadowRoot?.querySelector('input');
    if (isDrawn) Object.assign(window, {drawnAt: performance.now()});
    else requestAnimationFrame(onFrame);
  };
  requestAnimationFrame(onFrame);
}
