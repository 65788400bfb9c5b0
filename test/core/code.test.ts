import {expect} from '@open-wc/testing';
import {digitsOf, readCode} from '../../src/core/code.ts';

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
    ['[mOTP] 123 456 (60초)', '123456', 'a run cut in two by a space'],
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
