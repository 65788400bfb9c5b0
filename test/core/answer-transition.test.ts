import {expect} from '@open-wc/testing';
import type {Attempt, AttemptEvent, Tries} from '../../src/core/state.ts';
import {next} from '../../src/core/transition.ts';
import type {Answer, AttemptKey} from '../../src/core/contract.ts';

const key = 'a-key-of-twenty-two-ch' as AttemptKey;
const another = 'another-key-22-chars-x' as AttemptKey;
const tries: Tries = {failures: 2, max: 5};
const sending: Attempt = {is: 'sending', key, tries, resent: false};
const again: Attempt = {...sending, resent: true};
const checking: Attempt = {is: 'checking', key, tries, resent: false, doubt: 'network'};
const recalled: Attempt = {...checking, resent: true, recalled: true};
const common = {serverTime: 0, counted: false};
const receipt = {verificationId: 'v', verifiedAt: 1, expiresAt: 2};

function answered(answer: Answer, to = key): AttemptEvent {
  return {type: 'answered', key: to, answer, at: 1000};
}

describe('a request that was resent under the same key', () => {
  it('becomes unknown on an error, because the first request may still arrive', () => {
    const troubles: Answer['code'][] = ['unavailable', 'internal', 'csrf', 'rate-limited'];
    for (const code of troubles) {
      expect(next(again, answered({code} as Answer)), code).to.include({is: 'undecided', key});
    }
    expect(next(again, {type: 'found-offline', key})).to.include({is: 'undecided'});
  });

  it('keeps its key on a login page, for the time after signing in', () => {
    const undecided: Attempt = {is: 'undecided', key, tries, doubt: 'session'};
    expect(next(again, {type: 'turned-away', key})).to.deep.equal(undecided);
    expect(next(again, answered({code: 'session-required'}))).to.deep.equal(undecided);
  });

  it('is decided by an outcome that holds for every copy of the request', () => {
    expect(next(again, answered({code: 'code-mismatch', failures: 3, maxFailures: 5}))).to.include({
      is: 'ready',
    });
    expect(next(again, answered({code: 'not-registered'}))).to.include({is: 'ready'});
    expect(next(again, answered({code: 'verified', ...receipt})).is).to.equal('verified');
    expect(next(again, answered({code: 'in-progress'})).is).to.equal('checking');
  });
});

describe('an attempt restored after a reload', () => {
  const ready: Attempt = {is: 'ready', tries, notice: undefined};

  it('is looked up by key', () => {
    expect(next(ready, {type: 'recalled', key})).to.deep.equal(recalled);
  });

  it('takes the outcome that the endpoint returns', () => {
    expect(next(recalled, answered({code: 'verified', ...receipt})).is).to.equal('verified');
    expect(next(recalled, answered({code: 'locked', unlock: []})).is).to.equal('locked');
  });

  it('becomes ready when the endpoint does not know its key', () => {
    expect(next(recalled, answered({code: 'attempt-unknown'}))).to.deep.equal(ready);
  });

  it('can be looked up again by hand, and is never resent', () => {
    const undecided = next(recalled, {type: 'gave-up', key});
    expect(undecided).to.include({is: 'undecided', recalled: true});
    const asked = next(undecided, {type: 'asked'});
    expect(next(asked, answered({code: 'attempt-unknown'}))).to.deep.equal(ready);
  });

  it('does not interrupt a request, a lock or a rate limit', () => {
    const others: Attempt[] = [
      sending,
      {is: 'locked', tries, unlock: [], stands: false},
      {is: 'waiting', tries, seconds: 1, until: 1},
    ];
    for (const state of others) expect(next(state, {type: 'recalled', key})).to.equal(state);
  });
});

describe('an endpoint without idempotency keys', () => {
  it('reports a wrong code when the failure count has risen', () => {
    const standing = {code: 'ready', failures: 3, maxFailures: 5} as const;
    expect(next(checking, {type: 'never-known', key, standing})).to.deep.equal({
      is: 'ready',
      tries: {failures: 3, max: 5},
      notice: {is: 'code-mismatch'},
    });
  });

  it('reports a lock when the account is locked', () => {
    const standing = {code: 'locked', failures: 5, maxFailures: 5, unlock: []} as const;
    expect(next(checking, {type: 'never-known', key, standing})).to.include({is: 'locked'});
  });

  it('leaves the result unknown otherwise, even with a count of 0', () => {
    const zero = {code: 'ready', failures: 0, maxFailures: 5} as const;
    const same = {code: 'ready', failures: 2, maxFailures: 5} as const;
    for (const standing of [undefined, zero, same]) {
      const after = next(checking, {type: 'never-known', key, standing});
      expect(after).to.deep.include({is: 'ready', notice: {is: 'result-unknown'}});
    }
  });
});

describe('a message from the server', () => {
  const lost: AttemptEvent = {type: 'lost', key, doubt: 'not-understood', remark: '점검 중'};

  it('stays while the outcome is unknown, also after another lookup', () => {
    const asking = next(sending, lost);
    expect(asking).to.include({is: 'checking', remark: '점검 중'});
    const undecided = next(asking, {type: 'gave-up', key});
    expect(undecided).to.include({is: 'undecided', doubt: 'not-understood', remark: '점검 중'});
    const askedAgain = next(next(undecided, {type: 'asked'}), {type: 'gave-up', key});
    expect(askedAgain).to.include({is: 'undecided', remark: '점검 중'});
  });

  it('stays beside a result that remains unknown', () => {
    const {notice} = next(next(sending, lost), {type: 'never-known', key, standing: undefined}) as {
      readonly notice: unknown;
    };
    expect(notice).to.deep.equal({is: 'result-unknown', remark: '점검 중'});
  });

  it('is removed by an outcome or by another reason', () => {
    const asking = next(sending, lost);
    expect(next(asking, answered({code: 'code-mismatch'}))).to.not.have.nested.property(
      'notice.remark',
    );
    expect(next(asking, {type: 'turned-away', key})).to.not.have.property('remark');
  });
});

describe('a response', () => {
  it('verified ends the attempt with the receipt', () => {
    expect(next(sending, answered({code: 'verified', ...receipt, ...common}))).to.deep.equal({
      is: 'verified',
      receipt,
    });
  });
  it('code-mismatch takes the failure count of the endpoint', () => {
    const answer = {code: 'code-mismatch', ...common, failures: 3, maxFailures: 5} as const;
    expect(next(sending, answered(answer))).to.deep.equal({
      is: 'ready',
      tries: {failures: 3, max: 5},
      notice: {is: 'code-mismatch'},
    });
  });
  it('code-mismatch without a count invents none', () => {
    const first: Attempt = {...sending, tries: undefined};
    expect(next(first, answered({code: 'code-mismatch', ...common}))).to.deep.include({
      tries: undefined,
    });
  });
  it('locked takes the unlock methods that the endpoint names', () => {
    const answer: Answer = {code: 'locked', ...common, unlock: ['phone-identity']};
    expect(next(sending, answered(answer))).to.deep.include({
      is: 'locked',
      unlock: ['phone-identity'],
    });
  });
  it('session-required asks the trainee to sign in', () => {
    expect(next(sending, answered({code: 'session-required', ...common})).is).to.equal(
      'signed-out',
    );
  });
  it('rate-limited waits as long as the endpoint says, from 1 to 300 s (F22)', () => {
    const answer: Answer = {code: 'rate-limited', ...common};
    const after30 = next(sending, answered({...answer, retryAfter: 30}));
    expect(after30).to.deep.equal({is: 'waiting', tries, seconds: 30, until: 31_000});
    expect(next(sending, answered(answer))).to.deep.include({seconds: 5});
    for (const [retryAfter, seconds] of [
      [0, 1],
      [0.2, 1],
      [1e12, 300],
    ] as const) {
      const waiting = next(sending, answered({...answer, retryAfter}));
      expect(waiting).to.deep.include({seconds});
    }
  });
  it('in-progress starts a lookup by key (F24)', () => {
    expect(next(sending, answered({code: 'in-progress', ...common})).is).to.equal('checking');
  });
  it('for another key is ignored', () => {
    const late = answered({code: 'verified', ...receipt, ...common}, another);
    expect(next(sending, late)).to.equal(sending);
  });
  it('is ignored once the attempt is decided (F07)', () => {
    const decided = next(sending, answered({code: 'code-mismatch', ...common}));
    expect(next(decided, answered({code: 'verified', ...receipt, ...common}))).to.equal(decided);
  });
});

describe('a lookup by key', () => {
  it('continues when one of its requests fails', () => {
    const troubles: Answer[] = [
      {code: 'internal', ...common},
      {code: 'unavailable', ...common},
      {code: 'rate-limited', ...common},
      {code: 'csrf', ...common},
      {code: 'in-progress', ...common},
    ];
    for (const trouble of troubles) expect(next(checking, answered(trouble))).to.equal(checking);
  });
  it('keeps the key on a login page, for the time after signing in', () => {
    const undecided: Attempt = {is: 'undecided', key, tries, doubt: 'session'};
    expect(next(checking, {type: 'turned-away', key})).to.deep.equal(undecided);
    const signedOut = answered({code: 'session-required', ...common});
    expect(next(checking, signedOut)).to.deep.equal(undecided);
  });
});
