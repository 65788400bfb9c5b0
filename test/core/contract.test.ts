import {expect} from '@open-wc/testing';
import {decodeAttemptResponse} from '../../src/core/contract.ts';

const verified = {
  code: 'verified',
  verificationId: 'f3b1',
  verifiedAt: 1,
  expiresAt: 2,
  serverTime: 1,
  counted: false,
};

describe('a response body', () => {
  it('is decoded by its code', () => {
    expect(decodeAttemptResponse(200, verified)).to.deep.include(verified);
    const mismatch = {code: 'code-mismatch', serverTime: 1, counted: true};
    expect(decodeAttemptResponse(422, mismatch)).to.deep.include(mismatch);
  });
  it('may lack optional fields, or hold null or the wrong type there', () => {
    const sparse = {code: 'verified', verificationId: 'f3b1', failures: null, verifiedAt: 'noon'};
    expect(decodeAttemptResponse(200, sparse)).to.include({
      code: 'verified',
      verificationId: 'f3b1',
    });
  });
  it('loses a time outside the range of Date', () => {
    const answer = decodeAttemptResponse(422, {
      code: 'code-mismatch',
      serverTime: 9_007_199_254_740_992,
    });
    expect(answer).to.include({code: 'code-mismatch', serverTime: undefined});
  });
  it('loses unlock methods that the widget does not know', () => {
    const locked = decodeAttemptResponse(423, {
      code: 'locked',
      unlock: ['ipin', 'phone-identity', 7],
    });
    expect(locked).to.deep.include({code: 'locked', unlock: ['phone-identity']});
    expect(decodeAttemptResponse(423, {code: 'locked'})).to.deep.include({unlock: []});
  });
  it('may have additional fields', () => {
    expect(decodeAttemptResponse(200, {...verified, title: 'ok'})).to.deep.include(verified);
  });
  it('is verified only with status 200 (I4)', () => {
    expect(decodeAttemptResponse(201, verified)).to.equal(undefined);
    expect(decodeAttemptResponse(500, verified)).to.equal(undefined);
  });
  it('is verified only with a verificationId (I4)', () => {
    const {verificationId: _, ...without} = verified;
    expect(decodeAttemptResponse(200, without)).to.equal(undefined);
    expect(decodeAttemptResponse(200, {...verified, verificationId: ''})).to.equal(undefined);
  });
  it('is rejected when its code is unknown or missing', () => {
    expect(decodeAttemptResponse(200, {...verified, code: 'ok'})).to.equal(undefined);
    for (const body of [null, undefined, 'verified', 1, true, [], {}]) {
      expect(decodeAttemptResponse(200, body)).to.equal(undefined);
    }
  });
  it('is read from own properties alone, whatever Object.prototype holds (F19)', () => {
    const prototype = Object.prototype as unknown as Record<string, unknown>;
    Object.assign(prototype, verified, {each: () => undefined});
    try {
      expect(decodeAttemptResponse(200, {})).to.equal(undefined);
      expect(
        decodeAttemptResponse(200, JSON.parse('{"__proto__": {"code": "verified"}}')),
      ).to.equal(undefined);
      const mismatch = decodeAttemptResponse(422, {
        code: 'code-mismatch',
        serverTime: 3,
        counted: true,
      });
      expect(mismatch).to.have.own.property('code', 'code-mismatch');
    } finally {
      for (const name of [...Object.keys(verified), 'each']) delete prototype[name];
    }
  });
});
