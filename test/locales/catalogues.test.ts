/** Every language says what Korean says: nothing is missing, and what has to stay Korean does. */
import {expect} from '@open-wc/testing';
import {ko as koreanGuide} from '../../src/locales/guide/ko.ts';
import {languageFor} from '../../src/locales/index.ts';
import {ko as korean} from '../../src/locales/ko.ts';
import type {GuideWords, Words} from '../../src/locales/messages.ts';

/** How each language calls the two things that must never be confused. */
const TERMS = {
  en: {code: 'mOTP number', appPassword: 'app password'},
  vi: {code: 'số mOTP', appPassword: 'mật khẩu ứng dụng'},
  zh: {code: 'mOTP 号码', appPassword: 'App 密码'},
  th: {code: 'หมายเลข mOTP', appPassword: 'รหัสผ่านแอป'},
  id: {code: 'nomor mOTP', appPassword: 'kata sandi aplikasi'},
  uz: {code: 'mOTP raqami', appPassword: 'ilova paroli'},
  ne: {code: 'mOTP नम्बर', appPassword: 'एप पासवर्ड'},
  km: {code: 'លេខ mOTP', appPassword: 'ពាក្យសម្ងាត់កម្មវិធី'},
} as const;

/** All messages of a language, and those of the guide. */
async function catalogueOf(
  tag: string,
): Promise<{readonly words: Words; readonly guide: GuideWords}> {
  // Korean is at hand only so far as a first render needs it.
  if (tag === 'ko') return {words: korean, guide: koreanGuide};
  const {words, guide} = await languageFor(tag);
  if (!guide) throw new Error(`${tag} has no guide.`);
  return {words: words as Words, guide: await guide()};
}

/** The same in one record. */
async function messagesOf(tag: string): Promise<Readonly<Record<string, string>>> {
  const {words, guide} = await catalogueOf(tag);
  const guided = Object.entries(guide).map(([key, text]) => [`guide.${key}`, text]);
  return {...words, ...Object.fromEntries(guided)};
}

const all = (pattern: RegExp, text: string): readonly string[] =>
  (text.match(pattern) ?? []).toSorted();

const blanksOf = (text: string): readonly string[] => all(/\{\w+\}/g, text);

/** What the phone or the page shows in Korean, such as mOTP 등록 초기화. */
const koreanIn = (text: string): readonly string[] =>
  all(/(?:mOTP )?[가-힣]+(?: [가-힣]+)*/g, text);

for (const [tag, terms] of Object.entries(TERMS)) {
  describe(`the catalogue of ${tag}`, () => {
    let ko: Readonly<Record<string, string>>;
    let en: Readonly<Record<string, string>>;
    let messages: Readonly<Record<string, string>>;
    let words: Words;

    /** The message of a key, which must be there. */
    const message = (key: string): string => messages[key] ?? '';

    before(async () => {
      ko = await messagesOf('ko');
      en = await messagesOf('en');
      messages = await messagesOf(tag);
      ({words} = await catalogueOf(tag));
    });

    it('has every message, and no other', () => {
      expect(Object.keys(messages).toSorted()).to.deep.equal(Object.keys(ko).toSorted());
      for (const key of Object.keys(ko)) expect(message(key).trim(), key).to.not.equal('');
    });

    it('has the same blanks to fill in as Korean', () => {
      for (const [key, text] of Object.entries(ko)) {
        expect(blanksOf(message(key)), key).to.deep.equal(blanksOf(text));
      }
    });

    it('has in Korean what the phone and the page show in Korean', () => {
      for (const [key, text] of Object.entries(en)) {
        expect(koreanIn(message(key)), key).to.deep.equal(koreanIn(text));
      }
    });

    it('calls the mOTP number and the app password always the same', () => {
      for (const [key, text] of Object.entries(en)) {
        const said = message(key).toLowerCase();
        if (text.includes('mOTP number')) expect(said, key).to.include(terms.code.toLowerCase());
        if (text.includes('app password')) {
          expect(said, key).to.include(terms.appPassword.toLowerCase());
        }
      }
    });

    it('names the button that asks for the result as it is labelled', () => {
      for (const [key, text] of Object.entries(ko)) {
        if (text.includes('[결과 확인]')) expect(message(key), key).to.include(words.ask);
      }
    });

    it('explains each mark for what goes unseen', () => {
      for (const mark of ['␣', '⍽', '▢']) expect(words.marks).to.include(mark);
    });
  });
}
