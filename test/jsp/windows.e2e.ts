/** Frames, layers, popups and the way back: pages of 2009 are seldom alone. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Page} from 'puppeteer-core';
import {JspSite, codeOnPhone, SKIP_REASON} from './site.ts';
import {JspPage} from './jsp-page.ts';

describe('a page of 2009 among others', {skip: SKIP_REASON}, () => {
  const site = new JspSite();

  it('a frameset and a layer in an iframe, with document.domain: the page around is told', async () => {
    const visit = await site.open('frameset.jsp');
    const layer = await visit.page.waitForFrame((frame) => frame.name() === 'motpLayer');
    await visit.widget('motp-verify', layer).enters(await codeOnPhone());
    const main = visit.page.frames().find((frame) => frame.name() === 'main');
    assert(main);
    await main.waitForFunction(() => document.body.innerText.includes('학습을 시작합니다.'));
    // What Chromium itself says of document.domain.
    const lines = visit.consoleLines.filter((line) => !line.startsWith('document.domain mutation'));
    assert.deepEqual(lines, []);
  });

  for (const [how, words] of [
    ['call', 'calls a function of its opener, as NICE and PASS do, and closes itself'],
    ['post', 'told to by attributes tells its opener, and is closed'],
  ] as const) {
    it(`a popup that ${words}`, async () => {
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

  it('the way back after success asks by key before it shows success again', async () => {
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

  it('to an endpoint without keys, shows no success and no number, and takes a new one', async () => {
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
