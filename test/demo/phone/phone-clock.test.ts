import {expect} from '@open-wc/testing';
import {phoneTime, shownTime} from '../../../demo/phone/phone-clock.ts';

const HOUR_MS = 3_600_000;

/** Noon in Seoul: in winter New York is 14 hours behind, in summer 13. */
const winter = Date.UTC(2026, 0, 15, 3, 0);
const summer = Date.UTC(2026, 6, 15, 3, 0);

describe('the phone’s clock', () => {
  it('is correct in Korea and abroad, whatever its time zone', () => {
    expect(phoneTime('automatic', winter)).to.equal(winter);
    expect(phoneTime('abroad', winter)).to.equal(winter);
    expect(shownTime('automatic', winter)).to.equal('12:00');
    expect(shownTime('abroad', winter)).to.equal('22:00');
  });

  it('is off by hours if another zone’s time was set by hand', () => {
    expect(phoneTime('by-hand', winter)).to.equal(winter - 14 * HOUR_MS);
    expect(phoneTime('by-hand', summer)).to.equal(summer - 13 * HOUR_MS);
    expect(shownTime('by-hand', winter)).to.equal('22:00');
  });

  it('can be three minutes slow or fast', () => {
    expect(shownTime('slow', winter)).to.equal('11:57');
    expect(shownTime('fast', winter)).to.equal('12:03');
  });
});
