/** The row of the field's label: label and countdown, and below it the link to the app. */
import {expect, html} from '@open-wc/testing';
import {WidgetFixture} from '../harness/widget-fixture.ts';
import {countdown, setStepEndsIn} from './clock.ts';

const PHONE = 'Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/120 Mobile Safari/537.36';

const {userAgent} = navigator;

async function openAt(width: number, lang: string): Promise<WidgetFixture> {
  const trainee = await WidgetFixture.open(html`
    <div style="width: ${width}px" lang=${lang}>
      <motp-verify
        endpoint="/api/motp"
        status-url="/api/motp/status"
        occasion="lesson"
        app-url="motp://open"
      ></motp-verify>
    </div>
  `);
  await trainee.until(() => countdown(trainee) !== '', 'the countdown is there');
  await trainee.until(() => trainee.has('[part=app]'), 'the link is there');
  return trainee;
}

function boxOf({widget}: WidgetFixture, selector: string): DOMRect {
  const found = widget.shadowRoot?.querySelector(selector);
  if (!found) throw new Error(`The widget has no ${selector}.`);
  return found.getBoundingClientRect();
}

/** The lines of the label, from above, each from its left to its right edge. */
function linesOfLabel({widget}: WidgetFixture): readonly DOMRect[] {
  const label = widget.shadowRoot?.querySelector('label');
  if (!label) throw new Error('The widget has no label.');
  const range = document.createRange();
  range.selectNodeContents(label);
  const rects = [...range.getClientRects()].filter(({width}) => width > 0);
  return rects.filter(({top}, i) => rects.findIndex((other) => other.top === top) === i);
}

describe('the row of the label', () => {
  before(() => Object.defineProperty(navigator, 'userAgent', {value: PHONE, configurable: true}));

  after(() =>
    Object.defineProperty(navigator, 'userAgent', {value: userAgent, configurable: true}),
  );

  for (const lang of ['ko', 'en', 'vi', 'km', 'id', 'uz', 'ne', 'th', 'zh']) {
    for (const width of [320, 360]) {
      it(`has the countdown beside the label and the link below, in ${lang} at ${width} px`, async () => {
        const trainee = await openAt(width, lang);
        const lines = linesOfLabel(trainee);
        const ring = boxOf(trainee, '[part=countdown]');
        const card = boxOf(trainee, 'form');
        const link = boxOf(trainee, '[part=app]');
        const [first, last] = [lines[0], lines.at(-1)];
        expect(lines.length).to.be.at.most(2);
        for (const {right} of lines) expect(right).to.be.at.most(ring.left);
        expect(ring.right).to.be.at.most(card.right + 0.5);
        // The middle of the label, whether it has one line or two.
        const middle = ((first?.top ?? 0) + (last?.bottom ?? 0)) / 2;
        expect((ring.top + ring.bottom) / 2).to.be.closeTo(middle, 2);
        expect(link.top).to.be.at.least(last?.bottom ?? Infinity);
        expect(link.left).to.be.closeTo(first?.left ?? 0, 1);
        expect(link.height).to.equal(44);
      });
    }
  }

  for (const width of [320, 360]) {
    it(`has the Korean label in one line at ${width} px`, async () => {
      expect(linesOfLabel(await openAt(width, 'ko'))).to.have.length(1);
    });
  }

  it('does not move when the seconds have one digit', async () => {
    setStepEndsIn(10_900);
    const trainee = await openAt(360, 'vi');
    await trainee.until(() => countdown(trainee) === '10 giây', 'two digits');
    const {left} = boxOf(trainee, '[part=countdown]');
    await trainee.until(() => countdown(trainee) === '9 giây', 'one digit');
    expect(boxOf(trainee, '[part=countdown]').left).to.be.closeTo(left, 1);
  });
});
