/** Without an endpoint: the page's form sends the code, and the server renders the outcome. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {JspSite, codeOnPhone, SKIP_REASON, wrongCode} from './site.ts';
import type {JspPage} from './jsp-page.ts';

/** Returns the codes that the whole page has posted. */
function pagePosts({requests}: JspPage): readonly (string | null)[] {
  return requests
    .filter(({summary, type}) => type === 'document' && summary === 'POST /lms/full-page.jsp')
    .map(({body}) => new URLSearchParams(body).get('motpNo'));
}

describe('a page with a full-page POST', {skip: SKIP_REASON}, () => {
  const site = new JspSite();

  it('sends the code under the widget’s name on Enter', async () => {
    const jspPage = await site.open('full-page.jsp');
    const code = await codeOnPhone();
    await jspPage.widget().enters(code);
    await jspPage.sees('학습을 시작합니다.');
    assert.deepEqual(pagePosts(jspPage), [code]);
    assert.deepEqual(jspPage.posts, []);
    jspPage.expectNoMessages();
  });

  it('shows the outcome and the failures that the server rendered, up to the lock', async () => {
    const jspPage = await site.open('full-page.jsp');
    const wrong = await wrongCode();
    for (const left of ['남은 횟수 4회', '남은 횟수 3회', '남은 횟수 2회', '남은 횟수 1회']) {
      await jspPage.widget().enters(wrong);
      await jspPage.widget().sees(left);
    }
    await jspPage.widget().enters(wrong);
    await jspPage.widget().sees('인증이 제한되었습니다');
    assert.equal(pagePosts(jspPage).length, 5);
    jspPage.expectNoMessages();
  });

  it('is not sent by its own button without six digits, and the field shows why', async () => {
    const jspPage = await site.open('full-page.jsp');
    await jspPage.widget().fillsIn('123');
    await jspPage.page.click('input[type=submit]');
    await jspPage.widget().sees('현재 3자리가 입력되었습니다.');
    assert.deepEqual(pagePosts(jspPage), []);
    await jspPage.widget().fillsIn(await codeOnPhone());
    await jspPage.page.click('input[type=submit]');
    await jspPage.sees('학습을 시작합니다.');
  });

  it('cannot be sent twice during the request', async () => {
    const jspPage = await site.open('full-page.jsp');
    await jspPage.widget().fillsIn(await wrongCode());
    const isKept = await jspPage.page.evaluate(() => {
      const kept: boolean[] = [];
      window.addEventListener('submit', (event) => kept.push(event.defaultPrevented));
      const button = document.querySelector<HTMLInputElement>('input[type=submit]');
      button?.click();
      button?.click();
      return kept;
    });
    assert.deepEqual(isKept, [false, true]);
    await jspPage.widget().sees('남은 횟수 4회');
  });

  it('shows the new state that the server renders after an unlock elsewhere', async () => {
    const jspPage = await site.open('full-page.jsp');
    for (const left of [
      '남은 횟수 4회',
      '남은 횟수 3회',
      '남은 횟수 2회',
      '남은 횟수 1회',
      '제한되었습니다',
    ]) {
      await jspPage.widget().enters(await wrongCode());
      await jspPage.widget().sees(left);
    }
    const identity = await jspPage.page.browserContext().newPage();
    await identity.goto(site.url('identity.jsp'));
    await identity.click('#succeed');
    await jspPage.page.bringToFront();
    await jspPage.page.locator('motp-verify >>> [part=recheck]').click();
    await jspPage.widget().enters(await codeOnPhone());
    await jspPage.sees('학습을 시작합니다.');
  });

  it('logs an unknown rendered outcome', async () => {
    const jspPage = await site.open('full-page.jsp');
    await jspPage.page.$eval('motp-verify', (widget) => widget.setAttribute('outcome', 'E101'));
    await jspPage.widget().sees('(코드: outcome)');
    assert.match(
      jspPage.consoleLines.join(),
      /^<motp-verify> outcome is "E101"\. Use one of ready, /,
    );
  });

  it('logs a missing name', async () => {
    const jspPage = await site.open('full-page.jsp');
    await jspPage.page.$eval('motp-verify', (widget) => widget.removeAttribute('name'));
    await jspPage.widget().sees('(코드: name)');
    assert.match(jspPage.consoleLines.join(), /^<motp-verify> name is missing\. Add name=/);
  });
});
