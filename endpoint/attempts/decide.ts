/** Decides one attempt on one account by the contract's table. Pure: time and verdict come in. */
import type {AttemptResponse} from '../../src/core/contract.ts';
import {MAX_FAILURES} from '../../src/core/max-failures.ts';
import type {VerifyResult} from '../verifier/verifier.ts';
import type {Account, AccountSnapshot} from '../store/store.ts';
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
export const RECENT_FAILURE_WINDOW_MS = 30 * 24 * 3_600_000;

/** What became of an attempt. */
export interface Decision {
  readonly status: number;
  readonly body: AttemptResponse;
  /** The account afterwards. */
  readonly account: Account;
  /** Whether the outcome is kept under the attempt's key, and the account is changed. */
  readonly isStored: boolean;
}

/** What every answer about an account says. `aligned`: steps are those of RFC 6238. */
export function failureFields(account: Account, now: number, aligned: boolean) {
  return {
    serverTime: now,
    failures: account.failures,
    maxFailures: MAX_FAILURES,
    period: STEP_MS / 1000,
    ...(aligned && {stepEndsInMs: stepEndsInMs(now)}),
  };
}

/** The answer while locked (manual: 5회 이상 틀린경우, 휴대폰 본인인증 후 다시 사용). */
export function lockedBody(
  account: Account,
  now: number,
  counted: boolean,
  aligned: boolean,
): Extract<AttemptResponse, {code: 'locked'}> {
  return {
    code: 'locked',
    unlock: ['phone-identity', 're-registration'],
    lockedAt: account.lockedAt ?? now,
    counted,
    ...failureFields(account, now, aligned),
  };
}

/** Whether no code is looked at. */
export function isLocked({failures, lockedAt}: Account): boolean {
  return failures >= MAX_FAILURES || lockedAt !== undefined;
}

/** Whether no code is looked at, be it for failures in a row or for those of 30 days. */
export function isBlocked(standing: AccountSnapshot, {maxRecentFailures}: Rules): boolean {
  return isLocked(standing) || standing.recentFailures >= maxRecentFailures;
}

/** What a decision is made from. */
export interface DecisionInput {
  /** The account as it was before this attempt. */
  readonly account: AccountSnapshot;
  readonly result: VerifyResult;
  /** ms since the epoch. */
  readonly now: number;
  readonly rules: Rules;
  /** Whether the authority's steps are those of RFC 6238, so that the end of one is known. */
  readonly isAligned: boolean;
  /** Makes the id of a receipt. */
  readonly createReceiptId: () => string;
}

/** Decides an attempt. */
export function decide(one: DecisionInput): Decision {
  const {account: standing, result, now, isAligned} = one;
  const tally = failureFields(standing, now, isAligned);
  const refused = (status: number, body: AttemptResponse): Decision => ({
    status,
    body,
    account: standing,
    isStored: false,
  });
  switch (result.kind) {
    case 'matches-step':
      return decideStep(one, result.step);
    case 'accepted':
      return verified(one, standing);
    case 'mismatch':
      return failed(one);
    case 'replayed':
      return replayed(one);
    case 'identity-mismatch':
      return refused(409, {code: result.kind, counted: false, ...result.mismatch, ...tally});
    case 'not-registered':
      return refused(409, {code: result.kind, counted: false, serverTime: now});
    case 'locked': {
      // The authority keeps a lock of its own: from here on it is ours as well.
      const account = {...standing, failures: MAX_FAILURES, lockedAt: standing.lockedAt ?? now};
      const body = lockedBody(account, now, false, isAligned);
      return {status: 423, body, account, isStored: true};
    }
    case 'invalid-request':
      return refused(400, {code: result.kind, counted: false, serverTime: now});
    case 'rate-limited': {
      const {retryAfter} = result;
      return refused(429, {code: result.kind, retryAfter, counted: false, serverTime: now});
    }
    case 'internal':
      return refused(500, {code: result.kind, counted: false, serverTime: now});
    case 'unavailable':
    case 'unknown':
      return refused(503, {code: 'unavailable', counted: false, serverTime: now});
  }
}

function decideStep(one: DecisionInput, step: number): Decision {
  const {account, now, rules, isAligned} = one;
  const tally = failureFields(account, now, isAligned);
  if (step === account.lastStep) return replayed(one);
  if (step < stepAt(now - rules.graceMs) || step < account.lastStep) {
    const body = {code: 'code-expired', counted: false, ...tally} as const;
    return {status: 422, body, account, isStored: true};
  }
  return verified(one, {...account, lastStep: step});
}

function replayed({account, now, isAligned}: DecisionInput): Decision {
  const soon = isAligned && {nextCodeInMs: stepEndsInMs(now)};
  const tally = failureFields(account, now, isAligned);
  const body = {code: 'code-replayed', counted: false, ...soon, ...tally} as const;
  return {status: 409, body, account, isStored: true};
}

function verified(
  {now, rules, isAligned, createReceiptId}: DecisionInput,
  before: Account,
): Decision {
  const account = {...before, failures: 0};
  return {
    status: 200,
    body: {
      code: 'verified',
      verificationId: createReceiptId(),
      verifiedAt: now,
      expiresAt: now + rules.receiptMs,
      counted: false,
      ...failureFields(account, now, isAligned),
    },
    account,
    isStored: true,
  };
}

function failed({account: standing, now, rules, isAligned}: DecisionInput): Decision {
  const failures = standing.failures + 1;
  // A success clears the failures in a row, not those that somebody else may have made before it.
  const locks = failures >= MAX_FAILURES || standing.recentFailures + 1 >= rules.maxRecentFailures;
  const account = {...standing, failures, lockedAt: locks ? now : undefined};
  return locks
    ? {status: 423, body: lockedBody(account, now, true, isAligned), account, isStored: true}
    : {
        status: 422,
        body: {code: 'code-mismatch', counted: true, ...failureFields(account, now, isAligned)},
        account,
        isStored: true,
      };
}
