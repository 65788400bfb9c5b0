/** Print, reduced motion and forced colors. */
import {expect} from '@open-wc/testing';
import {system} from '../harness/system.ts';
import {WidgetFixture} from '../harness/widget-fixture.ts';

/** Returns the current value of a system color. */
function systemColor(name: string): string {
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.cssText = `forced-color-adjust: none; color: ${name}`;
  const {color} = getComputedStyle(probe);
  probe.remove();
  return color;
}

describe('print', () => {
  it('shows the guidance and the identity, without controls', async function () {
    const trainee = await WidgetFixture.open();
    if (!(await trainee.emulates({media: 'print'}))) return this.skip();
    const shown = (selector: string): number =>
      trainee.widget.shadowRoot?.querySelector(selector)?.getBoundingClientRect().height ?? 0;
    expect(shown('[part=guidance]')).to.be.greaterThan(0);
    expect(shown('[part=identity]')).to.be.greaterThan(0);
    expect(shown('[part=guide]')).to.be.greaterThan(0);
    expect(shown('[part=form]')).to.equal(0);
    expect(shown('[part=fallbacks]')).to.equal(0);
    await trainee.emulates();
  });
});

describe('reduced motion', () => {
  it('turns off transitions and animations', async function () {
    const trainee = await WidgetFixture.open();
    if (!(await trainee.emulates({'prefers-reduced-motion': 'reduce'}))) return this.skip();
    await trainee.until(() => trainee.text.includes('초'), 'the endpoint has responded');
    for (const element of trainee.widget.shadowRoot?.querySelectorAll('*') ?? []) {
      expect(getComputedStyle(element).transitionDuration, element.localName).to.match(/^0s/);
      expect(getComputedStyle(element).animationName, element.localName).to.equal('none');
    }
    await trainee.emulates();
  });
});

describe('forced colors', () => {
  let trainee: WidgetFixture;

  beforeEach(async function () {
    trainee = await WidgetFixture.open();
    if (!(await trainee.emulates({'forced-colors': 'active'}))) this.skip();
  });

  afterEach(() => trainee.emulates());

  /** Returns the colors of the field. */
  function fieldColors(): {
    readonly text: string;
    readonly background: string;
    readonly digitPlaces: string;
  } {
    const {color, backgroundColor, backgroundImage} = getComputedStyle(trainee.field);
    return {text: color, background: backgroundColor, digitPlaces: backgroundImage};
  }

  it('draws the field and its digit places in system colors', async () => {
    await trainee.clicksField();
    await trainee.types('123');
    const {text, background, digitPlaces} = fieldColors();
    expect(text).to.equal(systemColor('FieldText'));
    expect(background).to.equal(systemColor('Field'));
    expect(digitPlaces).to.include(systemColor('FieldText'));
    expect(getComputedStyle(trainee.field).outlineStyle).to.equal('solid');
  });

  it('marks a wrong code by more than color', async () => {
    await trainee.enters(await system.wrongCode());
    await trainee.sees('남은 횟수 4회');
    expect(getComputedStyle(trainee.field).boxShadow).to.include('inset');
    await trainee.expectsAccessible();
  });

  it('grays the button while sending and keeps its border', async () => {
    const release = system.holdResponses();
    await trainee.enters(await system.wrongCode());
    await trainee.reaches('sending');
    const button = getComputedStyle(trainee.getByRole('button', '인증하기'));
    expect(button.color).to.equal(systemColor('GrayText'));
    expect(button.borderTopStyle).to.equal('solid');
    release();
    await trainee.sees('남은 횟수 4회');
  });
});
