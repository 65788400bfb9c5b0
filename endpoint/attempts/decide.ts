/**
 * Decides one attempt on one account, by the table of the contract (docs/endpoint-contract.md). Pure:
 * the time and the verifier's result are arguments.
 */
import type {AttemptResponse} from '../../src/core/contract.ts';
import {MAX_FAILURES} from '../../src/core/max-failures.ts';
import type {Account, AccountSnapshot} from '../store/store.ts';
import {STEP_MS, stepAt, stepEndsInMs} from '../verifier/totp.ts';
import type {VerifyResult} from '../verifier/verifier.ts';

/** The rules that a site can change. */
export interface Rules {
  /** How long the code of the previous step is accepted, in ms: a person needs time to type it. */
  readonly graceMs: number;
  /** How many failures within {@link RECENT_FAILURE_WINDOW_MS} lock, despite successes in between. */
  readonly maxRecentFailures: number;
  /** How long a receipt is valid, in ms. */
  readonly receiptMs: number;
}

/** The rules of a site that changes none. */
export const DEFAULT_RULES: Rules = {
  graceMs: 30_000,
  maxRecentFailures: 30,
  receiptMs: 10 * 60_000,
};

/** The period in which a failure is recent, in ms: 30 days. */
export const RECENT_FAILURE_WINDOW_MS = 30 * 24 * 3_600_000;

/** The result of an attempt: the response and the account after it. */
export interface Decision {
  readonly status: number;
  readonly body: AttemptResponse;
  /** The account after the attempt. */
  readonly account: Account;
  /** Whether to store the response under the attempt's key, and to change the account. */
  readonly isStored: boolean;
}

/** The input of {@link decide}. */
export interface DecisionInput {
  /** The account before this attempt. */
  readonly account: AccountSnapshot;
  readonly result: VerifyResult;
  /** In ms since the epoch. */
  readonly now: number;
  readonly rules: Rules;
  /** Whether the verifier's time steps are those of RFC 6238, so that their end is known. */
  readonly isAligned: boolean;
  /** Creates the id of a receipt. */
  readonly createReceiptId: () => string;
}

/** Returns the fields that every response about an account has. */
export function failureFields(account: Account, now: number, isAligned: boolean) {
  return {
    serverTime: now,
    failures: account.failures,
    maxFailures: MAX_FAILURES,
    period: STEP_MS / 1000,
    ...(isAligned && {stepEndsInMs: stepEndsInMs(now)}),
  };
}

/** Returns the response for a locked account (manual: 5회 이상 틀린경우, 휴대폰 본인인증 후 다시 사용). */
export function lockedBody(
  account: Account,
  now: number,
  counted: boolean,
  isAligned: boolean,
): Extract<AttemptResponse, {code: 'locked'}> {
  return {
    code: 'locked',
    // Only an operator ends a suspension.
    unlock: account.suspendedAt === undefined ? ['phone-identity', 're-registration'] : [],
    lockedAt: account.lockedAt ?? now,
    counted,
    ...failureFields(account, now, isAligned),
  };
}

/** Returns whether the account is locked by failures in a row. */
export function isLocked({failures, lockedAt}: Account): boolean {
  return failures >= MAX_FAILURES || lockedAt !== undefined;
}

/** Returns whether no code is compared: after failures in a row, or after too many recent failures. */
export function isBlocked(account: AccountSnapshot, {maxRecentFailures}: Rules): boolean {
  return isLocked(account) || account.recentFailures >= maxRecentFailures;
}

/** Decides an attempt. */
export function decide(input: DecisionInput): Decision {
  const {account, result, now, isAligned} = input;
  const reject = (status: number, body: AttemptResponse): Decision => {
    return {status, body, account, isStored: false};
  };
  switch (result.kind) {
    case 'matches-step':
      return decideStep(input, result.step);
    case 'accepted':
      return verified(input, account);
    case 'mismatch':
      return failed(input);
    case 'replayed':
      return replayed(input);
    case 'identity-mismatch': {
      const fields = failureFields(account, now, isAligned);
      return reject(409, {code: result.kind, counted: false, ...result.mismatch, ...fields});
    }
    case 'not-registered':
      return reject(409, {code: result.kind, counted: false, serverTime: now});
    case 'locked': {
      // The agency keeps its own lock. The endpoint adopts it.
      const after = {...account, failures: MAX_FAILURES, lockedAt: account.lockedAt ?? now};
      const body = lockedBody(after, now, false, isAligned);
      return {status: 423, body, account: after, isStored: true};
    }
    case 'invalid-request':
      return reject(400, {code: result.kind, counted: false, serverTime: now});
    case 'rate-limited': {
      const {retryAfter} = result;
      return reject(429, {code: result.kind, retryAfter, counted: false, serverTime: now});
    }
    case 'internal':
      return reject(500, {code: result.kind, counted: false, serverTime: now});
    case 'unavailable':
    case 'unknown':
      return reject(503, {code: 'unavailable', counted: false, serverTime: now});
  }
}

function decideStep(input: DecisionInput, step: number): Decision {
  const {account, now, rules, isAligned} = input;
  if (step === account.lastStep) return replayed(input);
  if (step < stepAt(now - rules.graceMs) || step < account.lastStep) {
    const fields = failureFields(account, now, isAligned);
    const body = {code: 'code-expired', counted: false, ...fields} as const;
    return {status: 422, body, account, isStored: true};
  }
  return verified(input, {...account, lastStep: step});
}

function replayed({account, now, isAligned}: DecisionInput): Decision {
  const nextCode = isAligned && {nextCodeInMs: stepEndsInMs(now)};
  const fields = failureFields(account, now, isAligned);
  const body = {code: 'code-replayed', counted: false, ...nextCode, ...fields} as const;
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

function failed({account: before, now, rules, isAligned}: DecisionInput): Decision {
  const failures = before.failures + 1;
  // A success resets the failures in a row only: an attacker may have made the recent ones.
  const locks = failures >= MAX_FAILURES || before.recentFailures + 1 >= rules.maxRecentFailures;
  const account = {...before, failures, lockedAt: locks ? now : undefined};
  return locks
    ? {status: 423, body: lockedBody(account, now, true, isAligned), account, isStored: true}
    : {
        status: 422,
        body: {code: 'code-mismatch', counted: true, ...failureFields(account, now, isAligned)},
        account,
        isStored: true,
      };
}
