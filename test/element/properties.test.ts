/** The reactive properties and their attributes. */
import {expect} from '@open-wc/testing';
import '../harness/system.ts';
import type {MotpVerify} from '../../src/index.ts';
import {WidgetFixture} from '../harness/widget-fixture.ts';

/** The reflected properties, with a value that is not their default. */
const VALUES = {masked: true, required: true, disabled: true, theme: 'dark', name: 'motp'} as const;

describe('a reflected property', () => {
  let widget: MotpVerify;

  beforeEach(async () => {
    ({widget} = await WidgetFixture.open());
  });

  it('has no attribute while it has its default', () => {
    for (const name of Object.keys(VALUES)) expect(widget.hasAttribute(name), name).to.equal(false);
  });

  it('is written to its attribute, and takes the default once that is removed', async () => {
    const defaults = Object.keys(VALUES).map((name) => Reflect.get(widget, name) as unknown);
    Object.assign(widget, VALUES);
    await widget.updateComplete;
    const values = Object.keys(VALUES).map((name) => widget.getAttribute(name));
    expect(values).to.deep.equal(['', '', '', 'dark', 'motp']);
    for (const name of Object.keys(VALUES)) widget.removeAttribute(name);
    await widget.updateComplete;
    expect(Object.keys(VALUES).map((name) => Reflect.get(widget, name) as unknown)).to.deep.equal(
      defaults,
    );
    for (const name of Object.keys(VALUES)) expect(widget.hasAttribute(name), name).to.equal(false);
  });

  it('is also written if it is set before the element is connected', async () => {
    const another = Object.assign(document.createElement('motp-verify'), VALUES);
    widget.after(another);
    await another.updateComplete;
    const values = Object.keys(VALUES).map((name) => another.getAttribute(name));
    another.remove();
    expect(values).to.deep.equal(['', '', '', 'dark', 'motp']);
  });
});

describe('a property', () => {
  it('updates the card when it changes, and not when it is set to the same value', async () => {
    const {widget} = await WidgetFixture.open();
    await widget.updateComplete;
    widget.heading = '본인인증';
    expect(widget.isUpdatePending).to.equal(true);
    await widget.updateComplete;
    expect(widget.shadowRoot?.querySelector('[part=heading]')?.textContent).to.equal('본인인증');
    widget.heading = '본인인증';
    expect(widget.isUpdatePending).to.equal(false);
  });
});
