/** The look of states: size of text and targets, selection, contrast. */
import {expect, html} from '@open-wc/testing';
import {system} from '../harness/system.ts';
import {PAGE, WidgetFixture} from '../harness/widget-fixture.ts';

function find({widget}: WidgetFixture, selector: string): HTMLElement {
  const found = widget.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`The widget has no ${selector}.`);
  return found;
}

function heightOf(trainee: WidgetFixture, selector: string): number {
  return find(trainee, selector).getBoundingClientRect().height;
}

describe('the size of text', () => {
  const SELECTORS = ['.heading', '.lead', 'label', 'input', '[part=submit]', '#hint', 'dd'];

  function sizesIn(trainee: WidgetFixture): readonly number[] {
    return SELECTORS.map((selector) =>
      Number.parseFloat(getComputedStyle(find(trainee, selector)).fontSize),
    );
  }

  it('follows one property, also of digits, headings, captions and buttons', async () => {
    const trainee = await WidgetFixture.open();
    await trainee.clicksField();
    await trainee.types('123456');
    const before = sizesIn(trainee);
    trainee.widget.style.setProperty('--motp-font-size', '34px');
    const after = sizesIn(trainee);
    SELECTORS.forEach((selector, i) => {
      // A heading in a narrow column is limited by its width.
      if (selector === '.heading' || selector === 'label') return;
      expect((after[i] ?? 0) / (before[i] ?? 1), selector).to.be.closeTo(2, 0.01);
    });
    expect(after[0]).to.be.above(before[0] ?? Infinity);
  });

  it('is the largest in the field: 28 to 32 px', async () => {
    const trainee = await WidgetFixture.open();
    await trainee.clicksField();
    await trainee.types('123456');
    const sizes = sizesIn(trainee);
    const field = sizes[SELECTORS.indexOf('input')];
    expect(field).to.be.within(28, 32);
    expect(Math.max(...sizes)).to.equal(field);
  });
});

describe('what is strongest on the card', () => {
  it('are the label of the field and its digits: numbers and hints are lighter', async () => {
    const trainee = await WidgetFixture.open();
    const weightOf = (selector: string): number =>
      Number(getComputedStyle(find(trainee, selector)).fontWeight);
    expect(weightOf('label')).to.equal(700);
    expect(weightOf('.guidance li')).to.equal(400);
    expect(weightOf('#hint')).to.equal(400);
    const colorOf = (selector: string, pseudo?: string): string =>
      getComputedStyle(find(trainee, selector), pseudo).color;
    expect(colorOf('.guidance li', '::before')).to.equal(colorOf('.lead'));
    expect(colorOf('.guidance li', '::before')).to.not.equal(colorOf('label'));
    await trainee.clicksField();
    await trainee.types('123456');
    expect(weightOf('input')).to.equal(700);
  });

  it('has a wider gap after the third digit, as on the phone', async () => {
    const trainee = await WidgetFixture.open();
    await trainee.clicksField();
    await trainee.types('123456');
    const {backgroundImage} = getComputedStyle(trainee.field);
    // Each place is painted from one length to another, and what is between two places is transparent.
    const [lengths = ''] = backgroundImage.split(/, (?=repeating|linear)/);
    const stops = [...lengths.matchAll(/ ([1-9][\d.]*)px/g)].map(([, length]) => Number(length));
    const [start = 0, end1 = 0, start2 = 0, end2 = 0, start3 = 0, end3 = 0, period = 0] = stops;
    const gaps = [start2 - end1, start3 - end2, period - end3 + start];
    expect(gaps).to.deep.equal([8, 8, 16]);
  });
});

describe('targets', () => {
  it('are 44 px high to reveal details and to telephone', async () => {
    const trainee = await WidgetFixture.open();
    trainee.widget.masked = true;
    await trainee.sees('개인정보 보기');
    expect(heightOf(trainee, '[part=reveal]')).to.be.at.least(44);
    expect(heightOf(trainee, '[href^="tel:"]')).to.be.at.least(44);
    expect(heightOf(trainee, 'summary')).to.be.at.least(44);
  });

  for (const [server, status] of [
    ['a login page', 'unknown'],
    ['the endpoint', 'signed-out'],
  ] as const) {
    it(`are 44 px high to sign in again, asked for by ${server}`, async () => {
      const trainee = await WidgetFixture.open();
      if (status === 'unknown') system.fault = 'signed-out';
      else system.override = () => Response.json({code: 'session-required'}, {status: 401});
      await trainee.enters(await system.code());
      await trainee.reaches(status);
      expect(heightOf(trainee, '[part=sign-in]')).to.be.at.least(44);
    });
  }

  it('are 44 px high to reload', async () => {
    const trainee = await WidgetFixture.open();
    system.fault = 'page-outdated';
    await trainee.enters(await system.code());
    await trainee.reaches('ready', 'page-outdated');
    expect(heightOf(trainee, '[part=reload]')).to.be.at.least(44);
  });

  it('are a button to call, on a phone', async () => {
    const trainee = await WidgetFixture.open(html`<div style="width: 360px">${PAGE}</div>`);
    expect(getComputedStyle(find(trainee, '[href^="tel:"]')).borderTopStyle).to.equal('solid');
  });
});

describe('the button', () => {
  for (const width of [280, 320, 560]) {
    it(`breaks no word while requests are limited, at ${width} px`, async () => {
      system.fault = 'rate-limited';
      const trainee = await WidgetFixture.open(html`<div style="width: ${width}px">${PAGE}</div>`);
      await trainee.enters(await system.code());
      await trainee.reaches('rate-limited');
      const button = find(trainee, '[part=submit]');
      const {lineHeight} = getComputedStyle(button);
      const range = document.createRange();
      range.selectNodeContents(button);
      expect(range.getBoundingClientRect().height).to.be.below(Number.parseFloat(lineHeight) * 1.5);
    });
  }
});

describe('the end of a rate limit', () => {
  it('is a message that is also announced', async () => {
    system.override = () =>
      Response.json(
        {
          type: 'urn:motp:rate-limited',
          code: 'rate-limited',
          retryAfter: 1,
          serverTime: system.now,
        },
        {status: 429, headers: {'Retry-After': '1'}},
      );
    const trainee = await WidgetFixture.open();
    await trainee.enters(await system.code());
    await trainee.reaches('rate-limited');
    const announced: string[] = [];
    const observer = new MutationObserver(() => announced.push(trainee.announcement.textContent));
    observer.observe(trainee.announcement, {childList: true});
    await trainee.reaches('ready', 'wait-ended');
    observer.disconnect();
    const ended = '이제 다시 시도할 수 있습니다.';
    expect(find(trainee, '[part=notice]').textContent).to.include(ended);
    // The number in the field is an old one by now.
    expect(announced).to.deep.equal([
      `${ended} 앱의 6자리 번호를 입력해 주세요. mOTP 번호 (숫자 6자리)`,
    ]);
  });
});

describe('the selection in the field', () => {
  it('is drawn in line with the places', async () => {
    const trainee = await WidgetFixture.open();
    await trainee.clicksField();
    await trainee.types('123456');
    trainee.field.setSelectionRange(1, 4);
    await trainee.until(
      () => trainee.field.style.getPropertyValue('--motp-selected') === '3',
      'three places are selected',
    );
    expect(trainee.field.style.getPropertyValue('--motp-selected-from')).to.equal('1');
    const pitch = trainee.field.offsetWidth / 7;
    const [size] = getComputedStyle(trainee.field).backgroundSize.split(', ').slice(-1);
    expect(Number.parseFloat(size ?? '')).to.be.closeTo(3 * pitch, 2);
    const [position] = getComputedStyle(trainee.field).backgroundPositionX.split(', ').slice(-1);
    expect(Number.parseFloat(position ?? '')).to.be.closeTo(1.5 * pitch, 2);
  });
});

describe('success', () => {
  for (const [occasion, label] of [
    ['enrollment', '학습 시작하기'],
    ['lesson', '학습 시작하기'],
    ['progress-test', '평가 시작하기'],
    ['exam', '시험 시작하기'],
    ['assignment', '과제 시작하기'],
  ] as const) {
    it(`has one sentence, and a button that says what comes after ${occasion}`, async () => {
      const trainee = await WidgetFixture.open();
      trainee.widget.occasion = occasion;
      await trainee.enters(await system.code());
      await trainee.reaches('verified');
      const dialog = find(trainee, 'dialog');
      expect(dialog.textContent?.replace(/\s+/g, ' ').trim()).to.equal(
        `mOTP 인증이 완료되었습니다 ${label}`,
      );
    });
  }

  it('has the label of the site', async () => {
    const trainee = await WidgetFixture.open();
    trainee.widget.setAttribute('continue-label', '3차시로 이동');
    await trainee.enters(await system.code());
    await trainee.reaches('verified');
    expect(trainee.getAllNames('button')).to.include('3차시로 이동');
  });
});

describe('a lock', () => {
  it('has one primary way above the others, and the line about an open window inside', async () => {
    system.reset({failures: 4});
    const trainee = await WidgetFixture.open(html`<div style="width: 720px">${PAGE}</div>`);
    await trainee.enters(await system.wrongCode());
    await trainee.reaches('locked');
    const panel = find(trainee, '[part=locked]');
    expect(panel.querySelectorAll('.primary')).to.have.length(1);
    const [first, second, third] = [...panel.querySelectorAll('li')].map((item) =>
      item.getBoundingClientRect(),
    );
    expect(first?.bottom).to.be.at.most(second?.top ?? 0);
    expect(second?.top).to.equal(third?.top);
    expect(panel.querySelector('[part=popup-status]')).to.not.equal(null);
  });
});
