/** The parts that a site can omit or replace. */
import {expect, html} from '@open-wc/testing';
import '../harness/system.ts';
import {WidgetFixture} from '../harness/widget-fixture.ts';

describe('omit and slots', () => {
  for (const part of [
    'heading',
    'lead',
    'guidance',
    'identity',
    'fallbacks',
    'guide',
    'questions',
    'help',
  ]) {
    it(`omit="${part}" leaves out this part and nothing else`, async () => {
      const trainee = await WidgetFixture.open();
      const parts = (): readonly string[] =>
        [...(trainee.widget.shadowRoot?.querySelectorAll('[part]') ?? [])].map(
          (element) => element.getAttribute('part') ?? '',
        );
      expect(parts()).to.include(part);
      const before = parts();
      trainee.widget.omit = part;
      await trainee.widget.updateComplete;
      expect(parts()).to.not.include(part);
      const removed = before.filter((other) => !parts().includes(other));
      expect(removed).to.satisfy((all: readonly string[]) =>
        all.every((other) => other === part || other === 'fallback'),
      );
      expect(trainee.hasField).to.equal(true);
    });
  }

  for (const slot of ['heading', 'guidance', 'identity', 'guide', 'questions', 'help']) {
    it(`slot="${slot}" replaces the built-in content`, async () => {
      const trainee = await WidgetFixture.open();
      const own = document.createElement('p');
      own.slot = slot;
      own.textContent = `우리 기관의 ${slot}`;
      trainee.widget.append(own);
      const slotElement = trainee.widget.shadowRoot?.querySelector(`slot[name=${slot}]`);
      expect((slotElement as HTMLSlotElement).assignedElements()[0] === own).to.equal(true);
      expect(own.getBoundingClientRect().height).to.be.greaterThan(0);
      await trainee.expectsAccessible();
    });
  }

  it('slot="fallback" adds another fallback', async () => {
    const trainee = await WidgetFixture.open(html`
      <motp-verify endpoint="/api/motp"
        ><a slot="fallback" href="/joint">공동인증서</a></motp-verify
      >
    `);
    await trainee.sees('다른 방법으로 본인인증을 진행할 수 있습니다.');
    const own = trainee.widget.querySelector('a');
    expect(own?.getBoundingClientRect().height).to.be.greaterThan(0);
  });
});
