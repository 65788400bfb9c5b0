/** What a JSP endpoint may be: a new one in JSON, or the one that was there all along. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {JspSite, codeOnPhone, SKIP_REASON, wrongCode} from './site.ts';

describe('the endpoint of a site of 2009', {skip: SKIP_REASON}, () => {
  const site = new JspSite();

  describe('a JSON endpoint as a JSP', () => {
    it('counts five wrong numbers and locks, over a reload; phone verification unlocks', async () => {
      const visit = await site.open('locked.jsp');
      const {page} = visit;
      const widget = visit.widget();
      const wrong = await wrongCode();
      for (const left of ['4회 더', '3회 더', '2회 더', '한 번 더']) {
        await widget.enters(wrong);
        await widget.sees(`${left} 틀리면`);
      }
      await widget.enters(wrong);
      await widget.sees('인증이 제한되었습니다');
      await page.reload();
      await widget.sees('인증이 제한되었습니다');
      const opened = page
        .browser()
        .waitForTarget((target) => target.url().includes('identity.jsp'));
      await page.locator('motp-verify >>> [part=locked] a').click();
      const popup = await (await opened).page();
      assert(popup);
      // Its return page calls a function of its opener, as NICE's and PASS's do, and closes itself.
      const closed = new Promise((resolve) => popup.once('close', resolve));
      await popup.locator('#succeed').click();
      await closed;
      await widget.sees('인증 제한이 해제되었습니다');
      await widget.enters(await codeOnPhone());
      await widget.reaches('verified');
      visit.expectNoMessages();
    });

    it('whose answer was lost is asked by key: nothing is counted twice', async () => {
      const visit = await site.open('locked.jsp');
      const {page} = visit;
      const widget = visit.widget();
      // The server counts, and the answer never arrives.
      const devtools = await page.createCDPSession();
      await devtools.send('Fetch.enable', {
        patterns: [{urlPattern: '*/motp/verify', requestStage: 'Response'}],
      });
      devtools.once('Fetch.requestPaused', ({requestId}) => {
        void devtools.send('Fetch.failRequest', {requestId, errorReason: 'ConnectionReset'});
      });
      // A page that is open already may still send past it.
      await page.reload();
      await widget.fillsIn(await wrongCode());
      // An answer to the post itself would never lead to this.
      const isAsked = page.waitForRequest((request) => request.url().includes('/attempts/'));
      await Promise.all([isAsked, page.keyboard.press('Enter')]);
      await widget.sees('4회 더 틀리면');
      assert.equal(visit.posts.length, 1);
    });

    it('that forgets its content type is understood: JSON as text/html, always 200', async () => {
      const visit = await site.open('escaping.jsp');
      const widget = visit.widget('#el');
      await widget.enters(await wrongCode());
      await widget.sees('4회 더 틀리면');
      await widget.enters(await codeOnPhone());
      await widget.reaches('verified');
      visit.expectNoMessages();
    });

    it('whose session has ended redirects to the login: signed out, and the number stays', async () => {
      const visit = await site.open('base.jsp');
      const widget = visit.widget();
      await widget.fillsIn('123456');
      await visit.opensInOtherTab(site.url('logout.jsp'));
      await visit.page.keyboard.press('Enter');
      await widget.reaches('signed-out');
      const link = await visit.page.waitForSelector('motp-verify >>> [part=sign-in]');
      assert.match(
        String(await link?.evaluate((a) => a.getAttribute('href'))),
        /\/lms\/login\.jsp$/,
      );
      const field = await visit.page.waitForSelector('motp-verify >>> input');
      assert.equal(await field?.evaluate((input) => input.value), '123456');
      visit.expectNoMessages();
    });
  });

  describe('an endpoint in EUC-KR that answers resultCode and always 200', () => {
    it('is mapped by attributes alone: the number goes under its own name', async () => {
      const visit = await site.open('form.jsp?stay=1');
      const widget = visit.widget();
      const wrong = await wrongCode();
      await widget.enters(wrong);
      await widget.sees('4회 더 틀리면');
      await widget.enters(await codeOnPhone());
      await widget.reaches('verified');
      const body = new URLSearchParams(visit.posts[0]?.body);
      assert.deepEqual(Object.fromEntries(body), {
        courseCd: 'A-2009',
        motpId: '',
        occasion: 'enrollment',
        motpNo: wrong,
      });
      visit.expectNoMessages();
    });

    it('fills the page’s hidden input and sends its form, onsubmit and all', async () => {
      const visit = await site.open('form.jsp');
      await visit.widget().enters(await codeOnPhone());
      await visit.sees('학습을 시작합니다.');
      visit.expectNoMessages();
    });

    it('answers an alert script once the session has ended: it is not run, the number stays', async () => {
      const visit = await site.open('form.jsp');
      const widget = visit.widget();
      await widget.fillsIn('123456');
      await visit.opensInOtherTab(site.url('logout.jsp'));
      await visit.page.keyboard.press('Enter');
      await widget.reaches('signed-out');
      await widget.sees('로그인이 끊겼습니다');
      visit.expectNoMessages();
    });

    it('refuses the same number twice, in its own words', async () => {
      const visit = await site.open('form.jsp?stay=1');
      const code = await codeOnPhone();
      await visit.widget().enters(code);
      await visit.widget().reaches('verified');
      await visit.page.reload();
      await visit.widget().enters(code);
      await visit.widget().sees('이미 사용한 번호입니다');
    });
  });

  describe('behind a CSRF filter as Spring’s', () => {
    for (const [where, path] of [
      ['the page’s meta tags', 'spring.jsp'],
      ['the form’s hidden field', 'spring.jsp?by=field'],
    ] as const) {
      it(`the token of ${where} goes along`, async () => {
        const visit = await site.open(path);
        await visit.widget().enters(await codeOnPhone());
        await visit.widget().reaches('verified');
        visit.expectNoMessages();
      });
    }

    it('a token that another tab has made old: the number stays, and nothing is counted', async () => {
      const visit = await site.open('spring.jsp');
      await visit.opensInOtherTab(site.url('spring.jsp'));
      await visit.widget().enters(await wrongCode());
      await visit.widget().reaches('signed-out');
      await visit.page.goto(site.url('locked.jsp'));
      await visit.widget().enters(await wrongCode());
      await visit.widget().sees('4회 더 틀리면');
    });
  });
});
