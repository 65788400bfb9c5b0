/** The nodes of the card: few, and those of the form stay when its texts change. */
import {expect, html} from '@open-wc/testing';
import {WidgetFixture} from '../harness/widget-fixture.ts';

/**
 * Elements, texts and Lit's comments of a card before a code, as built: without the white space of the
 * sources. A line of Korean time, which is for trainees abroad, takes eight of them.
 */
const MAX_NODES = 120;

describe('the shadow tree', () => {
  it('has few nodes, because texts are part of the templates', async () => {
    const trainee = await WidgetFixture.open(html`
      <motp-verify
        endpoint="/api/motp"
        occasion="lesson"
        unit="9"
        trainee-name="홍길동"
        trainee-phone="01012345678"
      ></motp-verify>
    `);
    expect(countNodes(trainee.widget.shadowRoot)).to.be.at.most(MAX_NODES);
  });

  it('shows a character reference in a message as it is written', async () => {
    const heading = 'A&lt;B &amp; "C" <D>';
    const messages = {heading, guidance: heading};
    const trainee = await WidgetFixture.open(
      html`<motp-verify endpoint="/api/motp" .messages=${messages}></motp-verify>`,
    );
    expect(trainee.getAllNames('heading')).to.include(heading);
    expect(trainee.getAllNames('list')).to.include(heading);
  });

  it('keeps the typed digits and the focus when the language of the page changes', async () => {
    const trainee = await WidgetFixture.open();
    await trainee.clicksField();
    await trainee.types('123');
    const {field} = trainee;
    trainee.widget.lang = 'en';
    await trainee.sees('Enter the 6-digit number from the mOTP app.');
    expect(trainee.field).to.equal(field);
    expect(trainee.field.value).to.equal('123');
    expect(trainee.widget.shadowRoot?.activeElement).to.equal(field);
  });
});

function countNodes(root: ShadowRoot | null): number {
  const walker = document.createTreeWalker(root ?? document.body);
  let count = 0;
  while (walker.nextNode()) {
    const {nodeType, nodeValue} = walker.currentNode;
    if (nodeType !== Node.TEXT_NODE || nodeValue?.trim()) count++;
  }
  return count;
}
