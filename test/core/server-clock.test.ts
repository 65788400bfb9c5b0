import {expect} from '@open-wc/testing';
import {ServerClock} from '../../src/core/server-clock.ts';

describe('ServerClock', () => {
  let localMs: number;
  let clock: ServerClock;

  beforeEach(() => {
    localMs = 5_000;
    clock = new ServerClock();
  });

  it('knows no time before the first response', () => {
    expect(clock.timeAt(localMs)).to.equal(undefined);
    expect(clock.stepEndsAt(localMs)).to.equal(undefined);
  });

  it('advances with the local clock from the time of the response', () => {
    clock.sync({serverTime: 1_780_000_000_000}, 4_000);
    expect(clock.timeAt(localMs)).to.equal(1_780_000_001_000);
    localMs += 86_400_000;
    expect(clock.timeAt(localMs)).to.equal(1_780_086_401_000);
  });

  it('keeps fields that a later response omits', () => {
    clock.sync({serverTime: 1_000, stepEndsInMs: 30_000}, localMs);
    clock.sync({}, localMs + 10);
    expect(clock.timeAt(localMs)).to.equal(1_000);
    expect(clock.stepEndsAt(localMs)).to.equal(35_000);
  });

  it('returns the end of the step, and afterwards the end of the next', () => {
    clock.sync({stepEndsInMs: 2_000, period: 60}, localMs);
    expect(clock.stepEndsAt(localMs)).to.equal(7_000);
    localMs = 6_999;
    expect(clock.stepEndsAt(localMs)).to.equal(7_000);
    localMs = 7_000;
    expect(clock.stepEndsAt(localMs)).to.equal(67_000);
    localMs = 200_000;
    expect(clock.stepEndsAt(localMs)).to.equal(247_000);
  });

  it('assumes a step of 60 s when the endpoint names none (G8)', () => {
    clock.sync({stepEndsInMs: 0}, localMs);
    expect(clock.stepEndsAt(localMs)).to.equal(65_000);
  });

  it('forgets the time on reset', () => {
    clock.sync({serverTime: 1, stepEndsInMs: 1}, localMs);
    clock.reset();
    expect([clock.timeAt(localMs), clock.stepEndsAt(localMs)]).to.deep.equal([
      undefined,
      undefined,
    ]);
  });
});
