/** The size and position of the parts in columns of every width. */
import {expect, html} from '@open-wc/testing';
import type {TemplateResult} from 'lit';
import {loadLocale} from '../../src/locales/index.ts';
import {ko} from '../../src/locales/ko.ts';
import type {Messages} from '../../src/locales/messages.ts';
import {findOverflow, applyTextSpacing} from '../harness/page.ts';
import {system} from '../harness/system.ts';
import {WidgetFixture} from '../harness/widget-fixture.ts';
import {KOREA, setTimeZone} from '../runtime/clock.ts';

/** Opens a page with the widget in a column of this width in px, as in a sidebar or at high zoom. */
async function openInColumn(width: number, content?: TemplateResult): Promise<WidgetFixture> {
  const trainee = await WidgetFixture.open(html`
    <div>
      <motp-verify
        endpoint="/api/motp"
        trainee-name="홍길동"
        trainee-phone="01012345678"
        phone-identity-url="/phone-identity"
        ipin-url="/ipin"
        help-tel="1833-3075"
        support-url="/support"
        completion="inline"
        guide="closed"
        >${content}</motp-verify
      >
    </div>
  `);
  const column = trainee.widget.parentElement;
  if (column) column.style.width = `${width}px`;
  return trainee;
}

/** Returns the same messages, each lengthened by 40 % with its own letters. */
function lengthen(messages: Messages): Messages {
  const entries = Object.entries(messages).map(([key, text]) => {
    const more = text.replace(/\{\w+\}/g, '').slice(0, Math.ceil(text.length * 0.4));
    return [key, `${text} ${more}`];
  });
  return Object.fromEntries(entries) as Messages;
}

function root(trainee: WidgetFixture): ShadowRoot {
  const {shadowRoot} = trainee.widget;
  if (!shadowRoot) throw new Error('not drawn');
  return shadowRoot;
}

describe('layout', () => {
  // 320 px is also a page of 1280 px at 400 % zoom (WCAG 1.4.10).
  for (const width of [280, 320, 360, 500, 560, 720, 1120]) {
    it(`fits a column of ${width} px, also with a message`, async () => {
      const trainee = await openInColumn(width);
      expect(findOverflow(root(trainee))).to.deep.equal([]);
      await trainee.enters(await system.wrongCode());
      await trainee.sees('남은 횟수 4회');
      expect(findOverflow(root(trainee))).to.deep.equal([]);
    });
  }

  for (const width of [280, 320]) {
    it(`fits a column of ${width} px with every message 40 % longer`, async () => {
      const trainee = await openInColumn(width);
      trainee.widget.messages = lengthen(ko);
      await trainee.enters(await system.wrongCode());
      await trainee.sees(lengthen(ko).codeMismatchLeft.split('{left}')[1] ?? '');
      expect(findOverflow(root(trainee))).to.deep.equal([]);
    });

    it(`fits a column of ${width} px in every language`, async () => {
      const trainee = await openInColumn(width);
      trainee.widget.guide = 'open';
      for (const lang of ['en', 'vi', 'zh', 'th', 'id', 'uz', 'ne', 'km']) {
        const {messages, guide} = await loadLocale(lang);
        trainee.widget.lang = lang;
        await trainee.sees((await guide?.())?.done ?? messages.heading);
        expect(findOverflow(root(trainee)), lang).to.deep.equal([]);
      }
    });
  }

  it('fits with the text spacing of WCAG 1.4.12', async () => {
    const trainee = await openInColumn(320);
    applyTextSpacing(trainee.widget);
    expect(findOverflow(root(trainee))).to.deep.equal([]);
    await trainee.clicksField();
    await trainee.types('123456');
    expect(trainee.field.value).to.equal('123456');
  });

  it('keeps each digit in its place when text is spaced', async () => {
    const trainee = await openInColumn(320);
    await trainee.clicksField();
    await trainee.types('123456');
    const {letterSpacing} = getComputedStyle(trainee.field);
    applyTextSpacing(trainee.widget);
    expect(getComputedStyle(trainee.field).letterSpacing).to.equal(letterSpacing);
    expect(trainee.field.scrollWidth).to.be.at.most(trainee.field.clientWidth);
  });

  it('takes at least 320 px in a table cell that shrinks to its content', async () => {
    const trainee = await WidgetFixture.open(html`
      <table>
        <tr>
          <td><motp-verify endpoint="/api/motp"></motp-verify></td>
        </tr>
      </table>
    `);
    expect(trainee.widget.getBoundingClientRect().width).to.be.at.least(320);
    expect(findOverflow(root(trainee))).to.deep.equal([]);
  });

  it('has targets of at least 44 px', async () => {
    const trainee = await openInColumn(320);
    for (const role of ['textbox', 'button'] as const) {
      for (const name of trainee.getAllNames(role)) {
        const {height} = trainee.getByRole(role, name).getBoundingClientRect();
        expect(height, name).to.be.at.least(44);
      }
    }
  });
});

/** Measures the field, the button and the help line: px below the top of the widget. */
function offsetsIn(trainee: WidgetFixture): () => readonly number[] {
  const elements = [
    trainee.field,
    trainee.getByRole('button', '인증하기'),
    trainee.getByRole('link', '1833-3075'),
  ];
  return () => {
    const {top} = trainee.widget.getBoundingClientRect();
    return elements.map((element) => Math.round(element.getBoundingClientRect().top - top));
  };
}

describe('layout stability', () => {
  // In another time zone, the place of the likely causes is reserved from the first press on.
  let restoreTimeZone: () => void;
  beforeEach(() => (restoreTimeZone = setTimeZone(KOREA)));
  afterEach(() => restoreTimeZone());

  for (const width of [320, 720]) {
    it(`moves nothing but by the press, when filled, sent, wrong and retyped at ${width} px`, async () => {
      const trainee = await openInColumn(width);
      const offsets = offsetsIn(trainee);
      const before = offsets();
      await trainee.clicksField();
      expect(offsets(), 'focused').to.deep.equal(before);
      await trainee.types(await system.wrongCode());
      expect(offsets(), 'filled').to.deep.equal(before);
      const release = system.holdResponses();
      await trainee.presses('Enter');
      await trainee.reaches('sending');
      // On a narrow screen, the press makes room for the longest message.
      const pressed = offsets();
      if (width > 640) expect(pressed, 'sending').to.deep.equal(before);
      release();
      await trainee.sees('남은 횟수 4회');
      expect(offsets(), 'wrong').to.deep.equal(pressed);
      await trainee.types('1');
      expect(offsets(), 'retyped').to.deep.equal(pressed);
    });

    it(`moves nothing with a seventh digit, nor after the press with a rate limit, at ${width} px`, async () => {
      const trainee = await openInColumn(width);
      const offsets = offsetsIn(trainee);
      const before = offsets();
      await trainee.clicksField();
      await trainee.types('1234567');
      await trainee.sees('현재 7자리');
      expect(offsets(), 'seven digits').to.deep.equal(before);
      system.fault = 'rate-limited';
      await trainee.presses('Backspace');
      const release = system.holdResponses();
      await trainee.presses('Enter');
      await trainee.reaches('sending');
      const pressed = offsets();
      release();
      await trainee.reaches('rate-limited');
      expect(offsets(), 'rate-limited').to.deep.equal(pressed);
    });

    it(`moves nothing with the response to a slotted input at ${width} px`, async () => {
      const own = html`<input slot="code" name="motpNo" />`;
      const trainee = await openInColumn(width, own);
      const offsets = offsetsIn(trainee);
      const release = system.holdResponses();
      await trainee.enters(await system.wrongCode());
      await trainee.reaches('sending');
      const pressed = offsets();
      release();
      await trainee.sees('남은 횟수 4회');
      expect(offsets(), 'wrong').to.deep.equal(pressed);
    });
  }
});
