/** F30: the demo's worker is gone, so that the host answers in its place. It is named, and mended. */
import assert from 'node:assert/strict';
import {after, before, describe, it, type TestContext} from 'node:test';
import type {Page} from 'puppeteer-core';
import {serveBuiltDemo, type Site} from '../../tools/preview.ts';
import {useBrowser} from '../harness/browsers.ts';
import {puppeteerPage} from '../harness/puppeteer-page.ts';
import {DemoPage} from './demo-page.ts';

const NAMED = '시연 서버(서비스 워커)';

describe('the demo whose worker is gone', () => {
  const browser = useBrowser();
  let site: Site;

  before(async () => {
    site = await serveBuiltDemo('/gone/');
  });

  after(() => site.close());

  const opens = async (scene: string, test: TestContext): Promise<[DemoPage, Page]> => {
    const context = await browser().createBrowserContext();
    test.after(() => context.close());
    const page = await context.newPage();
    const trainee = await DemoPage.open(site.url + scene, puppeteerPage(page));
    return [trainee, page];
  };

  it('names it once a number went past it, and plays on after a reload', async (test) => {
    const [trainee, page] = await opens('', test);
    await trainee.sees('mOTP 번호');
    await page.setBypassServiceWorker(true);
    await trainee.enters(await trainee.numberOnPhone());
    await trainee.sees(NAMED);
    await page.setBypassServiceWorker(false);
    await trainee.clicks('새로고침', '#demo-error button');
    await trainee.verifies();
    assert.equal(await page.$eval('#demo-error', ({textContent}) => textContent.trim()), '');
  });

  it('names it where the site’s server could not be reached', async (test) => {
    const [trainee, page] = await opens('course.html', test);
    await trainee.clicks('수강하기');
    await trainee.verifies();
    await page.setBypassServiceWorker(true);
    await trainee.finishes('1차시');
    await trainee.sees(NAMED);
  });

  it('names it at once in a browser that was told to go past it', async (test) => {
    const [trainee, page] = await opens('', test);
    await trainee.sees('mOTP 번호');
    await page.setBypassServiceWorker(true);
    await trainee.reloads();
    await trainee.sees(NAMED);
  });

  it('plays on after a reload with Shift held, which goes past it once', async (test) => {
    const [trainee, page] = await opens('', test);
    await trainee.sees('mOTP 번호');
    await page.reload({ignoreCache: true});
    await trainee.verifies();
    assert.equal(await page.$eval('#demo-error', ({textContent}) => textContent.trim()), '');
  });

  it('begins it anew where it was unregistered', async (test) => {
    const [trainee, page] = await opens('', test);
    await trainee.sees('mOTP 번호');
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration?.unregister();
    });
    await trainee.reloads();
    await trainee.verifies();
  });

  it('says nothing of it while the worker is there, whatever the server’s mood', async (test) => {
    const [trainee, page] = await opens('?fault=signed-out', test);
    await trainee.enters(await trainee.numberOnPhone());
    await trainee.sees('로그인이 끊겼습니다');
    await page.waitForNetworkIdle();
    assert.equal(await page.$eval('#demo-error', ({textContent}) => textContent.trim()), '');
  });
});
