import {expect} from '@open-wc/testing';
import {digitsOf, readCode, readInsertion} from '../../src/core/code.ts';

describe('what a person means by a text', () => {
  const meant: readonly (readonly [text: string, digits: string, why: string])[] = [
    ['123456', '123456', 'six digits'],
    ['012345', '012345', 'a leading zero stays'],
    ['000000', '000000', 'equal digits stay'],
    ['123 456', '123456', 'a space in the middle'],
    ['123-456', '123456', 'a hyphen in the middle'],
    ['１２３４５６', '123456', 'full-width digits'],
    ['\u200b123\u00a0456\r\n', '123456', 'invisible characters and line ends around'],
    ['인증번호는 123456 입니다.', '123456', 'words around'],
    ['2026년 6월 1일 [mOTP] 인증번호 123456 (60초간 유효)', '123456', 'the one run of six digits'],
    ['1234567', '1234567', 'seven digits are not cut'],
    ['123456 654321', '123456654321', 'two codes are not chosen between'],
    ['안녕', '', 'no digits'],
  ];
  for (const [text, digits, why] of meant) {
    it(`${why}: ${JSON.stringify(text)} is ${JSON.stringify(digits)}`, () => {
      expect(digitsOf(text)).to.equal(digits);
    });
  }
});

describe('what the field holds', () => {
  it('is a code with exactly six digits', () => {
    expect(readCode('123 456')).to.deep.equal({is: 'code', code: '123456'});
  });
  it('is empty without a digit', () => {
    expect(readCode(' ')).to.deep.equal({is: 'empty'});
  });
  it('looks like the app password with four digits (manual: 비밀번호 4자리)', () => {
    expect(readCode('1234')).to.deep.equal({is: 'app-password'});
  });
  it('is of the wrong length otherwise, and says how many digits there are', () => {
    expect(readCode('12345')).to.deep.equal({is: 'wrong-length', digits: 5});
    expect(readCode('1234567')).to.deep.equal({is: 'wrong-length', digits: 7});
  });
});

describe('a text that comes into the field as a whole', () => {
  const whole = ['123456', '123 456', '12-34-56', '[mOTP] 123 456 (60초)', '2026년 123456 (60초)'];
  for (const text of whole) {
    it(`“${text}” is the code in it`, () => {
      expect(readInsertion(text, 3)).to.deep.equal({is: 'whole', code: '123456'});
    });
  }
  const unclear = [
    '60초 안에 1234를 입력',
    '오후 3시 12345번',
    '2026-06, 1234',
    '123456 또는 654321',
  ];
  for (const text of unclear) {
    it(`“${text}” holds several numbers, of which no code is made up`, () => {
      expect(readInsertion(text, 0)).to.deep.equal({is: 'unclear'});
    });
  }
  it('of some digits is a part, as long as there is room', () => {
    expect(readInsertion('3 4', 4)).to.deep.equal({is: 'part', digits: '34'});
    expect(readInsertion('34', 5)).to.deep.equal({is: 'too-many', digits: 7});
    expect(readInsertion('1234567', 0)).to.deep.equal({is: 'too-many', digits: 7});
  });
});
