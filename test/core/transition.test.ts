import {expect} from '@open-wc/testing';
import {INITIAL, type Attempt, type AttemptEvent, type Tries} from '../../src/core/state.ts';
import {next} from '../../src/core/transition.ts';
import type {Answer, AttemptKey} from '../../src/core/contract.ts';

const key = 'a-key-of-twenty-two-ch' as AttemptKey;
const another = 'another-key-22-chars-x' as AttemptKey;
const tries: Tries = {failures: 2, max: 5};
const sending: Attempt = {is: 'sending', key, tries, resent: false};
const checking: Attempt = {is: 'checking', key, tries, resent: false, doubt: 'network'};
const common = {serverTime: 0, counted: false};
const receipt = {verificationId: 'v', verifiedAt: 1, expiresAt: 2};

function answered(answer: Answer, to = key): AttemptEvent {
  return {type: 'answered', key: to, answer, at: 1000};
}

describe('pressing 인증하기', () => {
  it('sends the code', () => {
    expect(next(INITIAL, {type: 'submitted', key})).to.deep.equal({
      ...sending,
      tries: undefined,
    });
  });
  it('sends nothing while another attempt is pending', () => {
    for (const open of [sending, checking]) {
      expect(next(open, {type: 'submitted', key: another})).to.equal(open);
    }
  });
  it('sends nothing while locked, rate-limited, unknown or verified', () => {
    const closed: Attempt[] = [
      {is: 'locked', tries, unlock: [], stands: false},
      {is: 'waiting', tries, seconds: 1, until: 1},
      {is: 'undecided', key, tries, doubt: 'network'},
      {is: 'verified', receipt},
    ];
    for (const state of closed) expect(next(state, {type: 'submitted', key})).to.equal(state);
  });
  it('sends again after the session ended', () => {
    expect(next({is: 'signed-out', tries}, {type: 'submitted', key}).is).to.equal('sending');
  });
  it('reports an incomplete code and counts nothing', () => {
    const ready: Attempt = {is: 'ready', tries, notice: undefined};
    expect(next(ready, {type: 'refused', why: {is: 'wrong-length', digits: 5}})).to.deep.equal({
      is: 'ready',
      tries,
      notice: {is: 'code-length', digits: 5},
    });
  });
});

describe('a lost response', () => {
  it('is looked up by key', () => {
    expect(next(sending, {type: 'lost', key, doubt: 'timeout'})).to.deep.equal({
      ...checking,
      doubt: 'timeout',
    });
  });
  it('is resent once under the same key when the endpoint does not know it', () => {
    const unknown = answered({code: 'attempt-unknown', ...common});
    const again = next(checking, unknown);
    expect(again).to.deep.equal({...sending, resent: true});
    const lostAgain = next(again, {type: 'lost', key, doubt: 'network'});
    expect(next(lostAgain, unknown).is).to.equal('undecided');
  });
  it('becomes unknown when the lookup ends, until the trainee asks again', () => {
    const undecided = next(checking, {type: 'gave-up', key});
    expect(undecided).to.deep.equal({is: 'undecided', key, tries, doubt: 'network'});
    expect(next(undecided, {type: 'asked'}).is).to.equal('checking');
  });
});

describe('a reset', () => {
  it('removes the notice and keeps the failure count', () => {
    const ready: Attempt = {is: 'ready', tries, notice: {is: 'code-mismatch'}};
    expect(next(ready, {type: 'reset'})).to.deep.equal({is: 'ready', tries, notice: undefined});
    expect(next({is: 'verified', receipt}, {type: 'reset'})).to.equal(INITIAL);
  });
  it('keeps a pending, unknown or rate-limited attempt', () => {
    const undecided: Attempt = {is: 'undecided', key, tries, doubt: 'network'};
    const waiting: Attempt = {is: 'waiting', tries, seconds: 1, until: 1};
    for (const open of [sending, checking, undecided, waiting]) {
      expect(next(open, {type: 'reset'})).to.equal(open);
    }
  });
});

describe('an account status', () => {
  it('changes nothing that is already known, except its notice', () => {
    const ready: Attempt = {is: 'ready', tries, notice: {is: 'code-empty'}};
    const standing = {code: 'ready', failures: 2, maxFailures: 5} as const;
    expect(next(ready, {type: 'informed', standing})).to.equal(ready);
    const notice = {is: 'code-expired'} as const;
    const posted = next(ready, {type: 'informed', standing: {...standing, notice}});
    expect(posted).to.deep.equal({...ready, notice});
  });
});

describe('a lock', () => {
  const locked: Attempt = {
    is: 'locked',
    tries: {failures: 5, max: 5},
    unlock: [],
    stands: false,
  };

  it('is set on load when the endpoint reports it', () => {
    const standing = {code: 'locked', failures: 5, maxFailures: 5, unlock: []} as const;
    expect(next(INITIAL, {type: 'informed', standing})).to.deep.equal(locked);
  });
  it('is marked as rechecked, once, when the endpoint still reports it', () => {
    const standing = {code: 'locked', failures: 5, maxFailures: 5, unlock: []} as const;
    const stands = next(locked, {type: 'informed', standing});
    expect(stands).to.deep.equal({...locked, stands: true});
    expect(next(stands, {type: 'informed', standing})).to.equal(stands);
  });
  it('ends only when the endpoint reports its end', () => {
    expect(next(locked, {type: 'reset'})).to.equal(locked);
    expect(next(locked, {type: 'submitted', key})).to.equal(locked);
    const standing = {code: 'ready', failures: 0, maxFailures: 5} as const;
    expect(next(locked, {type: 'informed', standing})).to.deep.equal({
      is: 'ready',
      tries: {failures: 0, max: 5},
      notice: {is: 'unlocked'},
    });
  });
  it('does not interrupt a pending attempt', () => {
    const standing = {code: 'locked', unlock: []} as const;
    expect(next(sending, {type: 'informed', standing})).to.equal(sending);
  });
});

describe('a success restored from the back/forward cache', () => {
  it('counts only after the endpoint confirms it (F31)', () => {
    const back = next({is: 'verified', receipt}, {type: 'recalled', key});
    expect(back).to.include({is: 'checking', recalled: true});
    expect(next(back, answered({code: 'attempt-unknown'})).is).to.equal('ready');
  });
});

describe('another check in the same element', () => {
  it('keeps the failure count and the lock, and nothing else', () => {
    const event: AttemptEvent = {type: 'superseded', by: 'check'};
    for (const open of [sending, checking, {...checking, is: 'undecided'} as Attempt]) {
      expect(next(open, event)).to.deep.equal({is: 'ready', tries, notice: undefined});
    }
    const locked: Attempt = {is: 'locked', tries, unlock: [], stands: false};
    expect(next(locked, event)).to.equal(locked);
    expect(next({is: 'verified', receipt}, event).is).to.equal('ready');
  });

  it('keeps nothing for another trainee', () => {
    const locked: Attempt = {is: 'locked', tries, unlock: [], stands: false};
    const event: AttemptEvent = {type: 'superseded', by: 'trainee'};
    expect(next(locked, event)).to.deep.equal({is: 'ready', tries: undefined, notice: undefined});
  });
});

describe('a restored network connection', () => {
  it('removes the offline notice and nothing else', () => {
    const offline: Attempt = {is: 'ready', tries, notice: {is: 'offline'}};
    expect(next(offline, {type: 'reconnected'})).to.deep.equal({...offline, notice: undefined});
    const wrong: Attempt = {is: 'ready', tries, notice: {is: 'code-mismatch'}};
    expect(next(wrong, {type: 'reconnected'})).to.equal(wrong);
  });
});

describe('an account status while signed out', () => {
  it('means that the session is back', () => {
    const standing = {code: 'ready', failures: 2, maxFailures: 5} as const;
    const event: AttemptEvent = {type: 'informed', standing};
    expect(next({is: 'signed-out', tries}, event)).to.include({is: 'ready'});
  });
});
