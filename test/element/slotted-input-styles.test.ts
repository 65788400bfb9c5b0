/** The site's own input in a page whose style sheet was written for every input of 2009. */
import {expect, html} from '@open-wc/testing';
import '../harness/system.ts';
import {Trainee} from '../harness/trainee-page.ts';

const RESET = `
  * {margin: 0; padding: 0; letter-spacing: -1px; font-family: Gulim}
  input {
    width: 90px; height: 18px !important; border: 0; padding: 1px 2px; outline: none;
    font: 12px Gulim; letter-spacing: 0; text-align: right; text-indent: 3px; background: #eee;
  }
  input:focus {background: yellow; outline: none !important}
`;

/** What decides where a digit stands and whether the field is seen. */
const DECIDES = [
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

/** How a field looks that holds nothing, has the focus, and holds digits. */
async function looks(page: ReturnType<typeof html>): Promise<readonly object[]> {
  const trainee = await Trainee.arrives(page);
  const look = (): object => {
    const style = getComputedStyle(trainee.field);
    return Object.fromEntries(DECIDES.map((name) => [name, style[name]]));
  };
  const resting = look();
  await trainee.clicksField();
  const focused = look();
  await trainee.types('123');
  return [resting, focused, look()];
}

describe('the site’s own input, in a page with a reset sheet', () => {
  const sheet = new CSSStyleSheet();

  before(() => {
    sheet.replaceSync(RESET);
    document.adoptedStyleSheets.push(sheet);
  });

  after(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  });

  it('looks as the widget’s own does, whether empty, focused or filled', async () => {
    const own = await looks(html`<motp-verify endpoint="/api/motp"></motp-verify>`);
    const slotted = await looks(html`
      <motp-verify endpoint="/api/motp"><input slot="code" name="motpNo" /></motp-verify>
    `);
    expect(slotted).to.deep.equal(own);
  });

  it('shows no placeholder under the caret', async () => {
    const trainee = await Trainee.arrives(html`
      <motp-verify endpoint="/api/motp"><input slot="code" /></motp-verify>
    `);
    const ink = (): string =>
      getComputedStyle(trainee.field).getPropertyValue('-webkit-text-fill-color');
    await trainee.clicksField();
    expect(ink()).to.equal('rgba(0, 0, 0, 0)');
    await trainee.types('1');
    expect(ink()).to.not.equal('rgba(0, 0, 0, 0)');
  });
});
