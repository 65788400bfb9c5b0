/** The demo whose worker the browser has ended, so that an index page answers for the endpoint (F30). */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'puppeteer-core';
import {openBrowser, serveBuiltDemo, type Site} from '../../bin/browse.ts';
import {findEngine} from '../../bin/engines.ts';
import {Actor} from './actor.ts';

describe('the demo whose worker is gone (F30)', () => {
  let site: Site;
  let browser: Browser;

  before(async () => {
    site = await serveBuiltDemo('/gone/');
    const engine = findEngine('chromium');
    assert(engine);
    browser = await openBrowser(engine);
  });

  after(async () => {
    await browser.close();
    await site.close();
  });

  it('says so by name, and verifies after the reload that it offers', async () => {
    const trainee = await Actor.opens(browser, site.url);
    const {page} = trainee;
    await trainee.sees('mOTP 번호 (숫자 6자리)');
    // As browsers do for whoever clears a site's data while its page is open.
    const devtools = await page.createCDPSession();
    const {origin} = new URL(page.url());
    await devtools.send('Storage.clearDataForOrigin', {origin, storageTypes: 'service_workers'});
    await page.locator('motp-verify >>> input').fill('123456');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() =>
      document.querySelector('#trouble')?.textContent.includes('서비스 워커'),
    );
    await Promise.all([
      // What was sent before the reload is asked for first; nobody knows of it.
      page.waitForResponse(
        (response) => response.url().includes('/attempts/') && response.fromServiceWorker(),
      ),
      page.waitForNavigation(),
      trainee.presses('새로고침', '#trouble button'),
    ]);
    await trainee.verifies();
    await trainee.leaves();
  });

  it('says nothing of it where the demo’s own server is in a bad mood', async () => {
    const trainee = await Actor.opens(browser, `${site.url}?mood=signed-out`);
    await trainee.sees('mOTP 번호 (숫자 6자리)');
    await trainee.page.locator('motp-verify >>> input').fill('123456');
    await trainee.page.keyboard.press('Enter');
    await trainee.sees('로그인이 끊겼습니다.');
    // The stage has asked its own server, and been answered, by the time that this is.
    await trainee.page.evaluate(() => fetch('api/site/course'));
    const trouble = await trainee.page.$eval('#trouble', ({textContent}) => textContent);
    assert.equal(trouble, '');
    await trainee.leaves();
  });
});
