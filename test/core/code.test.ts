import {expect} from '@open-wc/testing';
import {digitsOf, parseCode, parsePaste} from '../../src/core/code.ts';

describe('extractDigits', () => {
  const cases: readonly (readonly [text: string, digits: string, why: string])[] = [
    ['123456', '123456', 'six digits'],
    ['012345', '012345', 'a leading zero stays'],
    ['000000', '000000', 'equal digits stay'],
    ['123 456', '123456', 'a space in the middle'],
    ['123-456', '123456', 'a hyphen in the middle'],
    ['１２３４５６', '123456', 'full-width digits'],
    ['\u0e51\u0e52\u0e53\u0e54\u0e55\u0e56', '123456', 'Thai digits'],
    ['\u17e1\u17e2\u17e3 \u17e4\u17e5\u17e6', '123456', 'Khmer digits in two groups'],
    ['\u0966\u0967\u0968\u096d\u096e\u096f', '012789', 'Nepali digits'],
    ['\u0661\u0662\u0663\u06f4\u06f5\u06f6', '123456', 'digits of Arabic and of Persian'],
    ['\u{116db}\u{116dc}\u{116d1}\u{1d7d8}\u{1d7e3}\u{1d7ff}', '121019', 'rows that adjoin'],
    ['\u200b123\u00a0456\r\n', '123456', 'invisible characters and line breaks around it'],
    ['인증번호는 123456 입니다.', '123456', 'words around it'],
    ['2026년 6월 1일 [mOTP] 인증번호 123456 (60초간 유효)', '123456', 'the only run of six digits'],
    ['1234567', '1234567', 'seven digits are not cut'],
    ['123456 654321', '123456654321', 'both of two codes stay'],
    ['안녕', '', 'no digits'],
  ];
  for (const [text, digits, why] of cases) {
    it(`reads ${JSON.stringify(text)} as ${JSON.stringify(digits)}: ${why}`, () => {
      expect(digitsOf(text)).to.equal(digits);
    });
  }
});

describe('parseCode', () => {
  it('accepts exactly six digits', () => {
    expect(parseCode('123 456')).to.deep.equal({kind: 'code', code: '123456'});
  });
  it('reports a text without digits as empty', () => {
    expect(parseCode(' ')).to.deep.equal({kind: 'empty'});
  });
  it('reports four digits as the app password (P1)', () => {
    expect(parseCode('1234')).to.deep.equal({kind: 'app-password'});
  });
  it('reports any other length with the number of digits', () => {
    expect(parseCode('12345')).to.deep.equal({kind: 'wrong-length', digits: 5});
    expect(parseCode('1234567')).to.deep.equal({kind: 'wrong-length', digits: 7});
  });
});

describe('parsePaste', () => {
  const whole = ['123456', '123 456', '12-34-56', '[mOTP] 123 456 (60초)', '2026년 123456 (60초)'];
  for (const text of whole) {
    it(`finds the code in “${text}”`, () => {
      expect(parsePaste(text, 3)).to.deep.equal({kind: 'whole', code: '123456'});
    });
  }
  const unclear = [
    '60초 안에 1234를 입력',
    '오후 3시 12345번',
    '2026-06, 1234',
    '123456 또는 654321',
  ];
  for (const text of unclear) {
    it(`finds no code among the numbers of “${text}”`, () => {
      expect(parsePaste(text, 0)).to.deep.equal({kind: 'unclear'});
    });
  }
  it('accepts fewer than six digits while there is room for them', () => {
    expect(parsePaste('3 4', 4)).to.deep.equal({kind: 'part', digits: '34'});
    expect(parsePaste('34', 5)).to.deep.equal({kind: 'too-many', digits: 7});
    expect(parsePaste('1234567', 0)).to.deep.equal({kind: 'too-many', digits: 7});
  });
});
