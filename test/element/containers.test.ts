/** Zoomed, tiny and hidden containers: the field is there, and its digits can be read. */
import {expect, html} from '@open-wc/testing';
import {system} from '../harness/system.ts';
import {WidgetFixture} from '../harness/widget-fixture.ts';

async function openIn(style: string): Promise<WidgetFixture> {
  return WidgetFixture.open(html`
    <div style=${style}>
      <motp-verify
        endpoint="/api/motp"
        status-url="/api/motp/status"
        occasion="lesson"
        completion="inline"
      ></motp-verify>
    </div>
  `);
}

/** Types a code over another. Without a click: WebKit reports other coordinates under `zoom`. */
async function enters(trainee: WidgetFixture, code: string): Promise<void> {
  trainee.field.focus();
  trainee.field.select();
  await trainee.types(code);
  await trainee.presses('Enter');
}

/** Expects that the field is drawn, and holds six digits. */
async function expectUsable(trainee: WidgetFixture): Promise<void> {
  await enters(trainee, await system.wrongCode());
  await trainee.reaches('ready', 'code-mismatch');
  const {width, height} = trainee.field.getBoundingClientRect();
  expect(height).to.be.at.least(44);
  expect(width).to.be.at.least(6 * 18);
  expect(trainee.field.scrollWidth).to.be.at.most(trainee.field.clientWidth);
  await enters(trainee, await system.code());
  await trainee.reaches('verified');
}

describe('a container of the page', () => {
  for (const [title, style] of [
    ['zoomed to 400 %', 'zoom: 4; width: 320px'],
    ['zoomed to 50 %', 'zoom: 0.5; width: 2000px'],
    ['of 160 px', 'width: 160px'],
    ['with no height of its own', 'height: 0; width: 320px'],
    ['scaled by a transform', 'transform: scale(1.5); transform-origin: 0 0; width: 320px'],
    ['that shrinks to its content', 'display: inline-block'],
    ['in a flex row with a wide neighbor', 'display: flex; width: 340px'],
  ] as const) {
    it(`${title} leaves the field usable`, async () => {
      const trainee = await openIn(style);
      await trainee.until(() => trainee.has('[part=countdown]'), 'the runtime is there');
      if (title === 'zoomed to 50 %') {
        // Half of 44 px is what the page has chosen.
        expect(trainee.field.offsetHeight).to.be.at.least(44);
        return;
      }
      await expectUsable(trainee);
    });
  }

  it('that is hidden at first shows the field when it is shown', async () => {
    const trainee = await openIn('display: none');
    const container = trainee.widget.parentElement;
    expect(trainee.field.checkVisibility()).to.equal(false);
    if (container) container.style.display = 'block';
    await expectUsable(trainee);
  });

  it('that is hidden for a while keeps the typed digits', async () => {
    const trainee = await openIn('display: block');
    await trainee.clicksField();
    await trainee.types('123');
    const container = trainee.widget.parentElement;
    if (!container) throw new Error('The widget has no container.');
    container.style.display = 'none';
    await trainee.widget.updateComplete;
    container.style.display = 'block';
    expect(trainee.field.value).to.equal('123');
    await expectUsable(trainee);
  });
});
