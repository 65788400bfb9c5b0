/** The registered identity, and the characters in it that cause 정보 불일치 (G3). */
import {expect} from '@open-wc/testing';
import {identityWarnings, maskName, maskPhone, segmentsOf} from '../../src/core/identity.ts';

const PHONE = '01012345678';

describe('a registered name (G3)', () => {
  it('is split at each space and invisible character', () => {
    expect(segmentsOf(' 홍\u00a0길\u200b동').map(({kind}) => kind)).to.deep.equal([
      'blank',
      'text',
      'no-break',
      'text',
      'invisible',
      'text',
    ]);
  });

  it('keeps every character that the site gave', () => {
    const names = [
      '홍길동',
      '홍  길동 ',
      'NGUYEN VAN A',
      '홍\u00a0길동',
      '홍길동'.normalize('NFD'),
      '',
    ];
    for (const name of names) {
      expect(segmentsOf(name).map(({text}) => text)).to.satisfy(
        (texts: readonly string[]) => texts.join('') === name,
      );
    }
  });

  const problems = [
    ['a leading space', ' 홍길동', ['name-leading']],
    ['a trailing space', '홍길동 ', ['name-trailing']],
    ['an inner space', '홍 길동', ['name-inner']],
    ['a double space', '홍  길동', ['name-double']],
    ['a full-width space', '홍\u3000길동', ['name-inner', 'name-full-width-blank']],
    ['a no-break space', '홍\u00a0길동', ['name-inner', 'name-no-break']],
    ['a trailing tab', '홍길동\t', ['name-trailing']],
    ['a zero-width space', '홍\u200b길동', ['name-invisible']],
    ['a soft hyphen', '홍\u00ad길동', ['name-invisible']],
    ['a trailing word joiner', '홍길동\u2060', ['name-trailing', 'name-invisible']],
    [
      'a trailing Hangul filler, which trim() keeps',
      '홍길동\u3164',
      ['name-trailing', 'name-invisible'],
    ],
    ['decomposed Hangul', '홍길동'.normalize('NFD'), ['name-decomposed']],
    ['jamo that form no syllable', '홍길ㄷㅗㅇ', ['name-loose-jamo']],
    ['half-width letters', '\uffbe\uffcc\uffb7', ['name-loose-jamo']],
    ['full-width letters', 'ＨＯＮＧ', ['name-full-width']],
    ['a question mark from a lossy EUC-KR conversion', '홍길?', ['name-damaged']],
    ['a replacement character', '홍길\ufffd', ['name-damaged']],
    ['an HTML character reference', '홍길&#48120;', ['name-entity']],
    ['nothing unusual', '홍길동', []],
    ['foreign letters and no space', 'Đặng', []],
  ] as const;
  for (const [what, name, expected] of problems) {
    it(`with ${what} has ${expected.join(' and ') || 'no warning'}`, () => {
      expect(identityWarnings(name, PHONE)).to.deep.equal(expected);
    });
  }

  it('is masked except for its ends and its spaces', () => {
    expect(maskName('홍길동')).to.equal('홍*동');
    expect(maskName('홍동')).to.equal('홍*');
    expect(maskName('남궁 길동')).to.equal('남* *동');
    expect(maskName(' 홍길동 ')).to.equal(' 홍*동 ');
    expect(maskName('')).to.equal('');
  });
});

describe('a registered mobile number (G3)', () => {
  const problems = [
    ['hyphens', '010-1234-5678', ['phone-separators']],
    ['spaces', '010 1234 5678', ['phone-separators']],
    ['a country code', '+821012345678', ['phone-country']],
    ['a country code after 00', '00821012345678', ['phone-country']],
    ['full-width digits', '０１０１２３４５６７８', ['phone-full-width']],
    ['a zero-width space', '010\u200b12345678', ['phone-invisible']],
    ['too few digits', '0101234', ['phone-unlikely']],
    ['a landline prefix', '0212345678', ['phone-unlikely']],
    ['nothing unusual', '01012345678', []],
    ['an old prefix', '0111234567', []],
  ] as const;
  for (const [what, phone, expected] of problems) {
    it(`with ${what} has ${expected.join(' and ') || 'no warning'}`, () => {
      expect(identityWarnings('홍길동', phone)).to.deep.equal(expected);
    });
  }

  it('is masked in the middle', () => {
    expect(maskPhone(PHONE)).to.equal('010-****-5678');
    expect(maskPhone('+82 10-1234-5678')).to.equal('010-****-5678');
    expect(maskPhone('02-123-4567')).to.equal('**-***-4567');
  });

  it('has no warning when the site gives none', () => {
    expect(identityWarnings('', '')).to.deep.equal([]);
  });
});
