import {expect, html} from '@open-wc/testing';
import {overflowing, spacesText} from './harness/page.ts';
import {System} from './harness/system.ts';
import {Trainee} from './harness/trainee.ts';

/** The widget in a column of this width, as in a sidebar or at a high zoom. */
async function inAColumnOf(width: number): Promise<Trainee> {
  const trainee = await Trainee.arrives(html`
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
      ></motp-verify>
    </div>
  `);
  const column = trainee.widget.parentElement;
  if (column) column.style.width = `${width}px`;
  return trainee;
}

function root(trainee: Trainee): ShadowRoot {
  const {shadowRoot} = trainee.widget;
  if (!shadowRoot) throw new Error('not drawn');
  return shadowRoot;
}

describe('the widget fits', () => {
  let system: System;

  before(async () => {
    system = await System.starts();
  });

  beforeEach(() => system.renew());

  // 320 px is also a page of 1280 px at 400 % zoom (WCAG 1.4.10).
  for (const width of [280, 320, 360, 500, 560, 720, 1120]) {
    it(`a column of ${width} px, also with a message`, async () => {
      const trainee = await inAColumnOf(width);
      expect(overflowing(root(trainee))).to.deep.equal([]);
      await trainee.enters(await system.wrongCode());
      await trainee.sees('4회 더 틀리면');
      expect(overflowing(root(trainee))).to.deep.equal([]);
    });
  }

  it('with the spacing of text that a reader may set (WCAG 1.4.12)', async () => {
    const trainee = await inAColumnOf(320);
    spacesText(trainee.widget);
    expect(overflowing(root(trainee))).to.deep.equal([]);
    await trainee.clicksField();
    await trainee.types('123456');
    expect(trainee.field.value).to.equal('123456');
  });

  it('a table cell that shrinks to what is in it, as old pages have them', async () => {
    const trainee = await Trainee.arrives(html`
      <table>
        <tr>
          <td><motp-verify endpoint="/api/motp"></motp-verify></td>
        </tr>
      </table>
    `);
    expect(trainee.widget.getBoundingClientRect().width).to.be.at.least(320);
    expect(overflowing(root(trainee))).to.deep.equal([]);
  });

  it('targets of at least 44 px where one presses', async () => {
    const trainee = await inAColumnOf(320);
    for (const role of ['textbox', 'button'] as const) {
      for (const name of trainee.names(role)) {
        const {height} = trainee.one(role, name).getBoundingClientRect();
        expect(height, name).to.be.at.least(44);
      }
    }
  });
});

describe('nothing moves', () => {
  let system: System;

  before(async () => {
    system = await System.starts();
  });

  beforeEach(() => system.renew());

  for (const width of [320, 720]) {
    it(`from empty over filled, sent and wrong to retyped, at ${width} px`, async () => {
      const trainee = await inAColumnOf(width);
      const help = trainee.one('link', '1833-3075');
      const places = (): readonly number[] => {
        const {top} = trainee.widget.getBoundingClientRect();
        return [trainee.field, trainee.one('button', '인증하기'), help].map((element) =>
          Math.round(element.getBoundingClientRect().top - top),
        );
      };
      const before = places();
      await trainee.clicksField();
      expect(places(), 'focused').to.deep.equal(before);
      await trainee.types(await system.wrongCode());
      expect(places(), 'filled').to.deep.equal(before);
      const release = system.holds();
      await trainee.presses('Enter');
      await trainee.reaches('sending');
      expect(places(), 'sending').to.deep.equal(before);
      release();
      await trainee.sees('4회 더 틀리면');
      expect(places(), 'wrong').to.deep.equal(before);
      await trainee.types('1');
      expect(places(), 'retyped').to.deep.equal(before);
    });
  }
});
