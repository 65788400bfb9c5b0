import {expect} from '@open-wc/testing';
import type {VerificationState, VerificationEvent, FailureCount} from '../../src/core/state.ts';
import {transition} from '../../src/core/transition.ts';
import type {AttemptResponse, IdempotencyKey} from '../../src/core/contract.ts';

const key = 'a-key-of-twenty-two-ch' as IdempotencyKey;
const another = 'another-key-22-chars-x' as IdempotencyKey;
const failureCount: FailureCount = {failures: 2, max: 5};
const sending: VerificationState = {status: 'sending', key, failureCount, isResent: false};
const again: VerificationState = {...sending, isResent: true};
const checking: VerificationState = {
  status: 'checking',
  key,
  failureCount,
  isResent: false,
  reason: 'network',
};
const isRestored: VerificationState = {...checking, isResent: true, isRestored: true};
const common = {serverTime: 0, counted: false};
const receipt = {verificationId: 'v', verifiedAt: 1, expiresAt: 2};

function answered(answer: AttemptResponse, to = key): VerificationEvent {
  return {type: 'answered', key: to, response: answer, at: 1000};
}

describe('a request that was resent under the same key', () => {
  it('becomes unknown on an error, because the first request may still arrive', () => {
    const troubles: AttemptResponse['code'][] = ['unavailable', 'internal', 'csrf', 'rate-limited'];
    for (const code of troubles) {
      expect(transition(again, answered({code} as AttemptResponse)), code).to.include({
        status: 'unknown',
        key,
      });
    }
    expect(transition(again, {type: 'offline', key})).to.include({status: 'unknown'});
  });

  it('keeps its key on a login page, for the time after signing in', () => {
    const undecided: VerificationState = {status: 'unknown', key, failureCount, reason: 'session'};
    expect(transition(again, {type: 'session-lost', key})).to.deep.equal(undecided);
    expect(transition(again, answered({code: 'session-required'}))).to.deep.equal(undecided);
  });

  it('is decided by an outcome that holds for every copy of the request', () => {
    expect(
      transition(again, answered({code: 'code-mismatch', failures: 3, maxFailures: 5})),
    ).to.include({
      status: 'ready',
    });
    expect(transition(again, answered({code: 'not-registered'}))).to.include({status: 'ready'});
    expect(transition(again, answered({code: 'verified', ...receipt})).status).to.equal('verified');
    expect(transition(again, answered({code: 'in-progress'})).status).to.equal('checking');
  });
});

describe('an attempt restored after a reload', () => {
  const ready: VerificationState = {status: 'ready', failureCount, notice: undefined};

  it('is looked up by key', () => {
    expect(transition(ready, {type: 'restored', key})).to.deep.equal(isRestored);
  });

  it('takes the outcome that the endpoint returns', () => {
    expect(transition(isRestored, answered({code: 'verified', ...receipt})).status).to.equal(
      'verified',
    );
    expect(transition(isRestored, answered({code: 'locked', unlock: []})).status).to.equal(
      'locked',
    );
  });

  it('becomes ready when the endpoint does not know its key', () => {
    expect(transition(isRestored, answered({code: 'attempt-unknown'}))).to.deep.equal(ready);
  });

  it('can be looked up again by hand, and is never resent', () => {
    const undecided = transition(isRestored, {type: 'polling-ended', key});
    expect(undecided).to.include({status: 'unknown', isRestored: true});
    const asked = transition(undecided, {type: 'recheck'});
    expect(transition(asked, answered({code: 'attempt-unknown'}))).to.deep.equal(ready);
  });

  it('does not interrupt a request, a lock or a rate limit', () => {
    const others: VerificationState[] = [
      sending,
      {status: 'locked', failureCount, unlock: [], wasRechecked: false},
      {status: 'rate-limited', failureCount, seconds: 1, until: 1},
    ];
    for (const state of others) expect(transition(state, {type: 'restored', key})).to.equal(state);
  });
});

describe('an endpoint without idempotency keys', () => {
  it('reports a wrong code when the failure count has risen', () => {
    const accountStatus = {code: 'ready', failures: 3, maxFailures: 5} as const;
    expect(transition(checking, {type: 'result-unavailable', key, accountStatus})).to.deep.equal({
      status: 'ready',
      failureCount: {failures: 3, max: 5},
      notice: {kind: 'code-mismatch'},
    });
  });

  it('reports a lock when the account is locked', () => {
    const accountStatus = {code: 'locked', failures: 5, maxFailures: 5, unlock: []} as const;
    expect(transition(checking, {type: 'result-unavailable', key, accountStatus})).to.include({
      status: 'locked',
    });
  });

  it('leaves the result unknown otherwise, even with a count of 0', () => {
    const zero = {code: 'ready', failures: 0, maxFailures: 5} as const;
    const same = {code: 'ready', failures: 2, maxFailures: 5} as const;
    for (const accountStatus of [undefined, zero, same]) {
      const after = transition(checking, {type: 'result-unavailable', key, accountStatus});
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
    const asking = transition(sending, lost);
    expect(asking).to.include({status: 'checking', serverMessage: '점검 중'});
    const undecided = transition(asking, {type: 'polling-ended', key});
    expect(undecided).to.include({
      status: 'unknown',
      reason: 'not-understood',
      serverMessage: '점검 중',
    });
    const askedAgain = transition(transition(undecided, {type: 'recheck'}), {
      type: 'polling-ended',
      key,
    });
    expect(askedAgain).to.include({status: 'unknown', serverMessage: '점검 중'});
  });

  it('stays beside a result that remains unknown', () => {
    const {notice} = transition(transition(sending, lost), {
      type: 'result-unavailable',
      key,
      accountStatus: undefined,
    }) as {
      readonly notice: unknown;
    };
    expect(notice).to.deep.equal({kind: 'result-unknown', serverMessage: '점검 중'});
  });

  it('is removed by an outcome or by another reason', () => {
    const asking = transition(sending, lost);
    expect(transition(asking, answered({code: 'code-mismatch'}))).to.not.have.nested.property(
      'notice.remark',
    );
    expect(transition(asking, {type: 'session-lost', key})).to.not.have.property('serverMessage');
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
    const answer = {code: 'code-mismatch', ...common, failures: 3, maxFailures: 5} as const;
    expect(transition(sending, answered(answer))).to.deep.equal({
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
    const answer: AttemptResponse = {code: 'locked', ...common, unlock: ['phone-identity']};
    expect(transition(sending, answered(answer))).to.deep.include({
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
    const answer: AttemptResponse = {code: 'rate-limited', ...common};
    const after30 = transition(sending, answered({...answer, retryAfter: 30}));
    expect(after30).to.deep.equal({
      status: 'rate-limited',
      failureCount,
      seconds: 30,
      until: 31_000,
    });
    expect(transition(sending, answered(answer))).to.deep.include({seconds: 5});
    for (const [retryAfter, seconds] of [
      [0, 1],
      [0.2, 1],
      [1e12, 300],
    ] as const) {
      const waiting = transition(sending, answered({...answer, retryAfter}));
      expect(waiting).to.deep.include({seconds});
    }
  });
  it('in-progress starts a lookup by key (F24)', () => {
    expect(transition(sending, answered({code: 'in-progress', ...common})).status).to.equal(
      'checking',
    );
  });
  it('for another key is ignored', () => {
    const late = answered({code: 'verified', ...receipt, ...common}, another);
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
    const troubles: AttemptResponse[] = [
      {code: 'internal', ...common},
      {code: 'unavailable', ...common},
      {code: 'rate-limited', ...common},
      {code: 'csrf', ...common},
      {code: 'in-progress', ...common},
    ];
    for (const trouble of troubles)
      expect(transition(checking, answered(trouble))).to.equal(checking);
  });
  it('keeps the key on a login page, for the time after signing in', () => {
    const undecided: VerificationState = {status: 'unknown', key, failureCount, reason: 'session'};
    expect(transition(checking, {type: 'session-lost', key})).to.deep.equal(undecided);
    const signedOut = answered({code: 'session-required', ...common});
    expect(transition(checking, signedOut)).to.deep.equal(undecided);
  });
});
