/** Each catalogue has every message of the Korean one, and keeps in Korean what must stay Korean. */
import {expect} from '@open-wc/testing';
import {guide as koreanGuide} from '../../src/locales/guide/ko.ts';
import {loadLocale} from '../../src/locales/index.ts';
import {ko as korean} from '../../src/locales/ko.ts';
import type {GuideMessages, Messages} from '../../src/locales/messages.ts';

/** The terms of each language for the two things that a trainee must never confuse. */
const TERMS = {
  en: {code: 'mOTP number', appPassword: 'app password'},
  vi: {code: 'số mOTP', appPassword: 'mật khẩu ứng dụng'},
  zh: {code: 'mOTP 号码', appPassword: '应用密码'},
  th: {code: 'หมายเลข mOTP', appPassword: 'รหัสผ่านแอป'},
  id: {code: 'nomor mOTP', appPassword: 'kata sandi aplikasi'},
  uz: {code: 'mOTP raqami', appPassword: 'ilova paroli'},
  ne: {code: 'mOTP नम्बर', appPassword: 'एप पासवर्ड'},
  km: {code: 'លេខ mOTP', appPassword: 'ពាក្យសម្ងាត់កម្មវិធី'},
} as const;

/** Loads all messages of a language, and those of its guide. */
async function catalogueOf(
  tag: string,
): Promise<{readonly words: Messages; readonly guide: GuideMessages}> {
  // For Korean, loading by tag returns only the messages of the first render.
  if (tag === 'ko') return {words: korean, guide: koreanGuide};
  const {messages, guide} = await loadLocale(tag);
  if (!guide) throw new Error(`${tag} has no guide.`);
  return {words: messages as Messages, guide: await guide()};
}

/** Loads all messages of a language into one record. */
async function messagesOf(tag: string): Promise<Readonly<Record<string, string>>> {
  const {words, guide} = await catalogueOf(tag);
  const guided = Object.entries(guide).map(([key, text]) => [`guide.${key}`, text]);
  return {...words, ...Object.fromEntries(guided)};
}

const all = (pattern: RegExp, text: string): readonly string[] =>
  (text.match(pattern) ?? []).toSorted();

const placeholdersOf = (text: string): readonly string[] => all(/\{\w+\}/g, text);

/** Finds the Korean labels of the phone or the page, such as mOTP 등록 초기화. */
const koreanIn = (text: string): readonly string[] =>
  all(/(?:mOTP )?[가-힣]+(?: [가-힣]+)*/g, text);

describe('the Korean catalogue', () => {
  /** Other names of the two things, and words that an editor has replaced. */
  const REPLACED =
    /인증코드|인증번호|mOTP번호|mOTP인증|mOTP 비밀번호|앱 ?실행|(?<!앱 )비밀번호|단추|하단|아래의|!/;

  it('names the mOTP number and the app password, and neither by another name', async () => {
    for (const [key, text] of Object.entries(await messagesOf('ko'))) {
      expect(text, key).to.not.match(REPLACED);
    }
  });

  it('never asks to set a clock by hand to Korean time', async () => {
    for (const key of ['stepAbroad', 'causeClock', 'guide.abroadAnswer']) {
      const text = (await messagesOf('ko'))[key];
      expect(text, key).to.include("'날짜 및 시간 자동 설정'을 켜거나 시간대를 서울로");
      expect(text, key).to.not.include('한국시간');
    }
  });
});

for (const [tag, terms] of Object.entries(TERMS)) {
  describe(`the catalogue of ${tag}`, () => {
    let ko: Readonly<Record<string, string>>;
    let en: Readonly<Record<string, string>>;
    let messages: Readonly<Record<string, string>>;
    let words: Messages;

    /** Returns the message of a key. */
    const message = (key: string): string => messages[key] ?? '';

    before(async () => {
      ko = await messagesOf('ko');
      en = await messagesOf('en');
      messages = await messagesOf(tag);
      ({words} = await catalogueOf(tag));
    });

    it('has every message and no other', () => {
      expect(Object.keys(messages).toSorted()).to.deep.equal(Object.keys(ko).toSorted());
      for (const key of Object.keys(ko)) expect(message(key).trim(), key).to.not.equal('');
    });

    it('has the same placeholders as Korean', () => {
      for (const [key, text] of Object.entries(ko)) {
        expect(placeholdersOf(message(key)), key).to.deep.equal(placeholdersOf(text));
      }
    });

    it('keeps in Korean what the phone and the page show in Korean', () => {
      for (const [key, text] of Object.entries(en)) {
        expect(koreanIn(message(key)), key).to.deep.equal(koreanIn(text));
      }
    });

    it('uses one term for the mOTP number and one for the app password', () => {
      for (const [key, text] of Object.entries(en)) {
        const translated = message(key).toLowerCase();
        if (text.includes('mOTP number'))
          expect(translated, key).to.include(terms.code.toLowerCase());
        if (text.includes('app password')) {
          expect(translated, key).to.include(terms.appPassword.toLowerCase());
        }
      }
    });

    it('names the button 결과 확인 by its label', () => {
      for (const [key, text] of Object.entries(ko)) {
        if (text.includes('[결과 확인]')) expect(message(key), key).to.include(words.checkResult);
      }
    });

    it('explains each mark for an invisible character', () => {
      for (const mark of ['␣', '⍽', '▢']) expect(words.marks).to.include(mark);
    });
  });
}
