/**
 * Every page of the demo in its main states, at 360 px, in light and dark. axe reports no violation,
 * and nothing overflows, even with text at 200%.
 */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import axe from 'axe-core';
import type {Page} from 'puppeteer-core';
import {serveBuiltDemo, type DemoServer} from '../../tools/preview.ts';
import {useBrowser} from '../harness/browsers.ts';
import {puppeteerPage} from '../harness/puppeteer-page.ts';
import {DemoPage} from './demo-page.ts';

/** A page in a certain state: its path, and the steps that lead to the state. */
interface PageState {
  readonly path: string;
  readonly prepare: (trainee: DemoPage, page: Page) => Promise<unknown>;
}

const LOADED = (_trainee: DemoPage, page: Page): Promise<unknown> =>
  page.waitForSelector('motp-verify >>> input');

const PAGE_STATES: Readonly<Record<string, PageState>> = {
  'the verification page': {path: '', prepare: LOADED},
  'the settings, expanded': {
    path: '',
    prepare: (_trainee, page) => page.click('demo-toolbar summary'),
  },
  'the verification page in English': {path: '?lang=en&occasion=exam', prepare: LOADED},
  'the verification page of a locked account': {
    path: '?trainee=locked',
    prepare: (trainee) => trainee.sees('인증이 제한되었습니다'),
  },
  'the verification page after two wrong codes': {
    path: '',
    async prepare(trainee) {
      const wrong = await trainee.wrongNumber();
      await trainee.enters(wrong);
      await trainee.sees('남은 횟수 4회');
      await trainee.enters(wrong);
      await trainee.sees('남은 횟수 3회');
    },
  },
  'the request log, expanded': {
    path: '',
    async prepare(trainee, page) {
      await trainee.enters(await trainee.numberOnPhone());
      await trainee.sees('mOTP 인증이 완료되었습니다');
      await page.click('motp-verify >>> dialog button');
      await page.$$eval('request-log details', (all) => all.forEach((one) => (one.open = true)));
    },
  },
  'the course page of a new trainee': {
    path: 'course.html',
    prepare: (trainee) => trainee.sees('수강하기'),
  },
  'the phone with the consent screen': {
    path: 'course.html?trainee=new',
    async prepare(trainee) {
      await trainee.touches('설치');
      await trainee.touches('mOTP');
      await trainee.seesOnPhone('개인정보 수집 동의를 눌러 주세요.');
    },
  },
  'the course at its first check': {
    path: 'course.html',
    async prepare(trainee) {
      await trainee.clicks('수강하기');
      await trainee.sees('최초 과정 입과 시 본인인증 절차입니다.');
    },
  },
  'a lesson of the course': {
    path: 'course.html',
    async prepare(trainee) {
      await trainee.clicks('수강하기');
      await trainee.verifies();
      await trainee.sees('학습 완료');
    },
  },
  'the course page with recorded checks': {
    path: 'course.html',
    async prepare(trainee) {
      await trainee.clicks('수강하기');
      await trainee.verifies();
      await trainee.finishes('1차시');
      await trainee.clicks('과정 화면으로');
      await trainee.sees('확인 번호');
    },
  },
  'the guide with every snippet expanded': {
    path: 'guide.html',
    async prepare(trainee, page) {
      await LOADED(trainee, page);
      await page.$$eval('.snippet', (all) => all.forEach((one) => one.setAttribute('open', '')));
    },
  },
  'the page with every state of the code field': {
    path: 'states.html',
    async prepare(_trainee, page) {
      await page.waitForSelector('html[data-started]');
      await page.waitForSelector('motp-verify input[aria-invalid=true]');
    },
  },
  'phone verification at the identity service': {
    path: 'identity.html?service=phone',
    prepare: (_trainee, page) => page.waitForSelector('#succeed'),
  },
  'failed i-PIN verification at the identity service': {
    path: 'identity.html?service=ipin',
    async prepare(_trainee, page) {
      await page.click('#fail');
      await page.waitForSelector('#outcome:not(:empty)');
    },
  },
  'the reset of a registration in English': {
    path: 'identity.html?service=re-registration&lang=en',
    prepare: (_trainee, page) => page.waitForSelector('#succeed'),
  },
  'the placeholder page': {
    path: 'placeholder.html',
    prepare: (_trainee, page) => page.waitForSelector('h1'),
  },
};

describe('at 360 px', () => {
  const browser = useBrowser();
  let site: DemoServer;

  before(async () => {
    site = await serveBuiltDemo('/accessible/');
  });

  after(() => site.close());

  for (const [name, {path, prepare}] of Object.entries(PAGE_STATES)) {
    for (const scheme of ['light', 'dark']) {
      it(`${name}, ${scheme}: has no axe violation and no overflow`, async (test) => {
        const context = await browser().createBrowserContext();
        test.after(() => context.close());
        const page = await context.newPage();
        await page.setViewport({width: 360, height: 800});
        await page.emulateMediaFeatures([{name: 'prefers-color-scheme', value: scheme}]);
        await page.goto(site.url + path);
        await page.waitForFunction(isStarted);
        await prepare(new DemoPage(puppeteerPage(page)), page);
        await page.evaluate(axe.source);
        const {violations} = await page.evaluate(() => axe.run());
        const failures = violations.flatMap(({id, nodes}) =>
          nodes.map(({target, failureSummary}) => `${id} ${target.join(' ')} ${failureSummary}`),
        );
        assert.deepEqual(failures, []);
        for (const text of ['100%', '200%']) {
          const width = await page.evaluate((size) => {
            document.documentElement.style.fontSize = size;
            return document.documentElement.scrollWidth;
          }, text);
          assert(width <= 360, `With text at ${text} the page is ${width} px wide.`);
        }
      });
    }
  }
});

/** Runs in the page: returns whether the demo has started. Until then, the page is there but hidden. */
function isStarted(): boolean {
  const hasServers = document.querySelector('demo-toolbar') !== null;
  return !hasServers || document.documentElement.dataset['started'] !== undefined;
}
