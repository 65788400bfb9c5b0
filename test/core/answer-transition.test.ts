import {expect} from '@open-wc/testing';
import type {AttemptResponse} from '../../src/core/contract.ts';
import type {VerificationEvent, VerificationState} from '../../src/core/state.ts';
import {transition} from '../../src/core/transition.ts';
import {
  answered,
  checking,
  common,
  failureCount,
  key,
  otherKey,
  receipt,
  sending,
} from './fixtures.ts';

const resent: VerificationState = {...sending, isResent: true};
const restored: VerificationState = {...checking, isResent: true, isRestored: true};

describe('a request that was resent under the same key', () => {
  it('becomes unknown on an error, because the first request may still arrive', () => {
    const errors: AttemptResponse['code'][] = ['unavailable', 'internal', 'csrf', 'rate-limited'];
    for (const code of errors) {
      expect(transition(resent, answered({code} as AttemptResponse)), code).to.include({
        status: 'unknown',
        key,
      });
    }
    expect(transition(resent, {type: 'offline', key})).to.include({status: 'unknown'});
  });

  it('keeps its key on a login page, for the time after signing in', () => {
    const unknown: VerificationState = {status: 'unknown', key, failureCount, reason: 'session'};
    expect(transition(resent, {type: 'session-lost', key})).to.deep.equal(unknown);
    expect(transition(resent, answered({code: 'session-required'}))).to.deep.equal(unknown);
  });

  it('stays unknown if the endpoint does not know it yet, also after a login page', () => {
    const unknown: VerificationState = {status: 'unknown', key, failureCount, reason: 'session'};
    const checked = transition(unknown, {type: 'recheck', isAutomatic: true});
    expect(transition(checked, answered({code: 'attempt-unknown'}))).to.deep.equal(unknown);
  });

  it('is decided by an outcome that holds for every copy of the request', () => {
    expect(
      transition(resent, answered({code: 'code-mismatch', failures: 3, maxFailures: 5})),
    ).to.include({
      status: 'ready',
    });
    expect(transition(resent, answered({code: 'not-registered'}))).to.include({status: 'ready'});
    expect(transition(resent, answered({code: 'verified', ...receipt})).status).to.equal(
      'verified',
    );
    expect(transition(resent, answered({code: 'in-progress'})).status).to.equal('checking');
  });
});

describe('an attempt restored after a reload', () => {
  const ready: VerificationState = {status: 'ready', failureCount, notice: undefined};

  it('is looked up by key', () => {
    expect(transition(ready, {type: 'restored', key})).to.deep.equal(restored);
  });

  it('takes the outcome that the endpoint returns', () => {
    expect(transition(restored, answered({code: 'verified', ...receipt})).status).to.equal(
      'verified',
    );
    expect(transition(restored, answered({code: 'locked', unlock: []})).status).to.equal('locked');
  });

  it('becomes ready when the endpoint does not know its key', () => {
    expect(transition(restored, answered({code: 'attempt-unknown'}))).to.deep.equal(ready);
  });

  it('can be looked up again by hand, and is never resent', () => {
    const unknown = transition(restored, {type: 'polling-ended', key});
    expect(unknown).to.include({status: 'unknown', isRestored: true});
    const rechecked = transition(unknown, {type: 'recheck'});
    expect(transition(rechecked, answered({code: 'attempt-unknown'}))).to.deep.equal(ready);
  });

  it('does not interrupt a request, a lock or a rate limit', () => {
    const others: VerificationState[] = [
      sending,
      {status: 'locked', failureCount, unlock: [], recheck: 'none'},
      {status: 'rate-limited', failureCount, seconds: 1, until: 1},
    ];
    for (const state of others) expect(transition(state, {type: 'restored', key})).to.equal(state);
  });
});

describe('an endpoint without idempotency keys', () => {
  it('reports a wrong code when the failure count has risen', () => {
    const response = {code: 'ready', failures: 3, maxFailures: 5} as const;
    expect(transition(checking, {type: 'result-unavailable', key, response, at: 0})).to.deep.equal({
      status: 'ready',
      failureCount: {failures: 3, max: 5},
      notice: {kind: 'code-mismatch'},
    });
  });

  it('reports a lock when the account is locked', () => {
    const response = {code: 'locked', failures: 5, maxFailures: 5, unlock: []} as const;
    expect(transition(checking, {type: 'result-unavailable', key, response, at: 0})).to.include({
      status: 'locked',
    });
  });

  it('leaves the result unknown otherwise, even with a count of 0', () => {
    const zero = {code: 'ready', failures: 0, maxFailures: 5} as const;
    const same = {code: 'ready', failures: 2, maxFailures: 5} as const;
    for (const response of [undefined, zero, same]) {
      const after = transition(checking, {type: 'result-unavailable', key, response, at: 0});
      expect(after).to.deep.include({status: 'ready', notice: {kind: 'result-unknown'}});
    }
  });
});

describe('a message from the server', () => {
  const lost: VerificationEvent = {
    type: 'lost',
    key,
    reason: 'not-understood',
    serverMessage: '점검 중',
  };

  it('stays while the outcome is unknown, also after another lookup', () => {
    const lookup = transition(sending, lost);
    expect(lookup).to.include({status: 'checking', serverMessage: '점검 중'});
    const unknown = transition(lookup, {type: 'polling-ended', key});
    expect(unknown).to.include({
      status: 'unknown',
      reason: 'not-understood',
      serverMessage: '점검 중',
    });
    const recheckedOnce = transition(transition(unknown, {type: 'recheck'}), {
      type: 'polling-ended',
      key,
    });
    expect(recheckedOnce).to.include({status: 'unknown', serverMessage: '점검 중'});
  });

  it('stays beside a result that remains unknown', () => {
    const {notice} = transition(transition(sending, lost), {
      type: 'result-unavailable',
      key,
      response: undefined,
      at: 0,
    }) as {
      readonly notice: unknown;
    };
    expect(notice).to.deep.equal({kind: 'result-unknown', serverMessage: '점검 중'});
  });

  it('is removed by an outcome or by another reason', () => {
    const lookup = transition(sending, lost);
    expect(transition(lookup, answered({code: 'code-mismatch'}))).to.not.have.nested.property(
      'notice.serverMessage',
    );
    expect(transition(lookup, {type: 'session-lost', key})).to.not.have.property('serverMessage');
  });
});

describe('a response', () => {
  it('verified ends the attempt with the receipt', () => {
    expect(transition(sending, answered({code: 'verified', ...receipt, ...common}))).to.deep.equal({
      status: 'verified',
      receipt,
    });
  });
  it('code-mismatch takes the failure count of the endpoint', () => {
    const response = {code: 'code-mismatch', ...common, failures: 3, maxFailures: 5} as const;
    expect(transition(sending, answered(response))).to.deep.equal({
      status: 'ready',
      failureCount: {failures: 3, max: 5},
      notice: {kind: 'code-mismatch'},
    });
  });
  it('code-mismatch without a count invents none', () => {
    const first: VerificationState = {...sending, failureCount: undefined};
    expect(transition(first, answered({code: 'code-mismatch', ...common}))).to.deep.include({
      failureCount: undefined,
    });
  });
  it('locked takes the unlock methods that the endpoint names', () => {
    const response: AttemptResponse = {code: 'locked', ...common, unlock: ['phone-identity']};
    expect(transition(sending, answered(response))).to.deep.include({
      status: 'locked',
      unlock: ['phone-identity'],
    });
  });
  it('session-required asks the trainee to sign in', () => {
    expect(transition(sending, answered({code: 'session-required', ...common})).status).to.equal(
      'signed-out',
    );
  });
  it('rate-limited waits as long as the endpoint says, from 1 to 300 s (F22)', () => {
    const response: AttemptResponse = {code: 'rate-limited', ...common};
    const after30 = transition(sending, answered({...response, retryAfter: 30}));
    expect(after30).to.deep.equal({
      status: 'rate-limited',
      failureCount,
      seconds: 30,
      until: 31_000,
    });
    expect(transition(sending, answered(response))).to.deep.include({seconds: 5});
    for (const [retryAfter, seconds] of [
      [0, 1],
      [0.2, 1],
      [1e12, 300],
    ] as const) {
      const limited = transition(sending, answered({...response, retryAfter}));
      expect(limited).to.deep.include({seconds});
    }
  });
  it('in-progress starts a lookup by key (F24)', () => {
    expect(transition(sending, answered({code: 'in-progress', ...common})).status).to.equal(
      'checking',
    );
  });
  it('for another key is ignored', () => {
    const late = answered({code: 'verified', ...receipt, ...common}, otherKey);
    expect(transition(sending, late)).to.equal(sending);
  });
  it('is ignored once the attempt is decided (F07)', () => {
    const decided = transition(sending, answered({code: 'code-mismatch', ...common}));
    expect(transition(decided, answered({code: 'verified', ...receipt, ...common}))).to.equal(
      decided,
    );
  });
});

describe('a lookup by key', () => {
  it('continues when one of its requests fails', () => {
    const errors: AttemptResponse[] = [
      {code: 'internal', ...common},
      {code: 'unavailable', ...common},
      {code: 'rate-limited', ...common},
      {code: 'csrf', ...common},
      {code: 'in-progress', ...common},
    ];
    for (const error of errors) expect(transition(checking, answered(error))).to.equal(checking);
  });
  it('keeps the key on a login page, for the time after signing in', () => {
    const unknown: VerificationState = {status: 'unknown', key, failureCount, reason: 'session'};
    expect(transition(checking, {type: 'session-lost', key})).to.deep.equal(unknown);
    const signedOut = answered({code: 'session-required', ...common});
    expect(transition(checking, signedOut)).to.deep.equal(unknown);
  });
});
