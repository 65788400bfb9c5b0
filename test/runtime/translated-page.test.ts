/** A page that a browser's translator has changed: it replaces text nodes by elements of its own. */
import {expect} from '@open-wc/testing';
import {system} from '../harness/system.ts';
import {WidgetFixture} from '../harness/widget-fixture.ts';

/** Replaces each text of the widget as Chromium's translator does. */
function translate({shadowRoot}: HTMLElement): void {
  if (!shadowRoot) throw new Error('not drawn');
  const walker = document.createTreeWalker(shadowRoot, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    if (text.data.trim() === '' || text.parentElement?.closest('style, font')) continue;
    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
    inner.textContent = 'translated';
    outer.append(inner);
    text.replaceWith(outer);
  }
}

describe('a translated page', () => {
  let trainee: WidgetFixture;
  const textOf = (selector: string): string =>
    trainee.widget.shadowRoot?.querySelector(selector)?.textContent?.trim() ?? '';

  beforeEach(async () => {
    trainee = await WidgetFixture.open();
  });

  it('shows each new message, and none of the translated ones before', async () => {
    await trainee.clicksField();
    await trainee.presses('Enter');
    await trainee.sees('mOTP 번호를 입력하지 않았습니다.');
    translate(trainee.widget);
    expect(textOf('#notice')).to.equal('translated');
    await trainee.enters('1234');
    await trainee.sees('4자리');
    expect(textOf('#notice')).to.not.include('translated');
    translate(trainee.widget);
    await trainee.enters(await system.wrongCode());
    await trainee.sees('남은 횟수 4회');
    expect(textOf('#notice')).to.not.include('translated');
  });

  it('keeps a translated message while it is the same', async () => {
    await trainee.clicksField();
    await trainee.presses('Enter');
    await trainee.sees('mOTP 번호를 입력하지 않았습니다.');
    translate(trainee.widget);
    trainee.widget.requestUpdate();
    await trainee.widget.updateComplete;
    expect(textOf('#notice')).to.equal('translated');
  });

  it('shows the progress, the count of failures and the reason of a lock', async () => {
    translate(trainee.widget);
    const release = system.holdResponses();
    await trainee.enters(await system.wrongCode());
    await trainee.sees('인증하고 있습니다.');
    translate(trainee.widget);
    release();
    await trainee.sees('남은 횟수 4회');
    expect(textOf('[part=progress]')).to.equal('');
    translate(trainee.widget);
    system.reset({failures: 4});
    await trainee.enters(await system.wrongCode());
    await trainee.reaches('locked');
    expect(textOf('[part=locked] [role=heading]')).to.equal('인증이 제한되었습니다');
    translate(trainee.widget);
    await trainee.clicksPart('[part=recheck]');
    await trainee.until(
      () => textOf('[part=locked]').includes('아직 해제되지 않았습니다'),
      'the new reason is drawn',
    );
  });

  it('announces a message once', async () => {
    await trainee.clicksField();
    await trainee.presses('Enter');
    await trainee.sees('mOTP 번호를 입력하지 않았습니다.');
    translate(trainee.widget);
    const lines: (string | null)[] = [];
    const observer = new MutationObserver((records) =>
      records.forEach(({addedNodes}) => addedNodes.forEach((node) => lines.push(node.textContent))),
    );
    observer.observe(trainee.announcement, {childList: true});
    await trainee.enters(await system.wrongCode());
    await trainee.until(() => lines.length > 0, 'it is announced');
    observer.disconnect();
    expect(lines).to.have.length(1);
    expect(lines[0]).to.include('남은 횟수 4회');
  });
});
