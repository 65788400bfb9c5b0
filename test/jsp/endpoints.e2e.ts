/** JSP endpoints: a new one with JSON, and legacy ones. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {waitFor} from '../harness/page-driver.ts';
import {JspSite, codeOnPhone, SKIP_REASON, wrongCode} from './site.ts';

describe('an endpoint of a JSP site', {skip: SKIP_REASON}, () => {
  const site = new JspSite();

  describe('a JSON endpoint as a JSP', () => {
    it('locks after five wrong codes, also across a reload, and unlocks after phone verification', async () => {
      const jspPage = await site.open('locked.jsp');
      const {page} = jspPage;
      const widget = jspPage.widget();
      const wrong = await wrongCode();
      for (const left of ['남은 횟수 4회', '남은 횟수 3회', '남은 횟수 2회', '한 번 더 틀리면']) {
        await widget.enters(wrong);
        await widget.sees(left);
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
      // The return page calls a function of its opener and closes itself, like those of NICE and PASS.
      const closed = new Promise((resolve) => popup.once('close', resolve));
      await popup.locator('#succeed').click();
      await closed;
      await widget.sees('인증 제한이 해제되었습니다');
      await widget.enters(await codeOnPhone());
      await widget.reaches('verified');
      jspPage.expectNoMessages();
    });

    it('receives a lookup by key after a lost response, and counts nothing twice', async () => {
      const jspPage = await site.open('locked.jsp');
      const {page} = jspPage;
      const widget = jspPage.widget();
      // The server counts the attempt, and the response never arrives.
      const devtools = await page.createCDPSession();
      await devtools.send('Fetch.enable', {
        patterns: [{urlPattern: '*/motp/verify', requestStage: 'Response'}],
      });
      devtools.once('Fetch.requestPaused', ({requestId}) => {
        void devtools.send('Fetch.failRequest', {requestId, errorReason: 'ConnectionReset'});
      });
      // A page that is already open can still send to the old endpoint.
      await page.reload();
      await widget.fillsIn(await wrongCode());
      // Only a lookup leads to this notice.
      const isAsked = page.waitForRequest((request) => request.url().includes('/attempts/'));
      await Promise.all([isAsked, page.keyboard.press('Enter')]);
      await widget.sees('남은 횟수 4회');
      assert.equal(jspPage.posts.length, 1);
    });

    it('can send JSON as text/html with status 200', async () => {
      const jspPage = await site.open('escaping.jsp');
      const widget = jspPage.widget('#el');
      await widget.enters(await wrongCode());
      await widget.sees('남은 횟수 4회');
      await widget.enters(await codeOnPhone());
      await widget.reaches('verified');
      jspPage.expectNoMessages();
    });

    for (const [answer, path, selector, status, lines] of [
      ['answer session-required', 'base.jsp', 'motp-verify', 'signed-out', 0],
      // Whoever redirects may have decided before. The site's developer learns of both redirects.
      ['redirect to the login page', 'escaping.jsp', '#el', 'unknown', 2],
    ] as const) {
      it(`can ${answer}: the widget asks to sign in and keeps the code`, async () => {
        const jspPage = await site.open(path);
        const widget = jspPage.widget(selector);
        await widget.fillsIn('123456');
        await jspPage.signsOutInOtherTab(site.url('logout.jsp'));
        await jspPage.page.keyboard.press('Enter');
        await widget.reaches(status);
        const link = await jspPage.page.waitForSelector(`${selector} >>> [part=sign-in]`);
        assert.match(
          String(await link?.evaluate((a) => a.getAttribute('href'))),
          /\/lms\/login\.jsp$/,
        );
        const field = await jspPage.page.waitForSelector(`${selector} >>> input`);
        assert.equal(await field?.evaluate((input) => input.value), '123456');
        await waitFor(() => jspPage.consoleLines.length >= lines, 'the console lines');
        assert.equal(jspPage.consoleLines.length, lines);
      });
    }
  });

  describe('an EUC-KR endpoint with resultCode and status 200', () => {
    it('is configured by attributes alone, with its own name for the code', async () => {
      const jspPage = await site.open('form.jsp?stay=1');
      const widget = jspPage.widget();
      const wrong = await wrongCode();
      await widget.enters(wrong);
      await widget.sees('남은 횟수 4회');
      await widget.enters(await codeOnPhone());
      await widget.reaches('verified');
      const body = new URLSearchParams(jspPage.posts[0]?.body);
      const {_csrf = '', ...fields} = Object.fromEntries(body);
      assert.notEqual(_csrf, '');
      assert.deepEqual(fields, {
        courseCd: 'A-2009',
        motpId: '',
        occasion: 'enrollment',
        motpNo: wrong,
      });
      jspPage.expectNoMessages();
    });

    it('is followed by the page’s form, with its hidden input and onsubmit', async () => {
      const jspPage = await site.open('form.jsp');
      await jspPage.widget().enters(await codeOnPhone());
      await jspPage.sees('학습을 시작합니다.');
      jspPage.expectNoMessages();
    });

    it('can respond with an alert script, which does not run; the code stays', async () => {
      const jspPage = await site.open('form.jsp');
      const widget = jspPage.widget();
      await widget.fillsIn('123456');
      await jspPage.signsOutInOtherTab(site.url('logout.jsp'));
      await jspPage.page.keyboard.press('Enter');
      await widget.reaches('signed-out');
      await widget.sees('로그인이 만료되었습니다');
      assert.deepEqual(jspPage.alerts, []);
      // A chunk that is loaded on demand writes the line.
      const line = await waitFor(() => jspPage.consoleLines[0], 'a console line');
      assert.match(line, /^<motp-verify> endpoint answered 200 with HTML/);
    });

    it('rejects a used code with its own value', async () => {
      const jspPage = await site.open('form.jsp?stay=1');
      const code = await codeOnPhone();
      await jspPage.widget().enters(code);
      await jspPage.widget().reaches('verified');
      await jspPage.page.reload();
      await jspPage.widget().enters(code);
      await jspPage.widget().sees('이미 사용한 번호입니다');
    });
  });

  describe('behind a CSRF filter like Spring’s', () => {
    for (const [where, path] of [
      ['the page’s meta tags', 'spring.jsp'],
      ['the form’s hidden field', 'spring.jsp?by=field'],
    ] as const) {
      it(`the token of ${where} is sent`, async () => {
        const jspPage = await site.open(path);
        await jspPage.widget().enters(await codeOnPhone());
        await jspPage.widget().reaches('verified');
        jspPage.expectNoMessages();
      });
    }

    it('a token outdated by another tab keeps the code and counts nothing', async () => {
      const jspPage = await site.open('spring.jsp');
      await jspPage.opensInOtherTab(site.url('spring.jsp'));
      await jspPage.widget().enters(await wrongCode());
      await jspPage.widget().reaches('signed-out');
      await jspPage.page.goto(site.url('locked.jsp'));
      await jspPage.widget().enters(await wrongCode());
      await jspPage.widget().sees('남은 횟수 4회');
    });
  });
});
