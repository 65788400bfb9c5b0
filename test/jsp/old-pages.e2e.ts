/** Pages in the style of 2009, served by Tomcat, each with the widget. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {JspPage} from './jsp-page.ts';
import {JspSite, codeOnPhone, SKIP_REASON} from './site.ts';

/** Measures the code field of a widget with one digit in it. */
async function measure(jspPage: JspPage, selector: string) {
  await jspPage.widget(selector).fillsIn('1');
  const field = await jspPage.field(selector);
  return field.evaluate((input) => {
    const {fontSize, letterSpacing} = getComputedStyle(input);
    return {height: input.getBoundingClientRect().height, fontSize, letterSpacing};
  });
}

describe('a page of 2009', {skip: SKIP_REASON}, () => {
  const site = new JspSite();

  for (const [script, path] of [
    ['the classic script', 'euc-kr.jsp'],
    // A module is read as UTF-8, whatever the charset of its page.
    ['the module script', 'module.jsp'],
  ] as const) {
    it(`in EUC-KR without a doctype shows Korean and verifies a trainee, with ${script}`, async () => {
      const jspPage = await site.open(path);
      const page = await jspPage.page.evaluate(() => [document.characterSet, document.compatMode]);
      assert.deepEqual(page, ['EUC-KR', 'BackCompat']);
      const widget = jspPage.widget();
      await widget.sees('mOTP 번호 (숫자 6자리)');
      await widget.sees('홍길동');
      await widget.enters(await codeOnPhone());
      await widget.sees('mOTP 인증이 완료되었습니다');
      jspPage.expectNoMessages();
    });
  }

  it('shows the illustrations of the built widget', async () => {
    const {page} = await site.open('euc-kr.jsp');
    for (const shape of ['.phone .glass', '.phone text']) {
      const drawn = await page.waitForSelector(`motp-verify >>> ${shape}`);
      assert(await drawn?.evaluate((element) => element.getBoundingClientRect().width > 0), shape);
    }
  });

  it('gets the classic script in ASCII', async () => {
    const script = await fetch(site.url('motp/motp-verify.classic.js'));
    assert.equal(script.headers.get('Content-Type'), 'text/javascript');
    assert((await script.bytes()).every((byte) => byte < 0x80));
  });

  it('in XHTML 1.0 Transitional for IE 7 runs the module script in a table cell', async () => {
    const jspPage = await site.open('xhtml.jsp');
    assert.equal(await jspPage.page.evaluate(() => document.contentType), 'text/html');
    const widget = jspPage.widget();
    await widget.sees('9차시');
    await widget.enters(await codeOnPhone());
    await widget.reaches('verified');
    await jspPage.sees('표의 다음 줄');
    jspPage.expectNoMessages();
  });

  it('with a self-closing tag puts the rest into the widget; a table moves the tag out', async () => {
    const {page} = await site.open('unclosed.jsp');
    await page.waitForSelector('#unclosed:defined');
    const isShown = (selector: string): Promise<boolean> =>
      page.$eval(selector, (element) => element.checkVisibility());
    assert.equal(await isShown('#lost'), false);
    assert.equal(await page.$eval('#in-table', (element) => element.closest('table')), null);
  });

  it('works with prototype.js, jQuery and a script served as EUC-KR', async () => {
    const jspPage = await site.open('libraries.jsp');
    await jspPage.widget().sees('mOTP 번호 (숫자 6자리)');
    const code = await codeOnPhone();
    await jspPage.widget().enters(code);
    await jspPage.widget().reaches('verified');
    const [post] = jspPage.posts;
    assert.deepEqual(JSON.parse(post?.body ?? ''), {v: 1, code, occasion: 'enrollment'});
    const received = await jspPage.page.evaluate(() => Reflect.get(window, 'received') as unknown);
    assert.deepEqual(received, ['prototype string', 'jQuery string']);
    jspPage.expectNoMessages();
  });

  it('with a style reset keeps the height, size and letters of both fields', async () => {
    const withoutReset = await measure(await site.open('euc-kr.jsp'), 'motp-verify');
    const jspPage = await site.open('resets.jsp');
    for (const selector of ['#own', '#slotted']) {
      assert.deepEqual(await measure(jspPage, selector), withoutReset, selector);
    }
    const button = await jspPage.page.waitForSelector('#own >>> [part=submit]');
    const styles = await button?.evaluate((element) => {
      const {fontFamily, fontSize, letterSpacing} = getComputedStyle(element);
      return {fontFamily, fontSize, letterSpacing};
    });
    // The page's own is 12px.
    assert(Number.parseFloat(styles?.fontSize ?? '') >= 19);
    assert.equal(styles?.letterSpacing, 'normal');
    assert.doesNotMatch(styles?.fontFamily ?? '', /굴림/);
  });

  it('with two independent widgets sends both receipts in the form', async () => {
    const jspPage = await site.open('resets.jsp');
    const [first, second] = [jspPage.widget('#own'), jspPage.widget('#slotted')];
    await first.enters(await codeOnPhone());
    await first.reaches('verified');
    await jspPage.page.keyboard.press('Escape');
    await second.reaches('ready');
    await second.enters(await codeOnPhone());
    await second.sees('이미 사용한 번호입니다');
    const sent = await jspPage.page.evaluate(() => {
      const [form] = document.forms;
      return form ? [...new FormData(form).keys()] : [];
    });
    assert.deepEqual(sent, ['_csrf', 'ownId', 'motpNo']);
    jspPage.expectNoMessages();
  });

  it('with base href and ;jsessionid verifies a trainee without cookies', async () => {
    const jspPage = await site.open('base.jsp');
    const {page} = jspPage;
    const context = page.browserContext();
    const session = (await context.cookies()).find(({name}) => name === 'JSESSIONID')?.value;
    await context.deleteCookie(...(await context.cookies()));
    await page.goto(site.url(`base.jsp;jsessionid=${session}`));
    await jspPage.widget().enters(await codeOnPhone());
    await jspPage.widget().reaches('verified');
    assert.deepEqual(
      jspPage.posts.map(({summary}) => summary),
      [`POST /lms/motp/verify;jsessionid=${session}`],
    );
    jspPage.expectNoMessages();
  });

  it('with base href resolves a relative endpoint against it', async () => {
    const jspPage = await site.open('base.jsp');
    await jspPage.page.$eval('motp-verify', (widget) => {
      widget.setAttribute('endpoint', 'motp/verify');
    });
    await jspPage.widget().enters(await codeOnPhone());
    await jspPage.widget().reaches('checking');
    assert.equal(jspPage.posts[0]?.summary, 'POST /lms/resources/motp/verify');
  });

  it('whose web.xml denies OPTIONS, HEAD, PUT and DELETE gets only GET and POST requests', async () => {
    const denied = await fetch(site.url('login.jsp'), {method: 'OPTIONS'});
    assert.equal(denied.status, 403);
    const jspPage = await site.open('locked.jsp');
    await jspPage.widget().enters(await codeOnPhone());
    await jspPage.widget().reaches('verified');
    const methods = new Set(jspPage.requests.map(({summary}) => summary.split(' ')[0]));
    assert.deepEqual(methods, new Set(['GET', 'POST']));
  });

  it('that loads the layer with its script twice by jQuery.load() has one working widget', async () => {
    const jspPage = await site.open('load.jsp');
    const {page} = jspPage;
    await jspPage.widget().reaches('ready');
    await page.click('input[type=button]');
    await page.waitForFunction(() => Reflect.get(window, 'layers') === 2);
    await jspPage.widget().enters(await codeOnPhone());
    await jspPage.widget().reaches('verified');
    assert.equal((await page.$$('motp-verify')).length, 1);
    // jQuery evaluates the script's text, which has no address to load the pictures from.
    assert.equal(jspPage.consoleLines.length, 1);
    assert.match(jspPage.consoleLines.join(), /^<motp-verify> shows Korean and no pictures/);
  });
});
