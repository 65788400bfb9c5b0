import {expect} from '@open-wc/testing';
import {secondsUntil} from '../../src/core/time.ts';

describe('secondsUntil', () => {
  it('rounds up, so that 0 means that the time is over', () => {
    expect(secondsUntil(10_000, 9_999)).to.equal(1);
    expect(secondsUntil(10_000, 10_000)).to.equal(0);
  });
  it('never returns a negative number', () => {
    expect(secondsUntil(10_000, 86_400_000)).to.equal(0);
  });
});
