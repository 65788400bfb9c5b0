import {expect} from '@open-wc/testing';
import {secondsUntil} from '../../src/core/time.ts';

describe('the seconds until something', () => {
  it('are rounded up, so that 0 means that it is over', () => {
    expect(secondsUntil(10_000, 9_999)).to.equal(1);
    expect(secondsUntil(10_000, 10_000)).to.equal(0);
  });
  it('are never negative', () => {
    expect(secondsUntil(10_000, 86_400_000)).to.equal(0);
  });
});
