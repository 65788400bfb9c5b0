/**
 * Every page of the demo in its main states, narrow, light and dark: axe finds nothing, and nothing is
 * cut off, with text twice as large either.
 */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import axe from 'axe-core';
import type {Page} from 'puppeteer-core';
import {serveBuiltDemo, type Site} from '../../tools/preview.ts';
import {useBrowser} from '../harness/browsers.ts';
import {puppeteerPage} from '../harness/puppeteer-page.ts';
import {DemoPage} from './demo-page.ts';

/** A page in a state: its address, and how a trainee comes to it. */
interface PageState {
  readonly path: string;
  readonly prepare: (trainee: DemoPage, page: Page) => Promise<unknown>;
}

const LOADED = (_trainee: DemoPage, page: Page): Promise<unknown> =>
  page.waitForSelector('motp-verify >>> input');

const PAGE_STATES: Readonly<Record<string, PageState>> = {
  'the check alone': {path: '', prepare: LOADED},
  'the switches of the scene, unfolded': {
    path: '',
    prepare: (_trainee, page) => page.click('demo-toolbar summary'),
  },
  'the check, in English': {path: '?lang=en&occasion=exam', prepare: LOADED},
  'the check, locked': {
    path: '?trainee=locked',
    prepare: (trainee) => trainee.sees('인증이 제한되었습니다'),
  },
  'the check after two wrong numbers': {
    path: '',
    async prepare(trainee) {
      const wrong = await trainee.wrongNumber();
      await trainee.enters(wrong);
      await trainee.sees('4회 더');
      await trainee.enters(wrong);
      await trainee.sees('3회 더');
    },
  },
  'the log, unfolded': {
    path: '',
    async prepare(trainee, page) {
      await trainee.enters(await trainee.numberOnPhone());
      await trainee.sees('mOTP인증이 완료되었습니다');
      await page.click('motp-verify >>> dialog button');
      await page.$$eval('request-log details', (all) => all.forEach((one) => (one.open = true)));
    },
  },
  'the course before it begins': {
    path: 'course.html',
    prepare: (trainee) => trainee.sees('수강하기'),
  },
  'the phone, where the app asks for consent': {
    path: 'course.html?trainee=new',
    async prepare(trainee) {
      await trainee.touches('설치');
      await trainee.touches('mOTP');
      await trainee.seesOnPhone('개인정보 수집 동의를 눌러주세요.');
    },
  },
  'the course, at its first check': {
    path: 'course.html',
    async prepare(trainee) {
      await trainee.clicks('수강하기');
      await trainee.sees('최초 과정 입과 시 본인인증 절차입니다.');
    },
  },
  'the course, in a lesson': {
    path: 'course.html',
    async prepare(trainee) {
      await trainee.clicks('수강하기');
      await trainee.verifies();
      await trainee.sees('학습 완료');
    },
  },
  'the course under way, with its record': {
    path: 'course.html',
    async prepare(trainee) {
      await trainee.clicks('수강하기');
      await trainee.verifies();
      await trainee.finishes('1차시');
      await trainee.clicks('과정 화면으로');
      await trainee.sees('확인 번호');
    },
  },
  'the guide, every snippet unfolded': {
    path: 'guide.html',
    async prepare(trainee, page) {
      await LOADED(trainee, page);
      await page.$$eval('.snippet', (all) => all.forEach((one) => one.setAttribute('open', '')));
    },
  },
  'the code field in every state': {
    path: 'states.html',
    prepare: (_trainee, page) => page.waitForSelector('motp-verify input[aria-invalid=true]'),
  },
  'the identity service, by phone': {
    path: 'identity.html?service=phone',
    prepare: (_trainee, page) => page.waitForSelector('#succeed'),
  },
  'the identity service, by i-PIN, failed': {
    path: 'identity.html?service=ipin',
    async prepare(_trainee, page) {
      await page.click('#fail');
      await page.waitForSelector('#outcome:not(:empty)');
    },
  },
  'the reset, in English': {
    path: 'identity.html?service=re-registration&lang=en',
    prepare: (_trainee, page) => page.waitForSelector('#succeed'),
  },
  'a page of the institute': {
    path: 'placeholder.html',
    prepare: (_trainee, page) => page.waitForSelector('h1'),
  },
};

describe('at 360 px', () => {
  const browser = useBrowser();
  let site: Site;

  before(async () => {
    site = await serveBuiltDemo('/accessible/');
  });

  after(() => site.close());

  for (const [name, {path, prepare}] of Object.entries(PAGE_STATES)) {
    for (const scheme of ['light', 'dark']) {
      it(`${name}, ${scheme}: axe finds nothing, and nothing is cut off`, async (test) => {
        const context = await browser().createBrowserContext();
        test.after(() => context.close());
        const page = await context.newPage();
        await page.setViewport({width: 360, height: 800});
        await page.emulateMediaFeatures([{name: 'prefers-color-scheme', value: scheme}]);
        await page.goto(site.url + path);
        await prepare(new DemoPage(puppeteerPage(page)), page);
        await page.evaluate(axe.source);
        const {violations} = await page.evaluate(() => axe.run());
        const told = violations.flatMap(({id, nodes}) =>
          nodes.map(({target, failureSummary}) => `${id} ${target.join(' ')} ${failureSummary}`),
        );
        assert.deepEqual(told, []);
        for (const text of ['100%', '200%']) {
          const width = await page.evaluate((size) => {
            document.documentElement.style.fontSize = size;
            return document.documentElement.scrollWidth;
          }, text);
          assert(width <= 360, `With text of ${text} it is ${width} px wide.`);
        }
      });
    }
  }
});
