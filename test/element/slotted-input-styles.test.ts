/** A slotted input keeps its look in a page whose style sheet addresses every input. */
import {expect, html} from '@open-wc/testing';
import '../harness/system.ts';
import {WidgetFixture} from '../harness/widget-fixture.ts';

const RESET = `
  * {margin: 0; padding: 0; letter-spacing: -1px; font-family: Gulim}
  input {
    width: 90px; height: 18px !important; border: 0; padding: 1px 2px; outline: none;
    font: 12px Gulim; letter-spacing: 0; text-align: right; text-indent: 3px; background: #eee;
  }
  input:focus {background: yellow; outline: none !important}
`;

/** The properties that place the digits and make the field visible. */
const COMPARED_PROPERTIES = [
  'width',
  'height',
  'paddingLeft',
  'borderTopWidth',
  'fontSize',
  'fontFamily',
  'letterSpacing',
  'textAlign',
  'textIndent',
  'backgroundSize',
  'outlineStyle',
  'outlineWidth',
  'color',
] as const;

/** Returns the computed styles of the field when empty, focused and filled. */
async function readStyles(page: ReturnType<typeof html>): Promise<readonly object[]> {
  const trainee = await WidgetFixture.open(page);
  const current = (): object => {
    const style = getComputedStyle(trainee.field);
    return Object.fromEntries(COMPARED_PROPERTIES.map((name) => [name, style[name]]));
  };
  const empty = current();
  await trainee.clicksField();
  const focused = current();
  await trainee.types('123');
  return [empty, focused, current()];
}

describe('a slotted input under a reset style sheet', () => {
  const sheet = new CSSStyleSheet();

  before(() => {
    sheet.replaceSync(RESET);
    document.adoptedStyleSheets.push(sheet);
  });

  after(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  });

  it('looks like the built-in input when empty, focused and filled', async () => {
    const own = await readStyles(html`<motp-verify endpoint="/api/motp"></motp-verify>`);
    const slotted = await readStyles(html`
      <motp-verify endpoint="/api/motp"><input slot="code" name="motpNo" /></motp-verify>
    `);
    expect(slotted).to.deep.equal(own);
  });

  it('shows no placeholder behind the caret', async () => {
    const trainee = await WidgetFixture.open(html`
      <motp-verify endpoint="/api/motp"><input slot="code" /></motp-verify>
    `);
    const textColor = (): string =>
      getComputedStyle(trainee.field).getPropertyValue('-webkit-text-fill-color');
    await trainee.clicksField();
    expect(textColor()).to.equal('rgba(0, 0, 0, 0)');
    await trainee.types('1');
    expect(textColor()).to.not.equal('rgba(0, 0, 0, 0)');
  });
});
