import {expect} from '@open-wc/testing';
import type {Attempt, AttemptEvent, Tries} from '../../src/core/state.ts';
import {next} from '../../src/core/transition.ts';
import type {Answer, AttemptKey} from '../../src/core/contract.ts';

const key = 'a-key-of-twenty-two-ch' as AttemptKey;
const tries: Tries = {failures: 2, max: 5};
const sending: Attempt = {is: 'sending', key, tries, resent: false};
const again: Attempt = {...sending, resent: true};
const checking: Attempt = {is: 'checking', key, tries, resent: false, doubt: 'network'};
const recalled: Attempt = {...checking, resent: true, recalled: true};
const receipt = {verificationId: 'v', verifiedAt: 1, expiresAt: 2};

function answered(answer: Answer): AttemptEvent {
  return {type: 'answered', key, answer, at: 1000};
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

describe('success from before the page was left', () => {
  it('is none until the endpoint confirms it', () => {
    const back = next({is: 'verified', receipt}, {type: 'recalled', key});
    expect(back).to.include({is: 'checking', recalled: true});
    expect(next(back, answered({code: 'attempt-unknown'})).is).to.equal('ready');
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

describe('another check in the same element', () => {
  it('takes over the count and the lock, and nothing else', () => {
    const event: AttemptEvent = {type: 'superseded', by: 'check'};
    for (const open of [sending, checking, {...checking, is: 'undecided'} as Attempt]) {
      expect(next(open, event)).to.deep.equal({is: 'ready', tries, notice: undefined});
    }
    const locked: Attempt = {is: 'locked', tries, unlock: [], stands: false};
    expect(next(locked, event)).to.equal(locked);
    expect(next({is: 'verified', receipt}, event).is).to.equal('ready');
  });

  it('of another trainee takes over nothing', () => {
    const locked: Attempt = {is: 'locked', tries, unlock: [], stands: false};
    const event: AttemptEvent = {type: 'superseded', by: 'trainee'};
    expect(next(locked, event)).to.deep.equal({is: 'ready', tries: undefined, notice: undefined});
  });
});

describe('a network that is back', () => {
  it('takes the message of its loss away, and nothing else', () => {
    const offline: Attempt = {is: 'ready', tries, notice: {is: 'offline'}};
    expect(next(offline, {type: 'reconnected'})).to.deep.equal({...offline, notice: undefined});
    const wrong: Attempt = {is: 'ready', tries, notice: {is: 'code-mismatch'}};
    expect(next(wrong, {type: 'reconnected'})).to.equal(wrong);
  });
});

describe('how things stand, told to one who was signed out', () => {
  it('means that the login is back', () => {
    const standing = {code: 'ready', failures: 2, maxFailures: 5} as const;
    const event: AttemptEvent = {type: 'informed', standing};
    expect(next({is: 'signed-out', tries}, event)).to.include({is: 'ready'});
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
