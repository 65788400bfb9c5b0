/**
 * The whole story on the built demo, as a stranger plays it: static files under a sub-path, the
 * number read off the phone, typed with real keys.
 */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page} from 'puppeteer-core';
import {openBrowser, serveBuiltDemo, type Site} from '../../bin/browse.ts';
import {findEngine} from '../../bin/engines.ts';

describe('the built demo, under a sub-path', () => {
  let site: Site;

  before(async () => {
    site = await serveBuiltDemo('/some/where/motp/');
  });

  after(() => site.close());

  for (const engine of [findEngine('chromium'), findEngine('firefox')]) {
    if (!engine) continue;
    describe(`in ${engine.name}`, () => {
      let browser: Browser;

      before(async () => {
        browser = await openBrowser(engine);
      });

      after(() => browser.close());

      it('a trainee reads six digits off the phone and is verified', async () => {
        const page = await opened(browser, site.url);
        await enter(page, await shownByPhone(page));
        await says(page, 'mOTP인증이 완료되었습니다');
        await page.close();
      });

      it('five wrong numbers lock, over a reload too; phone verification unlocks', async () => {
        const page = await opened(browser, site.url);
        const wrong = await wrongNumber(page);
        for (const left of ['4회 더', '3회 더', '2회 더', '한 번 더']) {
          await enter(page, wrong);
          await says(page, `${left} 틀리면`);
        }
        await enter(page, wrong);
        await says(page, '인증이 제한되었습니다');
        await page.reload();
        await says(page, '인증이 제한되었습니다');

        const popup = browser.waitForTarget((target) => target.url().includes('identity.html'));
        await page.locator('motp-verify >>> [part=locked] a').click();
        const identity = await (await popup).page();
        assert(identity);
        await identity.locator('#succeed').click();
        await page.bringToFront();
        await says(page, '인증 제한이 해제되었습니다.');
        await enter(page, await shownByPhone(page));
        await says(page, 'mOTP인증이 완료되었습니다');
        await page.close();
      });

      it('shows the code field in every state on one page', async () => {
        const page = await browser.newPage();
        page.setDefaultTimeout(20_000);
        await page.goto(`${site.url}field.html`);
        await page.waitForSelector('motp-verify[endpoint$=never]:state(sending)');
        await page.waitForSelector('motp-verify[data-verify] input[aria-invalid=true]');
        await page.waitForSelector('motp-verify[disabled] >>> input:disabled');
        await page.close();
      });

      it('speaks English where the scene says so', async () => {
        const page = await opened(browser, `${site.url}?lang=en&occasion=exam`);
        await says(page, 'Identity check before the exam.');
        await page.close();
      });

      it('speaks any other language of the widget, in a page that is in English', async () => {
        const page = await opened(browser, `${site.url}?lang=vi&occasion=exam`);
        await says(page, 'Xác thực danh tính trước khi thi.');
        assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
        await page.close();
      });
    });
  }
});

async function opened(browser: Browser, url: string): Promise<Page> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(url);
  await says(page, '6');
  return page;
}

/** Types a number over whatever stands in the field, and presses Enter. */
async function enter(page: Page, number: string): Promise<void> {
  const field = await page.waitForSelector('motp-verify >>> input:not([readonly])');
  assert(field);
  await field.click({count: 3});
  await page.keyboard.type(number);
  await page.keyboard.press('Enter');
}

/** Waits until the widget says this. */
async function says(page: Page, text: string): Promise<void> {
  await page.waitForFunction(
    (part) =>
      document.querySelector('motp-verify')?.shadowRoot?.textContent?.includes(part) ?? false,
    {},
    text,
  );
}

/** The number on the phone; the endpoint takes it for 30 seconds after its step, too. */
async function shownByPhone(page: Page): Promise<string> {
  const output = await page.waitForSelector('demo-phone >>> output');
  const number = await output?.evaluate(({textContent}) => textContent);
  assert.match(number ?? '', /^\d{6}$/);
  return number ?? '';
}

/** A number that the phone doesn't show: digits of it are changed by one. */
async function wrongNumber(page: Page): Promise<string> {
  const right = await shownByPhone(page);
  return right.replace(/[0-9]/g, (digit) => String((Number(digit) + 1) % 10));
}
