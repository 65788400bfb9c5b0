/** Pages of 2009 in frames, layers and popups, and after the Back button. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Page} from 'puppeteer-core';
import {JspSite, codeOnPhone, SKIP_REASON} from './site.ts';
import {JspPage} from './jsp-page.ts';

describe('a page of 2009 with other windows', {skip: SKIP_REASON}, () => {
  const site = new JspSite();

  it('notifies the page around a layer in an iframe, with a frameset and document.domain', async () => {
    const visit = await site.open('frameset.jsp');
    const layer = await visit.page.waitForFrame((frame) => frame.name() === 'motpLayer');
    await visit.widget('motp-verify', layer).enters(await codeOnPhone());
    const main = visit.page.frames().find((frame) => frame.name() === 'main');
    assert(main);
    await main.waitForFunction(() => document.body.innerText.includes('학습을 시작합니다.'));
    // Chromium logs the use of document.domain.
    const lines = visit.consoleLines.filter((line) => !line.startsWith('document.domain mutation'));
    assert.deepEqual(lines, []);
  });

  for (const [how, words] of [
    ['call', 'calls a function of its opener and closes itself, like NICE and PASS'],
    ['post', 'notifies its opener by attributes and is closed'],
  ] as const) {
    it(`as a popup ${words}`, async () => {
      const visit = await site.open('opener.jsp');
      const popup = await popupOf(visit.page, () => visit.page.click(`#${how}`));
      const inside = new JspPage(popup);
      const closed = new Promise((resolve) => popup.once('close', resolve));
      await inside.widget().enters(await codeOnPhone());
      await closed;
      await visit.sees('학습을 시작합니다.');
      visit.expectNoMessages();
      inside.expectNoMessages();
    });
  }

  it('looks success up by its key after the Back button', async () => {
    const visit = await site.open('euc-kr.jsp');
    const {page} = visit;
    await visit.widget().enters(await codeOnPhone());
    await visit.widget().sees('mOTP인증이 완료되었습니다');
    await page.goto(site.url('next.jsp'));
    const isAsking = page.waitForRequest((request) =>
      request.url().includes('/motp/verify/attempts/'),
    );
    await Promise.all([isAsking, page.goBack()]);
    await visit.widget().reaches('verified');
    visit.expectNoMessages();
  });

  it('shows no success and an empty field after the Back button, if the endpoint has no keys', async () => {
    const visit = await site.open('form.jsp');
    const {page} = visit;
    const used = await codeOnPhone();
    await visit.widget().enters(used);
    await visit.sees('학습을 시작합니다.');
    await page.goBack();
    const field = await visit.field();
    assert.equal(await field.evaluate((input) => input.value), '');
    await visit.widget().enters(used);
    await visit.widget().sees('이미 사용한 번호입니다');
    visit.expectNoMessages();
  });
});

async function popupOf(page: Page, open: () => Promise<void>): Promise<Page> {
  const opened = new Promise<Page>((resolve, reject) => {
    page.once('popup', (popup) => (popup ? resolve(popup) : reject(new Error('No popup.'))));
  });
  await open();
  return opened;
}
