import {expect} from '@open-wc/testing';
import {decodeAnswer} from '../../src/core/contract.ts';

const verified = {
  code: 'verified',
  verificationId: 'f3b1',
  verifiedAt: 1,
  expiresAt: 2,
  serverTime: 1,
  counted: false,
};

describe('an answer of the endpoint', () => {
  it('is understood by its code', () => {
    expect(decodeAnswer(200, verified)).to.deep.include(verified);
    const mismatch = {code: 'code-mismatch', serverTime: 1, counted: true};
    expect(decodeAnswer(422, mismatch)).to.deep.include(mismatch);
  });
  it('counts without what it can do without, or with null in its place', () => {
    const sparse = {code: 'verified', verificationId: 'f3b1', failures: null, verifiedAt: 'noon'};
    expect(decodeAnswer(200, sparse)).to.include({code: 'verified', verificationId: 'f3b1'});
  });
  it('counts without a time that no clock can show', () => {
    const answer = decodeAnswer(422, {code: 'code-mismatch', serverTime: 9_007_199_254_740_992});
    expect(answer).to.include({code: 'code-mismatch', serverTime: undefined});
  });
  it('may name ways out of a lock that are not known here', () => {
    const locked = decodeAnswer(423, {code: 'locked', unlock: ['ipin', 'phone-identity', 7]});
    expect(locked).to.deep.include({code: 'locked', unlock: ['phone-identity']});
    expect(decodeAnswer(423, {code: 'locked'})).to.deep.include({unlock: []});
  });
  it('may hold more than the contract names', () => {
    expect(decodeAnswer(200, {...verified, title: 'ok'})).to.deep.include(verified);
  });
  it('counts as verified with status 200 alone', () => {
    expect(decodeAnswer(201, verified)).to.equal(undefined);
    expect(decodeAnswer(500, verified)).to.equal(undefined);
  });
  it('counts as verified with a receipt alone', () => {
    const {verificationId: _, ...without} = verified;
    expect(decodeAnswer(200, without)).to.equal(undefined);
    expect(decodeAnswer(200, {...verified, verificationId: ''})).to.equal(undefined);
  });
  it('is not understood with an unknown code, or none', () => {
    expect(decodeAnswer(200, {...verified, code: 'ok'})).to.equal(undefined);
    for (const body of [null, undefined, 'verified', 1, true, [], {}]) {
      expect(decodeAnswer(200, body)).to.equal(undefined);
    }
  });
  it('is made of its own fields, whatever a page has added to Object.prototype', () => {
    const prototype = Object.prototype as unknown as Record<string, unknown>;
    Object.assign(prototype, verified, {each: () => undefined});
    try {
      expect(decodeAnswer(200, {})).to.equal(undefined);
      expect(decodeAnswer(200, JSON.parse('{"__proto__": {"code": "verified"}}'))).to.equal(
        undefined,
      );
      const mismatch = decodeAnswer(422, {code: 'code-mismatch', serverTime: 3, counted: true});
      expect(mismatch).to.have.own.property('code', 'code-mismatch');
    } finally {
      for (const name of [...Object.keys(verified), 'each']) delete prototype[name];
    }
  });
});
