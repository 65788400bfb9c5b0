/** Copies and morphs of the site's own input, which carry what the widget has set on it. */
import {expect, html} from '@open-wc/testing';
import {system} from '../../harness/system.ts';
import {WidgetFixture} from '../../harness/widget-fixture.ts';

const OF_SITE = ['maxlength', 'name', 'slot'];

describe('the attributes of a slotted input', () => {
  let trainee: WidgetFixture;
  let release: () => void;

  beforeEach(async () => {
    trainee = await WidgetFixture.open(html`
      <form>
        <motp-verify endpoint="/api/motp" completion="inline">
          <input slot="code" name="motpNo" maxlength="6" />
        </motp-verify>
      </form>
    `);
    release = system.holdResponses();
    await trainee.enters(await system.wrongCode());
    await trainee.reaches('sending');
    expect(trainee.field.readOnly).to.equal(true);
  });

  afterEach(() => release());

  it('are taken back from a copy in another widget', async () => {
    const copy = trainee.widget.cloneNode(true) as typeof trainee.widget;
    trainee.widget.after(copy);
    const input = copy.querySelector('input');
    if (!input) throw new Error('no copy');
    await copy.updateComplete;
    input.remove();
    await trainee.until(() => !input.hasAttribute('inputmode'), 'the copy is released');
    expect(input.getAttributeNames().toSorted()).to.deep.equal(OF_SITE);
    expect(trainee.field.readOnly).to.equal(true);
  });

  it('are taken back from a copy outside of every widget before it is used', () => {
    const copy = trainee.field.cloneNode() as HTMLInputElement;
    trainee.widget.after(copy);
    copy.focus();
    expect(copy.getAttributeNames().toSorted()).to.deep.equal(OF_SITE);
    expect(copy.getAttribute('maxlength')).to.equal('6');
    expect(trainee.field.readOnly).to.equal(true);
    copy.remove();
  });

  it('are set again when a morph has removed them', async () => {
    const {field} = trainee;
    const before = field.getAttributeNames().toSorted();
    for (const name of before) {
      if (!OF_SITE.includes(name)) field.removeAttribute(name);
    }
    field.setAttribute('maxlength', '6');
    await trainee.until(() => field.readOnly, 'it is read-only again');
    expect(field.getAttributeNames().toSorted()).to.deep.equal(before);
    release();
    await trainee.reaches('ready');
    expect(field.readOnly).to.equal(false);
    field.remove();
    await trainee.until(() => !field.hasAttribute('inputmode'), 'it is released');
    expect(field.getAttributeNames().toSorted()).to.deep.equal(OF_SITE);
  });

  it('stay as the site changes them later', async () => {
    trainee.field.setAttribute('placeholder', '123456');
    trainee.field.removeAttribute('inputmode');
    await trainee.until(() => trainee.field.inputMode === 'numeric', 'what was lost is set again');
    expect(trainee.field.placeholder).to.equal('123456');
  });

  it('set no others, whatever a mark in the markup says', async () => {
    const forged = JSON.stringify({onfocus: 'alert(1)', formaction: 'https://attacker.example'});
    const other = await WidgetFixture.open(html`
      <motp-verify endpoint="/api/motp">
        <input slot="code" name="motpNo" data-motp-former=${forged} />
      </motp-verify>
    `);
    expect(other.field.hasAttribute('onfocus')).to.equal(false);
    expect(other.field.hasAttribute('formaction')).to.equal(false);
    expect(other.field.getAttribute('inputmode')).to.equal('numeric');
  });
});
