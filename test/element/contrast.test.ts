/** The contrast of every text and part in each theme and state (WCAG 1.4.3, 1.4.6, 1.4.11). */
import {expect} from '@open-wc/testing';
import {resetMouse} from '@web/test-runner-commands';
import {contrastOf} from '../harness/colors.ts';
import type {MediaFeatures} from '../harness/commands/media-features.ts';
import {recordConsoleErrors} from '../harness/console.ts';
import {backgroundOf, measureContrasts, strokeOf} from '../harness/contrast.ts';
import {measureForcedContrasts} from '../harness/forced-contrast.ts';
import type {WidgetFixture} from '../harness/widget-fixture.ts';
import {CONTRAST_STATES, openShort} from './contrast-states.ts';

/** What the page and the system choose, and the contrast that texts then need. */
interface Theme {
  readonly theme: string;
  readonly features: MediaFeatures;
  readonly minimum: number;
}

const MORE: MediaFeatures = {'prefers-contrast': 'more'};
const FORCED: MediaFeatures = {'forced-colors': 'active'};

const THEMES: Readonly<Record<string, Theme>> = {
  light: {theme: 'light', features: {}, minimum: 4.5},
  dark: {theme: 'dark', features: {}, minimum: 4.5},
  'high contrast': {theme: 'high-contrast', features: {}, minimum: 7},
  'light with more contrast': {theme: 'light', features: MORE, minimum: 7},
  'dark with more contrast': {theme: 'dark', features: MORE, minimum: 7},
  'high contrast with more contrast': {theme: 'high-contrast', features: MORE, minimum: 7},
  'light forced colors': {
    theme: 'light',
    features: {...FORCED, 'prefers-color-scheme': 'light'},
    minimum: 4.5,
  },
  'dark forced colors': {
    theme: 'dark',
    features: {...FORCED, 'prefers-color-scheme': 'dark'},
    minimum: 4.5,
  },
};

/** The contrast that an edge, a place, a line or a focus ring needs. */
const PART_MINIMUM = 3;

/** Applies a theme; returns whether the browser can. */
async function apply(trainee: WidgetFixture, {theme, features}: Theme): Promise<boolean> {
  if (!(await trainee.emulates(features)) && Object.keys(features).length > 0) return false;
  trainee.widget.setAttribute('theme', theme);
  await trainee.widget.updateComplete;
  return true;
}

function widthOf(line: Element): number {
  return Number.parseFloat(getComputedStyle(line).strokeWidth);
}

function contrastOfLine(line: Element): number {
  return contrastOf(strokeOf(line), backgroundOf(line));
}

describe('the contrast', () => {
  recordConsoleErrors();

  afterEach(() => resetMouse());

  for (const [state, reach] of Object.entries(CONTRAST_STATES)) {
    it(`is enough in every theme: ${state}`, async () => {
      const trainee = await reach();
      const tooLow: string[] = [];
      for (const [name, theme] of Object.entries(THEMES)) {
        if (!(await apply(trainee, theme))) continue;
        const measured = theme.features['forced-colors']
          ? await measureForcedContrasts(trainee.widget)
          : measureContrasts(trainee.widget);
        expect(
          measured.some(({isText}) => isText),
          name,
        ).to.equal(true);
        for (const {what, isText, ratio} of measured) {
          const minimum = isText ? theme.minimum : PART_MINIMUM;
          if (ratio < minimum) tooLow.push(`${name}: ${what} has ${ratio.toFixed(2)}:1`);
        }
      }
      await trainee.emulates();
      expect([...new Set(tooLow)]).to.deep.equal([]);
    });
  }

  it('of the rest of the time outweighs that of its track in every theme', async () => {
    const trainee = await openShort();
    const find = (selector: string): Element => {
      const found = trainee.widget.shadowRoot?.querySelector(selector);
      if (!found) throw new Error(`The widget has no ${selector}.`);
      return found;
    };
    const [rest, track] = [find('.countdown .left'), find('.countdown circle')];
    for (const [name, theme] of Object.entries(THEMES)) {
      if (!(await apply(trainee, theme))) continue;
      expect(widthOf(rest), name).to.be.above(2 * widthOf(track));
      // The computed background is not the one of forced colors.
      if (theme.features['forced-colors']) continue;
      expect(contrastOfLine(rest), name).to.be.above(2 * contrastOfLine(track));
    }
    await trainee.emulates();
  });
});
