import {expect} from '@open-wc/testing';
import {retryAfter} from '../../src/transport/retry-after.ts';

/** The example date of RFC 9110, section 5.6.7. */
const DATE = 'Sun, 06 Nov 1994 08:49:37 GMT';

function read(headers: Record<string, string>): number | undefined {
  return retryAfter(new Headers(headers));
}

describe('Retry-After (F22)', () => {
  it('accepts seconds', () => {
    expect(read({'Retry-After': '120'})).to.equal(120);
    expect(read({'Retry-After': ' 0 '})).to.equal(0);
  });

  it('accepts a date, relative to the Date header', () => {
    const later = 'Sun, 06 Nov 1994 08:50:07 GMT';
    expect(read({'Retry-After': later, Date: DATE})).to.equal(30);
    expect(read({'Retry-After': DATE, Date: later})).to.equal(0);
  });

  it('is ignored when missing, absurd, or a date without a Date header', () => {
    expect(read({})).to.equal(undefined);
    expect(read({'Retry-After': 'soon'})).to.equal(undefined);
    expect(read({'Retry-After': '-5', Date: DATE})).to.equal(undefined);
    expect(read({'Retry-After': DATE})).to.equal(undefined);
  });
});
