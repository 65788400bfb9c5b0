/** The message of an outcome: above the field, and in sight together with it. */
import {expect, html} from '@open-wc/testing';
import {system} from '../harness/system.ts';
import {WidgetFixture} from '../harness/widget-fixture.ts';

/** Opens a page with room to scroll around the widget. */
async function openInLongPage(): Promise<WidgetFixture> {
  return WidgetFixture.open(html`
    <div style="padding-block: 1500px">
      <motp-verify
        endpoint="/api/motp"
        trainee-name="홍길동"
        trainee-phone="01012345678"
        phone-identity-url="/phone-identity"
        occasion="lesson"
        completion="inline"
      ></motp-verify>
    </div>
  `);
}

function find({widget}: WidgetFixture, selector: string): HTMLElement {
  const found = widget.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`The widget has no ${selector}.`);
  return found;
}

/** Submits a right code with the scroller at its end, and waits for the dialog; returns where that is. */
async function verifiesAtEndOf(scroller: Element, trainee: WidgetFixture): Promise<number> {
  trainee.field.focus();
  await trainee.types(await system.code());
  scroller.scrollTop = scroller.scrollHeight;
  const end = scroller.scrollTop;
  await trainee.presses('Enter');
  await trainee.reaches('verified');
  await trainee.focuses(() => find(trainee, 'dialog button'));
  return end;
}

/** Returns whether an element is within the window, from edge to edge. */
function isInView(element: Element): boolean {
  const {top, bottom, height} = element.getBoundingClientRect();
  return height > 0 && top >= 0 && bottom <= window.innerHeight;
}

/** Scrolls so that nothing above this element is visible. */
function scrollToTopOf(element: Element): void {
  window.scrollBy(0, element.getBoundingClientRect().top - 2);
}

describe('the message of an outcome', () => {
  it('stands between the hint and the field, with the button last', async () => {
    const trainee = await openInLongPage();
    await trainee.enters(await system.wrongCode());
    await trainee.reaches('ready', 'code-mismatch');
    const [label, notice, field, button] = ['label', '[part=notice]', 'input', '[part=submit]'].map(
      (selector) => find(trainee, selector).getBoundingClientRect(),
    );
    expect(notice?.top).to.be.at.least(label?.bottom ?? Infinity);
    expect(notice?.bottom).to.be.at.most(field?.top ?? 0);
    expect((field?.top ?? 0) - (notice?.bottom ?? 0)).to.be.at.most(16);
    expect(button?.bottom).to.be.at.least(field?.bottom ?? Infinity);
  });

  it('leaves the page where it is when the dialog has it, also at the end of the page', async () => {
    const trainee = await WidgetFixture.open(html`
      <div style="padding-block-start: 1500px">
        <motp-verify endpoint="/api/motp" occasion="lesson" omit="guide questions"></motp-verify>
      </div>
    `);
    const before = await verifiesAtEndOf(document.documentElement, trainee);
    expect(window.scrollY).to.be.closeTo(before, 1);
  });

  it('leaves a container where it is when the dialog has it', async () => {
    const trainee = await WidgetFixture.open(html`
      <div style="block-size: 500px; overflow: auto; padding-block-start: 1500px">
        <motp-verify endpoint="/api/motp" occasion="lesson" omit="guide questions"></motp-verify>
      </div>
    `);
    const {parentElement: container} = trainee.widget;
    if (!container) throw new Error('The widget has no container.');
    const before = await verifiesAtEndOf(container, trainee);
    expect(container.scrollTop).to.be.closeTo(before, 1);
  });

  it('leaves the page where its own script has scrolled it on success', async () => {
    const trainee = await openInLongPage();
    trainee.widget.completion = 'dialog';
    trainee.widget.addEventListener('motp-verified', () => window.scrollTo(0, 40));
    await trainee.enters(await system.code());
    await trainee.reaches('verified');
    await trainee.focuses(() => find(trainee, 'dialog button'));
    expect(window.scrollY).to.equal(40);
  });

  it('scrolls into view with the field, when only the button was visible', async () => {
    const trainee = await openInLongPage();
    trainee.field.focus();
    await trainee.types(await system.wrongCode());
    const button = find(trainee, '[part=submit]');
    scrollToTopOf(button);
    await trainee.presses('Enter');
    await trainee.reaches('ready', 'code-mismatch');
    await trainee.until(
      () => isInView(find(trainee, '[part=notice]')) && isInView(trainee.field),
      'message and field are in view',
    );
  });

  it('scrolls into view also when nothing was sent, and without a code error', async () => {
    const trainee = await openInLongPage();
    trainee.field.focus();
    scrollToTopOf(find(trainee, '[part=submit]'));
    await trainee.presses('Enter');
    await trainee.until(() => isInView(find(trainee, '[part=notice]')), 'it says what is missing');
    await trainee.types(await system.code());
    system.fault = 'unavailable';
    scrollToTopOf(find(trainee, '[part=submit]'));
    await trainee.presses('Enter');
    await trainee.reaches('ready', 'unavailable');
    await trainee.until(() => isInView(find(trainee, '[part=notice]')), 'it says what is wrong');
  });

  it('is above a keyboard that covers the page', async () => {
    const own = window.visualViewport;
    const view = {height: 330, offsetTop: 0, scale: 1};
    Object.defineProperty(window, 'visualViewport', {value: view, configurable: true});
    const trainee = await openInLongPage();
    await trainee.enters(await system.wrongCode());
    await trainee.reaches('ready', 'code-mismatch');
    const isAbove = (element: Element): boolean =>
      isInView(element) && element.getBoundingClientRect().bottom <= view.height;
    await trainee.until(
      () => isAbove(find(trainee, '[part=notice]')) && isAbove(trainee.field),
      'message and field are above the keyboard',
    );
    Object.defineProperty(window, 'visualViewport', {value: own, configurable: true});
  });

  it('scrolls the panel of a lock into view', async () => {
    system.reset({failures: 4});
    const trainee = await openInLongPage();
    trainee.field.focus();
    await trainee.types(await system.wrongCode());
    scrollToTopOf(find(trainee, '[part=submit]'));
    await trainee.presses('Enter');
    await trainee.reaches('locked');
    await trainee.until(
      () => isInView(find(trainee, '[part=locked] [role=heading]')),
      'the heading is in view',
    );
  });

  it('leaves the page where it is while the trainee reads elsewhere', async () => {
    const trainee = await openInLongPage();
    trainee.field.blur();
    window.scrollTo(0, 0);
    system.fault = 'unavailable';
    const code = await system.code();
    trainee.autofills(code);
    await trainee.widget.verify();
    expect(window.scrollY).to.equal(0);
  });

  it('keeps whole sentences of the hint beside a message', async () => {
    const trainee = await openInLongPage();
    const column = trainee.widget.parentElement;
    if (column) column.style.width = '320px';
    await trainee.enters(await system.wrongCode());
    await trainee.reaches('ready', 'code-mismatch');
    const {top} = find(trainee, '[part=notice]').getBoundingClientRect();
    for (const paragraph of find(trainee, '#hint').querySelectorAll('p')) {
      const isCut = paragraph.getBoundingClientRect().bottom > top + 1;
      expect(getComputedStyle(paragraph).opacity, paragraph.textContent ?? '').to.equal(
        isCut ? '0' : '1',
      );
    }
  });
});
