/** A custom locale of a right-to-left language. */
import {expect} from '@open-wc/testing';
import {ko} from '../../src/locales/ko.ts';
import type {Locale, Messages} from '../../src/index.ts';
import {findOverflow} from '../harness/page.ts';
import '../harness/system.ts';
import {WidgetFixture} from '../harness/widget-fixture.ts';
import {cardOf} from './card.ts';

describe('a custom locale with dir="rtl"', () => {
  const messages = Object.fromEntries(
    Object.entries(ko).map(([key, text]) => [
      key,
      ['أدخل الأرقام الستة التي تظهر الآن في التطبيق', ...(text.match(/\{\w+\}/g) ?? [])].join(' '),
    ]),
  ) as Messages;
  const arabic: Locale = {
    tag: 'ar',
    dir: 'rtl',
    messages: {
      ...messages,
      identity: 'البيانات المسجلة',
      name: 'الاسم',
      phone: 'رقم الهاتف',
      otherWays: 'طرق أخرى',
      submit: 'تحقق',
    },
  };

  /** Opens a page with all links, in Arabic, in a column of 320 px. */
  async function openInArabic(): Promise<WidgetFixture> {
    const trainee = await WidgetFixture.open();
    const column = trainee.widget.parentElement;
    if (column) column.style.inlineSize = '320px';
    trainee.widget.locale = arabic;
    await trainee.sees('تحقق');
    return trainee;
  }

  it('lays the card out right to left and the code field left to right', async () => {
    const trainee = await openInArabic();
    expect(cardOf(trainee).lang).to.equal('ar');
    const [term, name] = ['dt', 'dd'].map((selector) =>
      trainee.widget.shadowRoot?.querySelector(selector)?.getBoundingClientRect(),
    );
    expect(term?.left).to.be.above(name?.right ?? Infinity);
    await trainee.clicksField();
    await trainee.types('123456');
    expect(trainee.field.value).to.equal('123456');
    expect(getComputedStyle(trainee.field).direction).to.equal('ltr');
  });

  it('fits a column of 320 px and passes axe', async () => {
    const trainee = await openInArabic();
    const {shadowRoot} = trainee.widget;
    expect(shadowRoot && findOverflow(shadowRoot)).to.deep.equal([]);
    await trainee.expectsAccessible();
  });

  it('shows a trailing space of the name after the name', async () => {
    const trainee = await openInArabic();
    trainee.widget.traineeName = ' 홍길동 ';
    const marksOf = (): readonly Element[] => [
      ...(trainee.widget.shadowRoot?.querySelectorAll('.mark') ?? []),
    ];
    await trainee.until(() => marksOf().length > 0, 'the marks are loaded');
    const marks = marksOf();
    const [before, after] = marks.map((mark) => mark.getBoundingClientRect());
    expect(marks).to.have.length(2);
    expect((after?.left ?? 0) - (before?.right ?? 0)).to.be.above(40);
  });

  it('falls back to the Korean guide, left to right', async () => {
    const trainee = await openInArabic();
    await trainee.sees('mOTP란?');
    const guide = trainee.widget.shadowRoot?.querySelector<HTMLElement>('[part=guide] [lang=ko]');
    expect(guide?.dir).to.equal('ltr');
  });
});
