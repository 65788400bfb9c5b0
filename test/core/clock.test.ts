import {expect} from '@open-wc/testing';
import {secondsUntil, stepEndsInMs} from '../../src/core/clock.ts';

describe('the seconds until something', () => {
  it('are rounded up, so that 0 means that it is over', () => {
    expect(secondsUntil(10_000, 9_999)).to.equal(1);
    expect(secondsUntil(10_000, 10_000)).to.equal(0);
  });
  it('are never negative', () => {
    expect(secondsUntil(10_000, 86_400_000)).to.equal(0);
  });
});

describe('the 60-second step (manual: 60초 후 재생성)', () => {
  it('is aligned to the epoch', () => {
    expect(stepEndsInMs(0)).to.equal(60_000);
    expect(stepEndsInMs(59_999)).to.equal(1);
    expect(stepEndsInMs(60_000)).to.equal(60_000);
  });
});
