/** The widget in the page's own form: with the page's input, scripts and keys, or without script. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {JspSite, codeOnPhone, SKIP_REASON, wrongCode} from './site.ts';

describe('in a form of a JSP page', {skip: SKIP_REASON}, () => {
  const site = new JspSite();

  it('the slotted input is document.form1.motpNo and part of jQuery.serialize()', async () => {
    const jspPage = await site.open('slotted.jsp');
    const {page} = jspPage;
    await page.waitForSelector('motp-verify:state(ready)');
    await page.click('#send');
    await page.waitForFunction(() => Reflect.get(window, 'message') !== undefined);
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('name'));
    assert.equal(focused, 'motpNo', 'check() has put the focus there');
    await page.keyboard.type('123456');
    const read = await page.evaluate('[document.form1.motpNo.value, jQuery("form").serialize()]');
    const [value, serialized] = read as [string, string];
    assert.equal(value, '123456');
    assert.match(serialized, /^_csrf=[0-9a-f-]{36}&courseCd=A-2009&motpNo=123456$/);
    jspPage.expectNoMessages();
  });

  it('the widget uses the slotted input: Enter verifies and does not submit the form', async () => {
    const jspPage = await site.open('slotted.jsp');
    await jspPage.widget().enters(await codeOnPhone());
    await jspPage.widget().reaches('verified');
    assert.deepEqual(
      jspPage.posts.map(({summary}) => summary),
      ['POST /lms/motp/verify'],
    );
    jspPage.expectNoMessages();
  });

  it('without JavaScript the form sends the code and the server verifies it', async () => {
    const {page} = await site.open('slotted.jsp');
    await page.setJavaScriptEnabled(false);
    await page.reload();
    await page.type('input[name=motpNo]', await codeOnPhone());
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    const outcome = await page.$('#outcome');
    assert.equal(await outcome?.evaluate(({textContent}) => textContent), 'verified');
  });

  it('Enter in the code field never submits the page’s form; in other fields it does', async () => {
    const jspPage = await site.open('form.jsp');
    const {page} = jspPage;
    const submits = (): Promise<unknown> => page.evaluate(() => Reflect.get(window, 'submits'));
    await jspPage.widget().enters(await wrongCode());
    await jspPage.widget().sees('남은 횟수 4회');
    assert.equal(await submits(), 0);
    await page.focus('input[name=memo]');
    await page.keyboard.press('Enter');
    assert.equal(await submits(), 1);
  });

  it('with a Korean input method, composed letters are dropped and Enter submits nothing', async () => {
    const jspPage = await site.open('form.jsp');
    const {page} = jspPage;
    const widget = jspPage.widget();
    await widget.fillsIn('12');
    const devtools = await page.createCDPSession();
    await devtools.send('Input.imeSetComposition', {
      text: '하',
      selectionStart: 1,
      selectionEnd: 1,
    });
    // 229: the key belongs to the input method.
    const key = {key: 'Process', code: 'Enter', windowsVirtualKeyCode: 229};
    await devtools.send('Input.dispatchKeyEvent', {type: 'rawKeyDown', ...key});
    await devtools.send('Input.insertText', {text: '하'});
    await devtools.send('Input.dispatchKeyEvent', {type: 'keyUp', ...key});
    await page.keyboard.type('3456');
    const field = await jspPage.field();
    assert.equal(await field.evaluate((input) => input.value), '123456');
    assert.deepEqual(jspPage.posts, []);
    assert.equal(await page.evaluate(() => Reflect.get(window, 'submits')), 0);
  });

  it('an exam page that cancels paste, Ctrl and the context menu does not affect the field', async () => {
    const jspPage = await site.open('exam.jsp');
    const {page} = jspPage;
    const context = page.browserContext();
    await context.setPermission(new URL(page.url()).origin, {
      permission: {name: 'clipboard-write'},
      state: 'granted',
    });
    await page.evaluate(() => navigator.clipboard.writeText('인증번호 [123 456] 입니다'));
    const pasteInto = async (focus: () => Promise<void>): Promise<void> => {
      await focus();
      await page.keyboard.down('Control');
      await page.keyboard.press('KeyV', {commands: ['Paste']});
      await page.keyboard.up('Control');
    };
    await pasteInto(() => page.focus('#answer'));
    assert.equal(await page.$eval('textarea', ({value}) => value), '');
    for (const selector of ['#own', '#slotted']) {
      const field = await jspPage.field(selector);
      await pasteInto(() => field.focus());
      assert.equal(await field.evaluate((input) => input.value), '123456', selector);
      await page.keyboard.press('Backspace');
      assert.equal(await field.evaluate((input) => input.value), '12345', selector);
      const menu = await field.evaluate((input) => {
        const event = new MouseEvent('contextmenu', {
          bubbles: true,
          cancelable: true,
          composed: true,
        });
        return input.dispatchEvent(event);
      });
      assert(menu, `${selector} has its context menu`);
    }
  });

  it('a name with quotes, <, & and ${} is unchanged, with EL and with c:out', async () => {
    const jspPage = await site.open('escaping.jsp?name=hard');
    for (const selector of ['#el', '#out']) {
      const name = await jspPage.page.$eval(selector, (widget) =>
        widget.getAttribute('trainee-name'),
      );
      assert.equal(name, `"홍'길동"<b onclick="bad()">&amp;\${1+1}</b>`);
      await jspPage.widget(selector).sees(`"홍'길동"<b`);
      assert.equal(await jspPage.page.$(`${selector} b`), null);
    }
    jspPage.expectNoMessages();
  });

  it('a name outside EUC-KR’s 2,350 syllables causes a warning; windows-949 keeps it', async () => {
    const damaged = await site.open('escaping.jsp');
    assert.equal(
      await damaged.page.$eval('#el', (widget) => widget.getAttribute('trainee-name')),
      '?방각하',
    );
    await damaged.page.waitForSelector('#el >>> [part=identity-warnings]');
    const whole = await site.open('escaping.jsp?charset=windows-949');
    await whole.widget('#el').sees('똠방각하');
    assert.equal(await whole.page.$('#el >>> [part=identity-warnings]'), null);
  });
});
