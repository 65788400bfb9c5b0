/**
 * The built widget before the rest of it has come: it is readable and takes digits, loses none of them,
 * and says what is the matter where the rest does not come.
 */
import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import {after, afterEach, before, beforeEach, describe, it} from 'node:test';
import type {Hono} from 'hono';
import type {Page} from 'puppeteer-core';
import {buildPackage} from '../../tools/build/build.ts';
import {useBrowser} from '../harness/browsers.ts';
import {startTrainingSite, serveFolder, type TrainingSite} from '../harness/training-site.ts';

/** Within the repository; `dist` is left to whoever works with it. */
const PACKAGE = 'node_modules/.cache/motp-verify/first-render';

const pageOf = (query: string, attributes = '', around = ['', '']): string =>
  `<!doctype html><html lang="ko"><link rel="icon" href="data:," />
  ${around[0]}<motp-verify endpoint="/api/motp" trainee-name="홍길동" trainee-phone="01012345678"
    phone-identity-url="/phone" help-tel="1833-3075" occasion="lesson" ${attributes}></motp-verify>${around[1]}
  <script type="module" src="/motp-verify.min.js${query}"></script></html>`;

/** What each page holds. */
const PAGES: Readonly<Record<string, string>> = {
  '/': pageOf(''),
  '/masked': pageOf('', 'masked'),
  '/required': pageOf('', 'required', ['<form action="/next">', '<button>다음</button></form>']),
  '/versioned': pageOf('?v=20261123'),
};

describe('before the rest of the widget has come', () => {
  const browser = useBrowser();
  let site: TrainingSite;
  let page: Page;
  let errors: string[];
  /** What becomes of the request for the rest. */
  let rest: Promise<'comes' | 'is missing'>;
  /** Lets it come, or not. */
  let release: (how: 'comes' | 'is missing') => void;

  before(async () => {
    await buildPackage(PACKAGE);
    const workings = readdirSync(`${PACKAGE}/motp-verify`).find((name) =>
      name.startsWith('runtime-'),
    );
    site = await startTrainingSite((app: Hono) => {
      for (const [path, html] of Object.entries(PAGES)) app.get(path, (c) => c.html(html));
      app.use(`/motp-verify/${workings}`, async (c, next) =>
        (await rest) === 'comes' ? next() : c.notFound(),
      );
      serveFolder(app, PACKAGE);
    });
  });

  beforeEach(async () => {
    rest = new Promise((resolve) => (release = resolve));
    page = await browser().newPage();
    errors = [];
    page.on('console', (message) => errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(String(error)));
  });

  afterEach(async () => {
    release('comes');
    await page.close();
  });

  after(() => site.close());

  it('shows the guidance, the details, the field and the ways out', async () => {
    await arrives('/');
    const text = await shown();
    for (const part of ['앱을 실행합니다', '홍길동', '01012345678', '인증하기', '본인인증']) {
      assert.ok(text.includes(part), part);
    }
  });

  it('takes digits, waits with a press, and then sends it', async () => {
    await arrives('/');
    const field = await page.waitForSelector('motp-verify >>> input');
    await field?.type(await site.currentCode());
    await field?.press('Enter');
    await sees('불러오는 중입니다.');
    release('comes');
    await page.waitForSelector('motp-verify >>> dialog[open]');
    assert.deepEqual(errors, []);
  });

  it('moves nothing when it comes, and keeps what was typed', async () => {
    await arrives('/masked');
    const field = await page.waitForSelector('motp-verify >>> input');
    await field?.type('12 34');
    const places = await placesOf('[part]');
    release('comes');
    await page.waitForFunction(
      () =>
        document.querySelector('motp-verify')?.shadowRoot?.querySelector('input')?.value === '1234',
    );
    const afterwards = await placesOf('[part]');
    for (const [part, place] of Object.entries(places)) {
      assert.deepEqual(afterwards[part], place, part);
    }
  });

  it('shows nothing of what is masked', async () => {
    await arrives('/masked');
    assert.ok(!(await shown()).includes('길동'));
    release('comes');
    await sees('홍*동');
  });

  it('keeps a form that requires success from being sent', async () => {
    await arrives('/required');
    assert.equal(await page.$eval('form', (form) => form.checkValidity()), false);
  });

  it('says that the page is not whole where it does not come, to both who can mend it', async () => {
    await arrives('/');
    release('is missing');
    await sees('새로고침한 뒤 다시 시도해 주세요.');
    const [lost, line] = errors;
    assert.match(String(lost), /404/);
    assert.match(String(line), /Serve the folder motp-verify\/ of the build beside its script/);
    assert.equal(errors.length, 2);
    await Promise.all([page.waitForNavigation(), page.click('motp-verify >>> [part=reload]')]);
  });

  it('works where the page names the script with a version', async () => {
    await arrives('/versioned');
    release('comes');
    const field = await page.waitForSelector('motp-verify >>> input');
    await field?.type('000000');
    await field?.press('Enter');
    await sees('mOTP 번호가 일치하지 않습니다.');
    // The browser itself tells of every answer that is no success.
    assert.match(errors.join(), /^Failed to load resource: .*422/);
  });

  async function arrives(path: string): Promise<void> {
    await page.goto(new URL(path, site.url).href, {waitUntil: 'domcontentloaded'});
    await page.waitForSelector('motp-verify >>> input');
  }

  function shown(): Promise<string> {
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

  /** Where each part stands, and how large it is. */
  function placesOf(selector: string): Promise<Readonly<Record<string, readonly number[]>>> {
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
