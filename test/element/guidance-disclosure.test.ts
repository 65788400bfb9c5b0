/** The guidance as a disclosure: open when it is new to the trainee, else one line. */
import {expect, html} from '@open-wc/testing';
import '../harness/system.ts';
import {WidgetFixture} from '../harness/widget-fixture.ts';

function guidance({widget}: WidgetFixture): HTMLDetailsElement {
  const found = widget.shadowRoot?.querySelector<HTMLDetailsElement>('[part=guidance]');
  if (!found) throw new Error('The widget has no guidance.');
  return found;
}

async function openFor(occasion: string, value?: string): Promise<WidgetFixture> {
  return WidgetFixture.open(
    value === undefined
      ? html`<motp-verify endpoint="/api/motp" occasion=${occasion}></motp-verify>`
      : html`<motp-verify
          endpoint="/api/motp"
          occasion=${occasion}
          guidance=${value}
        ></motp-verify>`,
  );
}

/** Returns the box of a part in a column of this width, in px. */
async function boxesAt(width: number): Promise<(part: string) => DOMRect> {
  const trainee = await WidgetFixture.open(html`
    <div>
      <motp-verify
        endpoint="/api/motp"
        trainee-name="홍길동"
        trainee-phone="01012345678"
        guide="closed"
      ></motp-verify>
    </div>
  `);
  const column = trainee.widget.parentElement;
  if (column) column.style.width = `${width}px`;
  return (part) => {
    const found = trainee.widget.shadowRoot?.querySelector(`[part=${part}]`);
    if (!found) throw new Error(`no ${part}`);
    return found.getBoundingClientRect();
  };
}

describe('the disclosure of the guidance', () => {
  it('is open at the enrollment', async () => {
    expect(guidance(await openFor('enrollment')).open).to.equal(true);
  });

  for (const occasion of ['lesson', 'progress-test', 'exam', 'assignment']) {
    it(`is closed at the occasion ${occasion}, with all six lines inside`, async () => {
      const details = guidance(await openFor(occasion));
      expect(details.open).to.equal(false);
      expect(details.querySelectorAll('li')).to.have.length(6);
    });
  }

  it('follows the attribute of the site', async () => {
    expect(guidance(await openFor('exam', 'open')).open).to.equal(true);
    expect(guidance(await openFor('enrollment', 'closed')).open).to.equal(false);
    expect(guidance(await openFor('exam', 'auto')).open).to.equal(false);
  });

  it('stays as the trainee has set it, also when an attribute changes', async () => {
    const trainee = await openFor('exam');
    await trainee.clicksText('인증 방법');
    await trainee.until(() => guidance(trainee).open, 'it is open');
    trainee.widget.unit = 2;
    await trainee.widget.updateComplete;
    expect(guidance(trainee).open).to.equal(true);
    await trainee.expectsAccessible();
  });
});

describe('two columns', () => {
  it('begin at 960 px: identity and form left, guidance and guide right', async () => {
    const box = await boxesAt(960);
    expect(box('form').left).to.equal(box('identity').left);
    expect(box('guidance').left).to.be.above(box('form').right);
    expect(box('guide').left).to.equal(box('guidance').left);
    expect(box('guidance').top).to.equal(box('identity').top);
    // A long guidance does not push the form down.
    expect(box('form').top - box('identity').bottom).to.be.at.most(24);
  });

  it('are one column below 960 px, in the order of the manual', async () => {
    const box = await boxesAt(959);
    const tops = ['heading', 'guidance', 'identity', 'form', 'guide'].map((part) => box(part).top);
    expect(tops).to.deep.equal(tops.toSorted((a, b) => a - b));
    expect(box('guidance').left).to.equal(box('form').left);
  });

  it('put name and phone number on one line where they fit', async () => {
    const trainee = await WidgetFixture.open();
    const [name, phone] = [...(trainee.widget.shadowRoot?.querySelectorAll('dd') ?? [])];
    expect(name?.getBoundingClientRect().top).to.equal(phone?.getBoundingClientRect().top);
  });
});
