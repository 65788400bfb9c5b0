import {expect} from '@open-wc/testing';
import {ko} from '../../src/locales/ko.ts';
import type {Language, Words} from '../../src/index.ts';
import {overflowing} from '../harness/page.ts';
import '../harness/system.ts';
import {Trainee} from '../harness/trainee-page.ts';

/** Where the widget's language can be read off. */
function card({widget}: Trainee): HTMLElement {
  const found = widget.shadowRoot?.querySelector<HTMLElement>('[part=base]');
  if (!found) throw new Error('not drawn');
  return found;
}

describe('a catalogue of the site’s own, of a language that runs right to left', () => {
  const words = Object.fromEntries(
    Object.entries(ko).map(([key, text]) => [
      key,
      ['أدخل الأرقام الستة التي تظهر الآن في التطبيق', ...(text.match(/\{\w+\}/g) ?? [])].join(' '),
    ]),
  ) as Words;
  const arabic: Language = {
    tag: 'ar',
    dir: 'rtl',
    words: {...words, identity: 'البيانات المسجلة', otherWays: 'طرق أخرى', submit: 'تحقق'},
  };

  /** In a column of 320 px, with everything that a site can offer. */
  async function inArabic(): Promise<Trainee> {
    const trainee = await Trainee.arrives();
    const column = trainee.widget.parentElement;
    if (column) column.style.inlineSize = '320px';
    trainee.widget.language = arabic;
    await trainee.sees('تحقق');
    return trainee;
  }

  it('runs right to left, and the code field left to right', async () => {
    const trainee = await inArabic();
    expect(card(trainee).lang).to.equal('ar');
    const [term, name] = ['dt', 'dd bdi'].map((selector) =>
      trainee.widget.shadowRoot?.querySelector(selector)?.getBoundingClientRect(),
    );
    expect(term?.left).to.be.above(name?.right ?? Infinity);
    await trainee.clicksField();
    await trainee.types('123456');
    expect(trainee.field.value).to.equal('123456');
    expect(getComputedStyle(trainee.field).direction).to.equal('ltr');
  });

  it('has nothing that stands out at 320 px, and nothing that axe finds', async () => {
    const trainee = await inArabic();
    const {shadowRoot} = trainee.widget;
    expect(shadowRoot && overflowing(shadowRoot)).to.deep.equal([]);
    await trainee.expectsAccessible();
  });

  it('shows a blank after the name after it, as the name is read', async () => {
    const trainee = await inArabic();
    trainee.widget.traineeName = ' 홍길동 ';
    await trainee.widget.updateComplete;
    const marks = [...(trainee.widget.shadowRoot?.querySelectorAll('.mark') ?? [])];
    const [before, after] = marks.map((mark) => mark.getBoundingClientRect());
    expect(marks).to.have.length(2);
    expect((after?.left ?? 0) - (before?.right ?? 0)).to.be.above(40);
  });

  it('has the guide in Korean, left to right, where the site gives none', async () => {
    const trainee = await inArabic();
    await trainee.sees('mOTP란?');
    const guide = trainee.widget.shadowRoot?.querySelector<HTMLElement>('[part=guide] [lang=ko]');
    expect(guide?.dir).to.equal('ltr');
  });
});
