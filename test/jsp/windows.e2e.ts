/** Pages of 2009 in frames, layers and popups, and after the Back button. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Page} from 'puppeteer-core';
import {JspSite, codeOnPhone, SKIP_REASON} from './site.ts';
import {JspPage} from './jsp-page.ts';

describe('a page of 2009 with other windows', {skip: SKIP_REASON}, () => {
  const site = new JspSite();

  it('notifies the page around a layer in an iframe, with a frameset and document.domain', async () => {
    const jspPage = await site.open('frameset.jsp');
    const layer = await jspPage.page.waitForFrame((frame) => frame.name() === 'motpLayer');
    await jspPage.widget('motp-verify', layer).enters(await codeOnPhone());
    const main = jspPage.page.frames().find((frame) => frame.name() === 'main');
    assert(main);
    await main.waitForFunction(() => document.body.innerText.includes('학습을 시작합니다.'));
    // Chromium logs the use of document.domain.
    const lines = jspPage.consoleLines.filter(
      (line) => !line.startsWith('document.domain mutation'),
    );
    assert.deepEqual(lines, []);
  });

  for (const [how, words] of [
    ['call', 'calls a function of its opener and closes itself, like NICE and PASS'],
    ['post', 'notifies its opener by attributes and is closed'],
  ] as const) {
    it(`as a popup ${words}`, async () => {
      const jspPage = await site.open('opener.jsp');
      const popup = await popupOf(jspPage.page, () => jspPage.page.click(`#${how}`));
      const inside = new JspPage(popup);
      const closed = new Promise((resolve) => popup.once('close', resolve));
      const entered = inside.widget().enters(await codeOnPhone());
      // The popup can be closed before Chromium has answered for the last key.
      await Promise.all([closed, entered.catch(ignoreClosed)]);
      await jspPage.sees('학습을 시작합니다.');
      jspPage.expectNoMessages();
      inside.expectNoMessages();
    });
  }

  it('looks success up by its key after the Back button', async () => {
    const jspPage = await site.open('euc-kr.jsp');
    const {page} = jspPage;
    await jspPage.widget().enters(await codeOnPhone());
    await jspPage.widget().sees('mOTP 인증이 완료되었습니다');
    await page.goto(site.url('next.jsp'));
    const isAsking = page.waitForRequest((request) =>
      request.url().includes('/motp/verify/attempts/'),
    );
    await Promise.all([isAsking, page.goBack()]);
    await jspPage.widget().reaches('verified');
    jspPage.expectNoMessages();
  });

  it('shows no success and an empty field after the Back button, if the endpoint has no keys', async () => {
    const jspPage = await site.open('form.jsp');
    const {page} = jspPage;
    const used = await codeOnPhone();
    await jspPage.widget().enters(used);
    await jspPage.sees('학습을 시작합니다.');
    await page.goBack();
    const field = await jspPage.field();
    assert.equal(await field.evaluate((input) => input.value), '');
    await jspPage.widget().enters(used);
    await jspPage.widget().sees('이미 사용한 번호입니다');
    jspPage.expectNoMessages();
  });
});

async function popupOf(page: Page, open: () => Promise<void>): Promise<Page> {
  const opened = new Promise<Page>((resolve, reject) => {
    page.once('popup', (popup) => (popup ? resolve(popup) : reject(new Error('No popup.'))));
  });
  await open();
  return opened;
}

/** @throws any other error than that the page was closed */
function ignoreClosed(error: unknown): void {
  if (!(error instanceof Error && error.name === 'TargetCloseError')) throw error;
}
