/** The contrast of text in each theme and state (WCAG 1.4.3, 1.4.6). */
import {expect} from '@open-wc/testing';
import {system} from '../harness/system.ts';
import {WidgetFixture} from '../harness/widget-fixture.ts';

/** Returns the relative luminance of an opaque color (WCAG). */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map((value) => {
    const share = Number(value) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Returns the contrast of an element's text on its own background. */
function contrastOf({widget}: WidgetFixture, selector: string): number {
  const found = widget.shadowRoot?.querySelector(selector);
  if (!found) throw new Error(`The widget has no ${selector}.`);
  const {color, backgroundColor} = getComputedStyle(found);
  const [low = 0, high = 0] = [luminance(color), luminance(backgroundColor)].toSorted(
    (a, b) => a - b,
  );
  return (high + 0.05) / (low + 0.05);
}

describe('the contrast', () => {
  for (const [theme, minimum] of [
    ['light', 4.5],
    ['dark', 4.5],
    ['high-contrast', 7],
  ] as const) {
    it(`is at least ${minimum}:1 in the theme ${theme}, also of the waiting button`, async () => {
      const trainee = await WidgetFixture.open();
      trainee.widget.theme = theme;
      await trainee.widget.updateComplete;
      expect(contrastOf(trainee, '[part=submit]'), 'ready').to.be.at.least(minimum);
      const release = system.holdResponses();
      await trainee.enters(await system.wrongCode());
      await trainee.reaches('sending');
      expect(contrastOf(trainee, '[part=submit]'), 'waiting').to.be.at.least(7);
      release();
      await trainee.reaches('ready', 'code-mismatch');
      expect(contrastOf(trainee, '[part=notice]'), 'wrong').to.be.at.least(minimum);
    });
  }
});
