/** Requirement G3: the registered identity, exactly, and what in it makes 정보 불일치. */
import {expect} from '@open-wc/testing';
import {identityProblems, maskedName, maskedPhone, runsOf} from '../../src/core/identity.ts';

const PHONE = '01012345678';

describe('G3: a registered name', () => {
  it('is cut at each blank, so that none goes unseen', () => {
    expect(runsOf(' 홍\u00a0길\u200b동').map(({is}) => is)).to.deep.equal([
      'blank',
      'text',
      'no-break',
      'text',
      'invisible',
      'text',
    ]);
  });

  it('is to the letter what the site gave', () => {
    const names = [
      '홍길동',
      '홍  길동 ',
      'NGUYEN VAN A',
      '홍\u00a0길동',
      '홍길동'.normalize('NFD'),
      '',
    ];
    for (const name of names) {
      expect(runsOf(name).map(({text}) => text)).to.satisfy(
        (texts: readonly string[]) => texts.join('') === name,
      );
    }
  });

  const problems = [
    ['a blank before it', ' 홍길동', ['name-leading']],
    ['a blank after it', '홍길동 ', ['name-trailing']],
    ['a blank inside', '홍 길동', ['name-inner']],
    ['two blanks inside', '홍  길동', ['name-double']],
    ['a full-width blank', '홍\u3000길동', ['name-inner', 'name-full-width-blank']],
    ['a no-break blank', '홍\u00a0길동', ['name-inner', 'name-no-break']],
    ['a tab after it', '홍길동\t', ['name-trailing']],
    ['a zero-width blank', '홍\u200b길동', ['name-invisible']],
    ['a soft hyphen', '홍\u00ad길동', ['name-invisible']],
    ['a word joiner at the end', '홍길동\u2060', ['name-trailing', 'name-invisible']],
    ['a Hangul filler, which trim() leaves', '홍길동\u3164', ['name-trailing', 'name-invisible']],
    ['decomposed Hangul', '홍길동'.normalize('NFD'), ['name-decomposed']],
    ['letters that form no syllable', '홍길ㄷㅗㅇ', ['name-loose-jamo']],
    ['half-width letters', '\uffbe\uffcc\uffb7', ['name-loose-jamo']],
    ['full-width letters', 'ＨＯＮＧ', ['name-full-width']],
    ['what EUC-KR has lost', '홍길?', ['name-damaged']],
    ['what a decoder has lost', '홍길\ufffd', ['name-damaged']],
    ['a markup entity', '홍길&#48120;', ['name-entity']],
    ['nothing wrong', '홍길동', []],
    ['a long foreign name without a blank', 'Đặng', []],
  ] as const;
  for (const [what, name, expected] of problems) {
    it(`with ${what} is told as ${expected.join(' and ') || 'no problem'}`, () => {
      expect(identityProblems(name, PHONE)).to.deep.equal(expected);
    });
  }

  it('is masked but for its ends, and its blanks stay', () => {
    expect(maskedName('홍길동')).to.equal('홍*동');
    expect(maskedName('홍동')).to.equal('홍*');
    expect(maskedName('남궁 길동')).to.equal('남* *동');
    expect(maskedName(' 홍길동 ')).to.equal(' 홍*동 ');
    expect(maskedName('')).to.equal('');
  });
});

describe('G3: a registered mobile number', () => {
  const problems = [
    ['hyphens', '010-1234-5678', ['phone-separators']],
    ['blanks', '010 1234 5678', ['phone-separators']],
    ['the country code', '+821012345678', ['phone-country']],
    ['the country code as it is dialled', '00821012345678', ['phone-country']],
    ['full-width digits', '０１０１２３４５６７８', ['phone-full-width']],
    ['a zero-width blank', '010\u200b12345678', ['phone-invisible']],
    ['too few digits', '0101234', ['phone-unlikely']],
    ['a landline', '0212345678', ['phone-unlikely']],
    ['nothing wrong', '01012345678', []],
    ['an old prefix', '0111234567', []],
  ] as const;
  for (const [what, phone, expected] of problems) {
    it(`with ${what} is told as ${expected.join(' and ') || 'no problem'}`, () => {
      expect(identityProblems('홍길동', phone)).to.deep.equal(expected);
    });
  }

  it('is masked in the middle', () => {
    expect(maskedPhone(PHONE)).to.equal('010-****-5678');
    expect(maskedPhone('+82 10-1234-5678')).to.equal('010-****-5678');
    expect(maskedPhone('02-123-4567')).to.equal('**-***-4567');
  });

  it('that the site does not give is no problem', () => {
    expect(identityProblems('', '')).to.deep.equal([]);
  });
});
