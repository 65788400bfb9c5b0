/** The language of the widget: how it is chosen, loaded and typeset. */
import {expect, fixture, html} from '@open-wc/testing';
import '../harness/system.ts';
import {WidgetFixture} from '../harness/widget-fixture.ts';
import {cardOf} from './card.ts';

describe('the language', () => {
  it('is Korean by default, whatever the browser prefers', async () => {
    const trainee = await WidgetFixture.open(
      html`<motp-verify endpoint="/api/motp"></motp-verify>`,
    );
    await trainee.sees('인증하기');
  });

  it('follows the nearest lang attribute as it changes', async () => {
    const page = await fixture(html`
      <div lang="en-GB">
        <div><motp-verify endpoint="/api/motp"></motp-verify></div>
      </div>
    `);
    const widget = page.querySelector('motp-verify');
    if (!widget) throw new Error('no widget');
    const trainee = new WidgetFixture(widget);
    await trainee.sees('Enter the 6-digit number from the mOTP app.');
    page.setAttribute('lang', 'ko');
    await trainee.sees('앱의 6자리 번호를 입력해 주세요.');
    widget.setAttribute('lang', 'en');
    await trainee.sees('Identity check for your first entry');
  });

  it('falls back to Korean, marked as Korean, for an unsupported lang', async () => {
    const trainee = await WidgetFixture.open(
      html`<motp-verify lang="xx" endpoint="/api/motp"></motp-verify>`,
    );
    await trainee.sees('인증하기');
    expect(trainee.field.closest('[lang]')?.getAttribute('lang')).to.equal('ko');
  });

  it('can be overridden message by message', async () => {
    const trainee = await WidgetFixture.open(
      html`<motp-verify endpoint="/api/motp" .messages=${{submit: '확인'}}></motp-verify>`,
    );
    expect(trainee.getAllNames('button')).to.include('확인');
  });
});

describe('a supported language', () => {
  for (const [lang, tag, submit, about] of [
    ['vi', 'vi', 'Xác thực', 'mOTP là gì?'],
    ['zh-Hans-CN', 'zh', '验证', '什么是 mOTP？'],
    ['zh-TW', 'zh', '验证', '什么是 mOTP？'],
    ['th-TH', 'th', 'ยืนยันตัวตน', 'mOTP คืออะไร'],
    ['id', 'id', 'Verifikasi', 'Apa itu mOTP?'],
    ['uz-Latn', 'uz', 'Tasdiqlash', 'mOTP nima?'],
    ['ne', 'ne', 'प्रमाणित गर्नुहोस्', 'mOTP भनेको के हो?'],
    ['KM', 'km', 'ផ្ទៀងផ្ទាត់', 'តើ mOTP ជាអ្វី?'],
  ] as const) {
    it(`loads with its guide for lang="${lang}"`, async () => {
      const trainee = await WidgetFixture.open(
        html`<motp-verify lang=${lang} endpoint="/api/motp"></motp-verify>`,
      );
      await trainee.sees(about);
      expect(trainee.getAllNames('button')).to.include(submit);
      expect(cardOf(trainee).lang).to.equal(tag);
      await trainee.expectsAccessible();
    });
  }

  it('shows Korean time in the digits of the phone, whatever the browser supports', async () => {
    for (const lang of ['ne', 'km', 'uz']) {
      const trainee = await WidgetFixture.open(html`
        <motp-verify
          lang=${lang}
          endpoint="/api/motp"
          status-url="/api/motp/status"
          guide="none"
        ></motp-verify>
      `);
      const time = (): string =>
        trainee.widget.shadowRoot?.querySelector('.time')?.textContent ?? '';
      await trainee.until(
        () => cardOf(trainee).lang === lang && time() !== '',
        'the time is there',
      );
      expect(time(), lang).to.match(/^[0-9/:, AMP-]+$/);
    }
  });
});

describe('typesetting', () => {
  it('breaks lines between words, or as the script does without spaces', async () => {
    const trainee = await WidgetFixture.open();
    for (const [lang, breaks] of [
      ['ko', 'keep-all'],
      ['vi', 'keep-all'],
      ['zh', 'normal'],
      ['th', 'normal'],
      ['km', 'normal'],
    ] as const) {
      trainee.widget.lang = lang;
      await trainee.until(() => cardOf(trainee).lang === lang, `the language is ${lang}`);
      expect(getComputedStyle(cardOf(trainee)).wordBreak, lang).to.equal(breaks);
    }
  });

  it('uses a font that has the letters, unless --motp-font is set', async () => {
    const trainee = await WidgetFixture.open();
    const font = (): string => getComputedStyle(cardOf(trainee)).fontFamily;
    expect(font()).to.include('Noto Sans KR');
    trainee.widget.lang = 'zh';
    await trainee.until(() => cardOf(trainee).lang === 'zh', 'the language is zh');
    expect(font()).to.not.include('KR');
    trainee.widget.style.setProperty('--motp-font', 'serif');
    expect(font()).to.equal('serif');
  });
});
