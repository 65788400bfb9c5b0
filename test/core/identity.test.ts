import {expect} from '@open-wc/testing';
import {nameRuns} from '../../src/core/identity.ts';

describe('the registered name', () => {
  it('is cut at each blank, so that none goes unseen', () => {
    expect(nameRuns(' 홍 길동').map(({is}) => is)).to.deep.equal([
      'blank',
      'text',
      'blank',
      'text',
    ]);
  });
  it('is to the letter what the site gave', () => {
    for (const name of ['홍길동', '홍  길동 ', 'NGUYEN VAN A', '홍\u00a0길동', '']) {
      expect(
        nameRuns(name)
          .map(({text}) => text)
          .join(''),
      ).to.equal(name);
    }
  });
});
