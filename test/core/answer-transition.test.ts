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

describe('a second sending under the same key', () => {
  it('that meets trouble says nothing of the first, which may still arrive', () => {
    const troubles: Answer['code'][] = ['unavailable', 'internal', 'csrf', 'rate-limited'];
    for (const code of troubles) {
      expect(next(again, answered({code} as Answer)), code).to.include({is: 'undecided', key});
    }
    expect(next(again, {type: 'found-offline', key})).to.include({is: 'undecided'});
  });

  it('that meets a login page keeps the key for after signing in', () => {
    const undecided: Attempt = {is: 'undecided', key, tries, doubt: 'session'};
    expect(next(again, {type: 'turned-away', key})).to.deep.equal(undecided);
    expect(next(again, answered({code: 'session-required'}))).to.deep.equal(undecided);
  });

  it('is decided by what holds of the request however often it is sent', () => {
    expect(next(again, answered({code: 'code-mismatch', failures: 3, maxFailures: 5}))).to.include({
      is: 'ready',
    });
    expect(next(again, answered({code: 'not-registered'}))).to.include({is: 'ready'});
    expect(next(again, answered({code: 'verified', ...receipt})).is).to.equal('verified');
    expect(next(again, answered({code: 'in-progress'})).is).to.equal('checking');
  });
});

describe('an attempt from before a reload', () => {
  const ready: Attempt = {is: 'ready', tries, notice: undefined};

  it('is asked for', () => {
    expect(next(ready, {type: 'recalled', key})).to.deep.equal(recalled);
  });

  it('shows its outcome', () => {
    expect(next(recalled, answered({code: 'verified', ...receipt})).is).to.equal('verified');
    expect(next(recalled, answered({code: 'locked', unlock: []})).is).to.equal('locked');
  });

  it('of which the endpoint knows nothing is over: nothing is left to be sent', () => {
    expect(next(recalled, answered({code: 'attempt-unknown'}))).to.deep.equal(ready);
  });

  it('that can’t be found out can be asked for by hand, and still not sent', () => {
    const undecided = next(recalled, {type: 'gave-up', key});
    expect(undecided).to.include({is: 'undecided', recalled: true});
    const asked = next(undecided, {type: 'asked'});
    expect(next(asked, answered({code: 'attempt-unknown'}))).to.deep.equal(ready);
  });

  it('does not break into what is under way, locked or waiting', () => {
    const others: Attempt[] = [
      sending,
      {is: 'locked', tries, unlock: [], stands: false},
      {is: 'waiting', tries, seconds: 1, until: 1},
    ];
    for (const one of others) expect(next(one, {type: 'recalled', key})).to.equal(one);
  });
});

describe('without keys to ask by', () => {
  it('a count that has risen tells that the code was wrong', () => {
    const standing = {code: 'ready', failures: 3, maxFailures: 5} as const;
    expect(next(checking, {type: 'never-known', key, standing})).to.deep.equal({
      is: 'ready',
      tries: {failures: 3, max: 5},
      notice: {is: 'code-mismatch'},
    });
  });

  it('a lock tells that it was wrong, too', () => {
    const standing = {code: 'locked', failures: 5, maxFailures: 5, unlock: []} as const;
    expect(next(checking, {type: 'never-known', key, standing})).to.include({is: 'locked'});
  });

  it('anything else leaves it unknown; a count of 0 is no success', () => {
    const zero = {code: 'ready', failures: 0, maxFailures: 5} as const;
    const same = {code: 'ready', failures: 2, maxFailures: 5} as const;
    for (const standing of [undefined, zero, same]) {
      const after = next(checking, {type: 'never-known', key, standing});
      expect(after).to.deep.include({is: 'ready', notice: {is: 'result-unknown'}});
    }
  });
});

describe('what the endpoint says of it in words of its own', () => {
  const lost: AttemptEvent = {type: 'lost', key, doubt: 'not-understood', remark: '점검 중'};

  it('stays for as long as the outcome is not known, asked by hand and in vain again too', () => {
    const asking = next(sending, lost);
    expect(asking).to.include({is: 'checking', remark: '점검 중'});
    const undecided = next(asking, {type: 'gave-up', key});
    expect(undecided).to.include({is: 'undecided', doubt: 'not-understood', remark: '점검 중'});
    const askedAgain = next(next(undecided, {type: 'asked'}), {type: 'gave-up', key});
    expect(askedAgain).to.include({is: 'undecided', remark: '점검 중'});
  });

  it('stands beside an outcome that stays unknown', () => {
    const {notice} = next(next(sending, lost), {type: 'never-known', key, standing: undefined}) as {
      readonly notice: unknown;
    };
    expect(notice).to.deep.equal({is: 'result-unknown', remark: '점검 중'});
  });

  it('is gone with the outcome, and with another reason', () => {
    const asking = next(sending, lost);
    expect(next(asking, answered({code: 'code-mismatch'}))).to.not.have.nested.property(
      'notice.remark',
    );
    expect(next(asking, {type: 'turned-away', key})).to.not.have.property('remark');
  });
});

describe('the answer', () => {
  it('verified ends it, with the receipt', () => {
    expect(next(sending, answered({code: 'verified', ...receipt, ...common}))).to.deep.equal({
      is: 'verified',
      receipt,
    });
  });
  it('code-mismatch takes the count from the endpoint', () => {
    const answer = {code: 'code-mismatch', ...common, failures: 3, maxFailures: 5} as const;
    expect(next(sending, answered(answer))).to.deep.equal({
      is: 'ready',
      tries: {failures: 3, max: 5},
      notice: {is: 'code-mismatch'},
    });
  });
  it('code-mismatch without a count makes none up', () => {
    const first: Attempt = {...sending, tries: undefined};
    expect(next(first, answered({code: 'code-mismatch', ...common}))).to.deep.include({
      tries: undefined,
    });
  });
  it('locked leads to the ways out that the endpoint names', () => {
    const answer: Answer = {code: 'locked', ...common, unlock: ['phone-identity']};
    expect(next(sending, answered(answer))).to.deep.include({
      is: 'locked',
      unlock: ['phone-identity'],
    });
  });
  it('session-required leads to signing in again', () => {
    expect(next(sending, answered({code: 'session-required', ...common})).is).to.equal(
      'signed-out',
    );
  });
  it('rate-limited waits for as long as it says, within reason', () => {
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
  it('in-progress is asked for by key', () => {
    expect(next(sending, answered({code: 'in-progress', ...common})).is).to.equal('checking');
  });
  it('to another key means nothing', () => {
    const late = answered({code: 'verified', ...receipt, ...common}, another);
    expect(next(sending, late)).to.equal(sending);
  });
  it('that comes after all is decided means nothing', () => {
    const decided = next(sending, answered({code: 'code-mismatch', ...common}));
    expect(next(decided, answered({code: 'verified', ...receipt, ...common}))).to.equal(decided);
  });
});

describe('asking by key', () => {
  it('that meets trouble says nothing of the attempt, which stays unknown', () => {
    const troubles: Answer[] = [
      {code: 'internal', ...common},
      {code: 'unavailable', ...common},
      {code: 'rate-limited', ...common},
      {code: 'csrf', ...common},
      {code: 'in-progress', ...common},
    ];
    for (const trouble of troubles) expect(next(checking, answered(trouble))).to.equal(checking);
  });
  it('that meets a login page keeps the key for after signing in', () => {
    const undecided: Attempt = {is: 'undecided', key, tries, doubt: 'session'};
    expect(next(checking, {type: 'turned-away', key})).to.deep.equal(undecided);
    const signedOut = answered({code: 'session-required', ...common});
    expect(next(checking, signedOut)).to.deep.equal(undecided);
  });
});
