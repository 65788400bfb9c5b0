/** Decides one attempt on one account by the contract's table. Pure: time and verdict come in. */
import type {Answer} from '../../src/core/contract.ts';
import type {Verdict} from '../verifier/verifier.ts';
import {MAX_FAILURES, type Account, type Standing} from '../store/store.ts';
import {STEP_MS, stepAt, stepEndsInMs} from '../verifier/totp.ts';

/** What a site can set. */
export interface Rules {
  /** How long into a step the code of the step before is still taken: a person must type it. */
  readonly graceMs: number;
  /** How many failures in 30 days lock, whatever succeeded between them. */
  readonly maxRecentFailures: number;
  /** How long a receipt can be checked, in ms. */
  readonly receiptMs: number;
}

/** What holds where a site sets nothing. */
export const DEFAULT_RULES: Rules = {
  graceMs: 30_000,
  maxRecentFailures: 30,
  receiptMs: 10 * 60_000,
};

/** Over which time failures are recent, in ms. */
export const RECENT_MS = 30 * 24 * 3_600_000;

/** What became of an attempt. */
export interface Decision {
  readonly status: number;
  readonly answer: Answer;
  /** The account afterwards. */
  readonly account: Account;
  /** Whether the outcome is kept under the attempt's key, and the account is changed. */
  readonly kept: boolean;
}

/** What every answer about an account says. `aligned`: steps are those of RFC 6238. */
export function tallyOf(account: Account, now: number, aligned: boolean) {
  return {
    serverTime: now,
    failures: account.failures,
    maxFailures: MAX_FAILURES,
    period: STEP_MS / 1000,
    ...(aligned && {stepEndsInMs: stepEndsInMs(now)}),
  };
}

/** The answer while locked (manual: 5회 이상 틀린경우, 휴대폰 본인인증 후 다시 사용). */
export function locked(
  account: Account,
  now: number,
  counted: boolean,
  aligned: boolean,
): Extract<Answer, {code: 'locked'}> {
  return {
    code: 'locked',
    unlock: ['phone-identity', 're-registration'],
    lockedAt: account.lockedAt ?? now,
    counted,
    ...tallyOf(account, now, aligned),
  };
}

/** Whether no code is looked at. */
export function isLocked({failures, lockedAt}: Account): boolean {
  return failures >= MAX_FAILURES || lockedAt !== undefined;
}

/** Whether no code is looked at, be it for failures in a row or for those of 30 days. */
export function isBarred(standing: Standing, {maxRecentFailures}: Rules): boolean {
  return isLocked(standing) || standing.recentFailures >= maxRecentFailures;
}

/** What a decision is made from. */
export interface Case {
  /** The account as it was before this attempt. */
  readonly standing: Standing;
  readonly verdict: Verdict;
  /** ms since the epoch. */
  readonly now: number;
  readonly rules: Rules;
  /** Whether the authority's steps are those of RFC 6238, so that the end of one is known. */
  readonly aligned: boolean;
  /** Makes the id of a receipt. */
  readonly newReceipt: () => string;
}

/** Decides an attempt. */
export function decide(one: Case): Decision {
  const {standing, verdict, now, aligned} = one;
  const tally = tallyOf(standing, now, aligned);
  const refused = (status: number, answer: Answer): Decision => ({
    status,
    answer,
    account: standing,
    kept: false,
  });
  switch (verdict.is) {
    case 'of-step':
      return ofStep(one, verdict.step);
    case 'right':
      return verified(one, standing);
    case 'wrong':
      return failed(one);
    case 'used':
      return replayed(one);
    case 'identity-mismatch':
      return refused(409, {code: verdict.is, counted: false, ...verdict.comparison, ...tally});
    case 'not-registered':
      return refused(409, {code: verdict.is, counted: false, serverTime: now});
    case 'locked': {
      // The authority keeps a lock of its own: from here on it is ours as well.
      const account = {...standing, failures: MAX_FAILURES, lockedAt: standing.lockedAt ?? now};
      const answer = locked(account, now, false, aligned);
      return {status: 423, answer, account, kept: true};
    }
    case 'invalid-request':
      return refused(400, {code: verdict.is, counted: false, serverTime: now});
    case 'rate-limited': {
      const {retryAfter} = verdict;
      return refused(429, {code: verdict.is, retryAfter, counted: false, serverTime: now});
    }
    case 'internal':
      return refused(500, {code: verdict.is, counted: false, serverTime: now});
    case 'unavailable':
    case 'unknown':
      return refused(503, {code: 'unavailable', counted: false, serverTime: now});
  }
}

function ofStep(one: Case, step: number): Decision {
  const {standing, now, rules, aligned} = one;
  const tally = tallyOf(standing, now, aligned);
  if (step === standing.lastStep) return replayed(one);
  if (step < stepAt(now - rules.graceMs) || step < standing.lastStep) {
    const answer = {code: 'code-expired', counted: false, ...tally} as const;
    return {status: 422, answer, account: standing, kept: true};
  }
  return verified(one, {...standing, lastStep: step});
}

function replayed({standing, now, aligned}: Case): Decision {
  const soon = aligned && {nextCodeInMs: stepEndsInMs(now)};
  const tally = tallyOf(standing, now, aligned);
  const answer = {code: 'code-replayed', counted: false, ...soon, ...tally} as const;
  return {status: 409, answer, account: standing, kept: true};
}

function verified({now, rules, aligned, newReceipt}: Case, before: Account): Decision {
  const account = {...before, failures: 0};
  return {
    status: 200,
    answer: {
      code: 'verified',
      verificationId: newReceipt(),
      verifiedAt: now,
      expiresAt: now + rules.receiptMs,
      counted: false,
      ...tallyOf(account, now, aligned),
    },
    account,
    kept: true,
  };
}

function failed({standing, now, rules, aligned}: Case): Decision {
  const failures = standing.failures + 1;
  // A success clears the failures in a row, not those that somebody else may have made before it.
  const locks = failures >= MAX_FAILURES || standing.recentFailures + 1 >= rules.maxRecentFailures;
  const account = {...standing, failures, lockedAt: locks ? now : undefined};
  return locks
    ? {status: 423, answer: locked(account, now, true, aligned), account, kept: true}
    : {
        status: 422,
        answer: {code: 'code-mismatch', counted: true, ...tallyOf(account, now, aligned)},
        account,
        kept: true,
      };
}
