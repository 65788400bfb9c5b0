import {expect} from '@open-wc/testing';
import {ServerClock} from '../../src/core/server-clock.ts';

describe('the endpoint’s clock', () => {
  let ours: number;
  let clock: ServerClock;

  beforeEach(() => {
    ours = 5_000;
    clock = new ServerClock(() => ours);
  });

  it('is unknown until an answer has told the time', () => {
    expect(clock.now()).to.equal(undefined);
    expect(clock.stepEndsAt).to.equal(undefined);
  });

  it('goes on with ours from when the answer came', () => {
    clock.set({serverTime: 1_780_000_000_000}, 4_000);
    expect(clock.now()).to.equal(1_780_000_001_000);
    ours += 86_400_000;
    expect(clock.now()).to.equal(1_780_086_401_000);
  });

  it('keeps what a later answer doesn’t say', () => {
    clock.set({serverTime: 1_000, stepEndsInMs: 30_000}, ours);
    clock.set({}, ours + 10);
    expect(clock.now()).to.equal(1_000);
    expect(clock.stepEndsAt).to.equal(35_000);
  });

  it('tells when the step ends, and then when the next one does', () => {
    clock.set({stepEndsInMs: 2_000, period: 60}, ours);
    expect(clock.stepEndsAt).to.equal(7_000);
    ours = 6_999;
    expect(clock.stepEndsAt).to.equal(7_000);
    ours = 7_000;
    expect(clock.stepEndsAt).to.equal(67_000);
    ours = 200_000;
    expect(clock.stepEndsAt).to.equal(247_000);
  });

  it('takes a step for 60 seconds where none is named (manual: 60초간 유효)', () => {
    clock.set({stepEndsInMs: 0}, ours);
    expect(clock.stepEndsAt).to.equal(65_000);
  });

  it('can be forgotten', () => {
    clock.set({serverTime: 1, stepEndsInMs: 1}, ours);
    clock.forget();
    expect([clock.now(), clock.stepEndsAt]).to.deep.equal([undefined, undefined]);
  });
});
