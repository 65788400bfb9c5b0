/** The built demo once its server is gone: everything that was loaded once still plays. */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'puppeteer-core';
import {openBrowser, serveBuiltDemo} from '../../bin/browse.ts';
import {findEngine} from '../../bin/engines.ts';
import {Actor} from './actor.ts';

describe('the demo after its first load', () => {
  let browser: Browser;

  before(async () => {
    const engine = findEngine('chromium');
    assert(engine);
    browser = await openBrowser(engine);
  });

  after(() => browser.close());

  it('plays on without its server: the check, and a page that was never opened', async () => {
    const site = await serveBuiltDemo('/offline/');
    const trainee = await Actor.opens(browser, site.url);
    // The widget comes after the worker, which comes after all files are kept.
    await trainee.sees('mOTP 번호 (숫자 6자리)');
    await site.close();
    await trainee.reloads();
    await trainee.verifies();
    await trainee.page.goto(`${site.url}course.html`);
    await trainee.presses('수강하기');
    await trainee.sees('최초 과정 입과 시 본인인증 절차입니다.');
    await trainee.leaves();
  });
});
