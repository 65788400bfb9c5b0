/** The demo's worker is gone, so the host responds in its place; a message explains it (fault F30). */
import assert from 'node:assert/strict';
import {after, before, describe, it, type TestContext} from 'node:test';
import type {Page} from 'puppeteer-core';
import {serveBuiltDemo, type DemoServer} from '../../tools/preview.ts';
import {useBrowser} from '../harness/browsers.ts';
import {puppeteerPage} from '../harness/puppeteer-page.ts';
import {DemoPage} from './demo-page.ts';

const WORKER_GONE = '데모 서버(서비스 워커)';

describe('the demo without its worker', () => {
  const browser = useBrowser();
  let site: DemoServer;

  before(async () => {
    site = await serveBuiltDemo('/gone/');
  });

  after(() => site.close());

  const opens = async (path: string, test: TestContext): Promise<[DemoPage, Page]> => {
    const context = await browser().createBrowserContext();
    test.after(() => context.close());
    const page = await context.newPage();
    const trainee = await DemoPage.open(site.url + path, puppeteerPage(page));
    return [trainee, page];
  };

  it('shows a message after an attempt bypassed the worker, and works after a reload', async (test) => {
    const [trainee, page] = await opens('', test);
    await trainee.sees('mOTP 번호');
    await page.setBypassServiceWorker(true);
    await trainee.enters(await trainee.numberOnPhone());
    await trainee.sees(WORKER_GONE);
    await page.setBypassServiceWorker(false);
    await trainee.clicks('새로고침', '#demo-error button');
    await trainee.verifies();
    assert.equal(await page.$eval('#demo-error', ({textContent}) => textContent.trim()), '');
  });

  it('shows a message if the site’s server can’t be reached', async (test) => {
    const [trainee, page] = await opens('course.html', test);
    await trainee.clicks('수강하기');
    await trainee.verifies();
    await page.setBypassServiceWorker(true);
    await trainee.finishes('1차시');
    await trainee.sees(WORKER_GONE);
  });

  it('shows a message at once in a browser that bypasses the worker', async (test) => {
    const [trainee, page] = await opens('', test);
    await trainee.sees('mOTP 번호');
    await page.setBypassServiceWorker(true);
    await trainee.reloads();
    await trainee.sees(WORKER_GONE);
  });

  it('works after a reload with Shift, which bypasses the worker once', async (test) => {
    const [trainee, page] = await opens('', test);
    await trainee.sees('mOTP 번호');
    await page.reload({ignoreCache: true});
    await trainee.verifies();
    assert.equal(await page.$eval('#demo-error', ({textContent}) => textContent.trim()), '');
  });

  it('starts the worker again after it was unregistered', async (test) => {
    const [trainee, page] = await opens('', test);
    await trainee.sees('mOTP 번호');
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration?.unregister();
    });
    await trainee.reloads();
    await trainee.verifies();
  });

  it('shows no message while the worker is running, despite a server fault', async (test) => {
    const [trainee, page] = await opens('?fault=signed-out', test);
    await trainee.enters(await trainee.numberOnPhone());
    await trainee.sees('로그인이 만료되어 인증 결과를 확인하지 못했습니다.');
    await page.waitForNetworkIdle();
    assert.equal(await page.$eval('#demo-error', ({textContent}) => textContent.trim()), '');
  });
});
