/** What a card must not inherit from the page around it. */
import {expect, html} from '@open-wc/testing';
import {WidgetFixture} from '../harness/widget-fixture.ts';

/** Values of which each inherited property takes at least one that is not its initial value. */
const VALUES = [
  'none',
  'hidden',
  'nowrap',
  'pre',
  'uppercase',
  'justify',
  'center',
  '3em',
  '5px',
  '77',
  'wait',
  'vertical-rl',
  'transparent',
  'rgb(1, 2, 3)',
  'upright',
  'all',
  'anywhere',
  'loose',
  'auto',
  'always',
  'read-write',
  'disc',
  'bold',
  'italic',
  '2px 2px red',
  'filled dot red',
  'balance',
  'small-caps',
  'under',
] as const;

/** Properties that a page may set for the card on purpose, or that change nothing in it. */
const HARMLESS =
  /^(visibility|app-region|text-emphasis-position|color-scheme|interactivity|quotes|orphans|widows|zoom|print-color-adjust|forced-color-adjust|image-|list-style|caption-side|empty-cells|border-(collapse|spacing|.*-spacing)|tab-size|ruby-|text-(rendering|underline|decoration|size-adjust|anchor|spacing-trim|autospace|box)|hanging-|hyphenate-|math-|page$|speak|clip-rule|color-(interpolation|rendering)|color$|fill|stroke|dominant-|shape-rendering|marker|paint-order|dynamic-range|scrollbar-color|font|-webkit-(locale|tap|touch|hyph|line|print|rtl|border|font|user-select|text-(size|combine|orient|decor|underline|emphasis|zoom))|-webkit-cursor|-moz-(image|osx|force|box-collapse|window)|-x-|line-height|overflow-wrap|word-(wrap|break)|letter-spacing|text-align$|-webkit-nbsp|reading|direction|-apple)/;

describe('the page’s inherited properties', () => {
  it('that would harm the card do not reach its texts', async () => {
    const trainee = await WidgetFixture.open(
      html`<div><motp-verify endpoint="/api"></motp-verify></div>`,
    );
    const page = trainee.widget.parentElement;
    const text = trainee.widget.shadowRoot?.querySelector('.card p');
    const probe = page?.appendChild(document.createElement('p'));
    if (!page || !text || !probe) throw new Error('The page is not drawn.');
    const reached: string[] = [];
    let inherited = 0;
    for (const name of getComputedStyle(page)) {
      if (HARMLESS.test(name)) continue;
      const valueOf = (element: Element): string =>
        getComputedStyle(element).getPropertyValue(name);
      const [ours, theirs] = [valueOf(text), valueOf(probe)];
      const value = VALUES.find((one) => {
        page.style.setProperty(name, one);
        return valueOf(probe) !== theirs && valueOf(probe) === valueOf(page);
      });
      if (value !== undefined && !/size|inset|origin|margin|perspective|width|height/.test(name)) {
        inherited++;
        if (valueOf(text) !== ours) reached.push(`${name}: ${value}`);
      }
      page.style.removeProperty(name);
    }
    expect(inherited).to.be.greaterThan(10);
    expect(reached).to.deep.equal([]);
  });
});
