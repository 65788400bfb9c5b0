import {expect} from '@open-wc/testing';
import {
  INITIAL_STATE,
  type VerificationState,
  type VerificationEvent,
  type FailureCount,
} from '../../src/core/state.ts';
import {transition} from '../../src/core/transition.ts';
import type {AttemptResponse, IdempotencyKey} from '../../src/core/contract.ts';

const key = 'a-key-of-twenty-two-ch' as IdempotencyKey;
const another = 'another-key-22-chars-x' as IdempotencyKey;
const failureCount: FailureCount = {failures: 2, max: 5};
const sending: VerificationState = {status: 'sending', key, failureCount, isResent: false};
const checking: VerificationState = {
  status: 'checking',
  key,
  failureCount,
  isResent: false,
  reason: 'network',
};
const common = {serverTime: 0, counted: false};
const receipt = {verificationId: 'v', verifiedAt: 1, expiresAt: 2};

function answered(answer: AttemptResponse, to = key): VerificationEvent {
  return {type: 'answered', key: to, response: answer, at: 1000};
}

describe('pressing 인증하기', () => {
  it('sends the code', () => {
    expect(transition(INITIAL_STATE, {type: 'submitted', key})).to.deep.equal({
      ...sending,
      failureCount: undefined,
    });
  });
  it('sends nothing while another attempt is pending', () => {
    for (const open of [sending, checking]) {
      expect(transition(open, {type: 'submitted', key: another})).to.equal(open);
    }
  });
  it('sends nothing while locked, rate-limited, unknown or verified', () => {
    const closed: VerificationState[] = [
      {status: 'locked', failureCount, unlock: [], wasRechecked: false},
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
    const unknown = answered({code: 'attempt-unknown', ...common});
    const again = transition(checking, unknown);
    expect(again).to.deep.equal({...sending, isResent: true});
    const lostAgain = transition(again, {type: 'lost', key, reason: 'network'});
    expect(transition(lostAgain, unknown).status).to.equal('unknown');
  });
  it('becomes unknown when the lookup ends, until the trainee asks again', () => {
    const undecided = transition(checking, {type: 'polling-ended', key});
    expect(undecided).to.deep.equal({status: 'unknown', key, failureCount, reason: 'network'});
    expect(transition(undecided, {type: 'recheck'}).status).to.equal('checking');
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
    const undecided: VerificationState = {status: 'unknown', key, failureCount, reason: 'network'};
    const waiting: VerificationState = {status: 'rate-limited', failureCount, seconds: 1, until: 1};
    for (const open of [sending, checking, undecided, waiting]) {
      expect(transition(open, {type: 'reset'})).to.equal(open);
    }
  });
});

describe('an account status', () => {
  it('changes nothing that is already known, except its notice', () => {
    const ready: VerificationState = {status: 'ready', failureCount, notice: {kind: 'code-empty'}};
    const accountStatus = {code: 'ready', failures: 2, maxFailures: 5} as const;
    expect(transition(ready, {type: 'status-received', accountStatus})).to.equal(ready);
    const notice = {kind: 'code-expired'} as const;
    const posted = transition(ready, {
      type: 'status-received',
      accountStatus: {...accountStatus, notice},
    });
    expect(posted).to.deep.equal({...ready, notice});
  });
});

describe('a lock', () => {
  const locked: VerificationState = {
    status: 'locked',
    failureCount: {failures: 5, max: 5},
    unlock: [],
    wasRechecked: false,
  };

  it('is set on load when the endpoint reports it', () => {
    const accountStatus = {code: 'locked', failures: 5, maxFailures: 5, unlock: []} as const;
    expect(transition(INITIAL_STATE, {type: 'status-received', accountStatus})).to.deep.equal(
      locked,
    );
  });
  it('is marked as rechecked, once, when the endpoint still reports it', () => {
    const accountStatus = {code: 'locked', failures: 5, maxFailures: 5, unlock: []} as const;
    const wasRechecked = transition(locked, {type: 'status-received', accountStatus});
    expect(wasRechecked).to.deep.equal({...locked, wasRechecked: true});
    expect(transition(wasRechecked, {type: 'status-received', accountStatus})).to.equal(
      wasRechecked,
    );
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
    const back = transition({status: 'verified', receipt}, {type: 'restored', key});
    expect(back).to.include({status: 'checking', isRestored: true});
    expect(transition(back, answered({code: 'attempt-unknown'})).status).to.equal('ready');
  });
});

describe('another check in the same element', () => {
  it('keeps the failure count and the lock, and nothing else', () => {
    const event: VerificationEvent = {type: 'superseded', by: 'check'};
    for (const open of [sending, checking, {...checking, status: 'unknown'} as VerificationState]) {
      expect(transition(open, event)).to.deep.equal({
        status: 'ready',
        failureCount,
        notice: undefined,
      });
    }
    const locked: VerificationState = {
      status: 'locked',
      failureCount,
      unlock: [],
      wasRechecked: false,
    };
    expect(transition(locked, event)).to.equal(locked);
    expect(transition({status: 'verified', receipt}, event).status).to.equal('ready');
  });

  it('keeps nothing for another trainee', () => {
    const locked: VerificationState = {
      status: 'locked',
      failureCount,
      unlock: [],
      wasRechecked: false,
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
