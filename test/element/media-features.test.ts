/** The widget in colours that the reader's system forces on every page (WCAG, Windows contrast themes). */
import {expect} from '@open-wc/testing';
import {system} from '../harness/system.ts';
import {Trainee} from '../harness/trainee-page.ts';

/** A colour of the system as it is at present. */
function systemColour(name: string): string {
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.cssText = `forced-color-adjust: none; color: ${name}`;
  const {color} = getComputedStyle(probe);
  probe.remove();
  return color;
}

describe('on paper', () => {
  it('stands what to do and what is registered, without what is pressed', async function () {
    const trainee = await Trainee.arrives();
    if (!(await trainee.looksAt('print'))) return this.skip();
    const shown = (selector: string): number =>
      trainee.widget.shadowRoot?.querySelector(selector)?.getBoundingClientRect().height ?? 0;
    expect(shown('[part=guidance]')).to.be.greaterThan(0);
    expect(shown('[part=identity]')).to.be.greaterThan(0);
    expect(shown('[part=guide]')).to.be.greaterThan(0);
    expect(shown('[part=form]')).to.equal(0);
    expect(shown('[part=ways-out]')).to.equal(0);
    await trainee.looksAt('screen');
  });
});

describe('with reduced motion', () => {
  it('nothing glides', async function () {
    const trainee = await Trainee.arrives();
    if (!(await trainee.looksAt('reduced motion'))) return this.skip();
    await trainee.until(() => trainee.text.includes('초'), 'the endpoint has answered');
    for (const element of trainee.widget.shadowRoot?.querySelectorAll('*') ?? []) {
      expect(getComputedStyle(element).transitionDuration, element.localName).to.match(/^0s/);
      expect(getComputedStyle(element).animationName, element.localName).to.equal('none');
    }
    await trainee.looksAt('screen');
  });
});

describe('in forced colours', () => {
  let trainee: Trainee;

  beforeEach(async function () {
    trainee = await Trainee.arrives();
    if (!(await trainee.looksAt('forced colours'))) this.skip();
  });

  afterEach(() => trainee.looksAt('screen'));

  /** What the field is drawn with. */
  function drawn(): {readonly ink: string; readonly paper: string; readonly places: string} {
    const {color, backgroundColor, backgroundImage} = getComputedStyle(trainee.field);
    return {ink: color, paper: backgroundColor, places: backgroundImage};
  }

  it('the field has the system’s own colours, and its places are still drawn', async () => {
    await trainee.clicksField();
    await trainee.types('123');
    const {ink, paper, places} = drawn();
    expect(ink).to.equal(systemColour('FieldText'));
    expect(paper).to.equal(systemColour('Field'));
    expect(places).to.include(systemColour('FieldText'));
    expect(getComputedStyle(trainee.field).outlineStyle).to.equal('solid');
  });

  it('a wrong code is marked by more than a colour', async () => {
    await trainee.enters(await system.wrongCode());
    await trainee.sees('4회 더 틀리면');
    expect(getComputedStyle(trainee.field).boxShadow).to.include('inset');
    await trainee.expectsAccessible();
  });

  it('what rests while sending is grey, and the button keeps its border', async () => {
    const release = system.holds();
    await trainee.enters(await system.wrongCode());
    await trainee.reaches('sending');
    const button = getComputedStyle(trainee.one('button', '인증하기'));
    expect(button.color).to.equal(systemColour('GrayText'));
    expect(button.borderTopStyle).to.equal('solid');
    release();
    await trainee.sees('4회 더 틀리면');
  });
});
