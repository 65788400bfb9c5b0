import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import '../../../demo/phone/demo-phone.ts';
import type {DemoPhone} from '../../../demo/phone/demo-phone.ts';
import {RFC_SECRET, RFC_VECTORS} from '../../harness/rfc6238.ts';

describe('the phone of the demo', () => {
  it('shows the code of the present step, and the next one when its 60 seconds are over', async () => {
    const [, before, after] = RFC_VECTORS;
    if (!before || !after) throw new Error('no vectors');
    let now = before.step * 60_000 + 59_000;
    const phone = await fixture<DemoPhone>(
      html`<demo-phone .secret=${RFC_SECRET} .now=${() => now}></demo-phone>`,
    );
    const shows = (text: string) => () => phone.shadowRoot?.textContent?.includes(text) ?? false;
    await waitUntil(shows(before.code), before.code);
    expect(phone.shadowRoot?.querySelector('[role=img]')?.ariaLabel).to.equal('1초 뒤 재생성');
    now += 1000;
    await waitUntil(shows(after.code), after.code);
    await expect(phone).to.be.accessible();
  });

  it('shows nothing before a seed is issued', async () => {
    const phone = await fixture<DemoPhone>(html`<demo-phone></demo-phone>`);
    expect(phone.shadowRoot?.querySelector('output')).to.equal(null);
  });
});
