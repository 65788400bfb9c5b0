import {expect} from '@open-wc/testing';
import {
  INITIAL_STATE,
  type AccountStatus,
  type VerificationEvent,
  type VerificationState,
} from '../../src/core/state.ts';
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

describe('pressing 인증하기', () => {
  it('sends the code', () => {
    expect(transition(INITIAL_STATE, {type: 'submitted', key})).to.deep.equal({
      ...sending,
      failureCount: undefined,
    });
  });
  it('sends nothing while another attempt is pending', () => {
    for (const state of [sending, checking]) {
      expect(transition(state, {type: 'submitted', key: otherKey})).to.equal(state);
    }
  });
  it('sends nothing while locked, rate-limited, unknown or verified', () => {
    const closed: VerificationState[] = [
      {status: 'locked', failureCount, unlock: [], recheck: 'none'},
      {status: 'rate-limited', failureCount, seconds: 1, until: 1},
      {status: 'unknown', key, failureCount, reason: 'network'},
      {status: 'verified', receipt},
    ];
    for (const state of closed) expect(transition(state, {type: 'submitted', key})).to.equal(state);
  });
  it('sends again after the session ended', () => {
    expect(
      transition({status: 'signed-out', failureCount}, {type: 'submitted', key}).status,
    ).to.equal('sending');
  });
  it('reports a code that was just refused, counts nothing, and is silent after an edit', () => {
    const ready: VerificationState = {
      status: 'ready',
      failureCount,
      notice: {kind: 'code-mismatch'},
    };
    const refused = transition(ready, {type: 'refused', error: {kind: 'code-repeated'}});
    expect(refused).to.deep.equal({
      status: 'ready',
      failureCount,
      notice: {kind: 'code-repeated'},
    });
    expect(transition(refused, {type: 'edited'})).to.include({notice: undefined});
  });
  it('reports an incomplete code and counts nothing', () => {
    const ready: VerificationState = {status: 'ready', failureCount, notice: undefined};
    expect(
      transition(ready, {type: 'refused', error: {kind: 'wrong-length', digits: 5}}),
    ).to.deep.equal({
      status: 'ready',
      failureCount,
      notice: {kind: 'code-length', digits: 5},
    });
  });
});

describe('a lost response', () => {
  it('is looked up by key', () => {
    expect(transition(sending, {type: 'lost', key, reason: 'timeout'})).to.deep.equal({
      ...checking,
      reason: 'timeout',
    });
  });
  it('is resent once under the same key when the endpoint does not know it', () => {
    const notFound = answered({code: 'attempt-unknown', ...common});
    const resent = transition(checking, notFound);
    expect(resent).to.deep.equal({...sending, isResent: true});
    const lostAgain = transition(resent, {type: 'lost', key, reason: 'network'});
    expect(transition(lostAgain, notFound).status).to.equal('unknown');
  });
  it('becomes unknown when the lookup ends, until the trainee asks again', () => {
    const unknown = transition(checking, {type: 'polling-ended', key});
    expect(unknown).to.deep.equal({status: 'unknown', key, failureCount, reason: 'network'});
    expect(transition(unknown, {type: 'recheck'}).status).to.equal('checking');
  });
});

describe('a reset', () => {
  it('removes the notice and keeps the failure count', () => {
    const ready: VerificationState = {
      status: 'ready',
      failureCount,
      notice: {kind: 'code-mismatch'},
    };
    expect(transition(ready, {type: 'reset'})).to.deep.equal({
      status: 'ready',
      failureCount,
      notice: undefined,
    });
    expect(transition({status: 'verified', receipt}, {type: 'reset'})).to.equal(INITIAL_STATE);
  });
  it('keeps a pending, unknown or rate-limited attempt', () => {
    const unknown: VerificationState = {status: 'unknown', key, failureCount, reason: 'network'};
    const rateLimited: VerificationState = {
      status: 'rate-limited',
      failureCount,
      seconds: 1,
      until: 1,
    };
    for (const state of [sending, checking, unknown, rateLimited]) {
      expect(transition(state, {type: 'reset'})).to.equal(state);
    }
  });
});

describe('an account status', () => {
  it('changes nothing that is already known, except its notice', () => {
    const ready: VerificationState = {status: 'ready', failureCount, notice: {kind: 'code-empty'}};
    const accountStatus = {code: 'ready', failures: 2, maxFailures: 5} as const;
    expect(transition(ready, {type: 'status-received', accountStatus})).to.equal(ready);
    const notice = {kind: 'code-expired'} as const;
    const updated = transition(ready, {
      type: 'status-received',
      accountStatus: {...accountStatus, notice},
    });
    expect(updated).to.deep.equal({...ready, notice});
  });
});

describe('a lock', () => {
  const locked: VerificationState = {
    status: 'locked',
    failureCount: {failures: 5, max: 5},
    unlock: [],
    recheck: 'none',
  };

  it('is set on load when the endpoint reports it', () => {
    const accountStatus = {code: 'locked', failures: 5, maxFailures: 5, unlock: []} as const;
    expect(transition(INITIAL_STATE, {type: 'status-received', accountStatus})).to.deep.equal(
      locked,
    );
  });
  it('is marked as rechecked, once, when the endpoint still reports it', () => {
    const accountStatus = {code: 'locked', failures: 5, maxFailures: 5, unlock: []} as const;
    const rechecked = transition(locked, {type: 'status-received', accountStatus});
    expect(rechecked).to.deep.equal({...locked, recheck: 'still-locked'});
    expect(transition(rechecked, {type: 'status-received', accountStatus})).to.equal(rechecked);
  });
  it('stays as it is when the page asks on arrival, unless the lock has ended', () => {
    const isAutomatic = true;
    const asked = (accountStatus: AccountStatus): VerificationState =>
      transition(locked, {type: 'status-received', accountStatus, isAutomatic});
    expect(asked({code: 'locked', unlock: []})).to.equal(locked);
    expect(transition(locked, {type: 'status-unavailable', isAutomatic})).to.equal(locked);
    expect(asked({code: 'not-registered'})).to.deep.include({recheck: 'reset'});
    expect(asked({code: 'ready'})).to.deep.include({status: 'ready'});
  });
  it('is marked when the status could not be read, until it can', () => {
    const failed = transition(locked, {type: 'status-unavailable'});
    expect(failed).to.deep.equal({...locked, recheck: 'unavailable'});
    expect(transition(INITIAL_STATE, {type: 'status-unavailable'})).to.equal(INITIAL_STATE);
    const accountStatus = {code: 'locked', unlock: []} as const;
    expect(transition(failed, {type: 'status-received', accountStatus})).to.deep.include({
      recheck: 'still-locked',
    });
  });
  it('ends only when the endpoint reports its end', () => {
    expect(transition(locked, {type: 'reset'})).to.equal(locked);
    expect(transition(locked, {type: 'submitted', key})).to.equal(locked);
    const accountStatus = {code: 'ready', failures: 0, maxFailures: 5} as const;
    expect(transition(locked, {type: 'status-received', accountStatus})).to.deep.equal({
      status: 'ready',
      failureCount: {failures: 0, max: 5},
      notice: {kind: 'unlocked'},
    });
  });
  it('does not interrupt a pending attempt', () => {
    const accountStatus = {code: 'locked', unlock: []} as const;
    expect(transition(sending, {type: 'status-received', accountStatus})).to.equal(sending);
  });
});

describe('a success restored from the back/forward cache', () => {
  it('counts only after the endpoint confirms it (F31)', () => {
    const restored = transition({status: 'verified', receipt}, {type: 'restored', key});
    expect(restored).to.include({status: 'checking', isRestored: true});
    expect(transition(restored, answered({code: 'attempt-unknown'})).status).to.equal('ready');
  });
});

describe('another check in the same element', () => {
  it('keeps the failure count and the lock, and nothing else', () => {
    const event: VerificationEvent = {type: 'superseded', by: 'check'};
    for (const state of [
      sending,
      checking,
      {...checking, status: 'unknown'} as VerificationState,
    ]) {
      expect(transition(state, event)).to.deep.equal({
        status: 'ready',
        failureCount,
        notice: undefined,
      });
    }
    const locked: VerificationState = {
      status: 'locked',
      failureCount,
      unlock: [],
      recheck: 'none',
    };
    expect(transition(locked, event)).to.equal(locked);
    expect(transition({status: 'verified', receipt}, event).status).to.equal('ready');
  });

  it('keeps nothing for another trainee', () => {
    const locked: VerificationState = {
      status: 'locked',
      failureCount,
      unlock: [],
      recheck: 'none',
    };
    const event: VerificationEvent = {type: 'superseded', by: 'trainee'};
    expect(transition(locked, event)).to.deep.equal({
      status: 'ready',
      failureCount: undefined,
      notice: undefined,
    });
  });
});

describe('a restored network connection', () => {
  it('removes the offline notice and nothing else', () => {
    const offline: VerificationState = {status: 'ready', failureCount, notice: {kind: 'offline'}};
    expect(transition(offline, {type: 'reconnected'})).to.deep.equal({
      ...offline,
      notice: undefined,
    });
    const wrong: VerificationState = {
      status: 'ready',
      failureCount,
      notice: {kind: 'code-mismatch'},
    };
    expect(transition(wrong, {type: 'reconnected'})).to.equal(wrong);
  });
});

describe('an account status while signed out', () => {
  it('means that the session is back', () => {
    const accountStatus = {code: 'ready', failures: 2, maxFailures: 5} as const;
    const event: VerificationEvent = {type: 'status-received', accountStatus};
    expect(transition({status: 'signed-out', failureCount}, event)).to.include({status: 'ready'});
  });
});
