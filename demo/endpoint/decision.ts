/** Decides one attempt on one account by the contract's table. Pure: time and match come in. */
import type {Answer} from '../../src/core/contract.ts';
import type {Account} from './store.ts';
import {STEP_MS, stepAt, stepEndsInMs} from './totp.ts';

/** How many failures in a row lock (manual: 5회). */
export const MAX_FAILURES = 5;

/** How long into a step the code of the step before is still taken: a person must type it. */
export const GRACE_MS = 30_000;

/** How long a receipt can be checked, in ms. */
const RECEIPT_MS = 10 * 60_000;

/** What became of an attempt. */
export interface Decision {
  readonly status: number;
  readonly answer: Answer;
  /** The account afterwards. */
  readonly account: Account;
  /** Whether the outcome is kept under the attempt's key. */
  readonly kept: boolean;
}

/** What every answer about an account says. */
export function tallyOf(account: Account, now: number) {
  return {
    serverTime: now,
    failures: account.failures,
    maxFailures: MAX_FAILURES,
    period: STEP_MS / 1000,
    stepEndsInMs: stepEndsInMs(now),
  };
}

/** The answer while locked (manual: 5회 이상 틀린경우, 휴대폰 본인인증 후 다시 사용). */
export function locked(account: Account, now: number, counted: boolean): Answer {
  return {
    code: 'locked',
    unlock: ['phone-identity', 're-registration'],
    lockedAt: account.lockedAt ?? now,
    counted,
    ...tallyOf(account, now),
  };
}

/**
 * Decides an attempt.
 *
 * @param step the time step whose code was given, or `undefined` where it is none's
 * @param now ms since the epoch
 * @param newReceipt makes the id of a receipt
 */
export function decide(
  account: Account,
  step: number | undefined,
  now: number,
  newReceipt: () => string,
): Decision {
  const tally = tallyOf(account, now);
  if (step === undefined) return failed(account, now);
  if (step === account.lastStep) {
    const answer = {
      code: 'code-replayed',
      counted: false,
      nextCodeInMs: tally.stepEndsInMs,
      ...tally,
    } as const;
    return {status: 409, answer, account, kept: true};
  }
  const oldest = stepAt(now - GRACE_MS);
  if (step < oldest || step < account.lastStep) {
    return {
      status: 422,
      answer: {code: 'code-expired', counted: false, ...tally},
      account,
      kept: true,
    };
  }
  const verified = {...account, failures: 0, lastStep: step};
  return {
    status: 200,
    answer: {
      code: 'verified',
      verificationId: newReceipt(),
      verifiedAt: now,
      expiresAt: now + RECEIPT_MS,
      counted: false,
      ...tallyOf(verified, now),
    },
    account: verified,
    kept: true,
  };
}

function failed(before: Account, now: number): Decision {
  const failures = before.failures + 1;
  const locks = failures >= MAX_FAILURES;
  const account = {...before, failures, lockedAt: locks ? now : undefined};
  return locks
    ? {status: 423, answer: locked(account, now, true), account, kept: true}
    : {
        status: 422,
        answer: {code: 'code-mismatch', counted: true, ...tallyOf(account, now)},
        account,
        kept: true,
      };
}
