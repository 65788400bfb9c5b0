/**
 * Evaluates an attempt with a remote verifier. No transaction stays open during its request: the first
 * one takes the key and the account, the second one stores the result. If the process stops between
 * the two, the attempt has no result, and its key never reaches the verifier again.
 */
import type {AttemptRequest} from '../../src/core/contract.ts';
import type {Trainee} from '../auth.ts';
import type {EndpointContext} from '../context.ts';
import {problem, type Outcome} from '../problems.ts';
import {createReceiptId} from '../receipts.ts';
import {NEW_ACCOUNT, type Account, type AttemptClaim} from '../store/store.ts';
import {StoreError} from '../store/store-error.ts';
import type {VerifyResult} from '../verifier/verifier.ts';
import {decide, RECENT_FAILURE_WINDOW_MS} from './decide.ts';
import {conflictResponse} from './replay.ts';

/** How often the store is tried for one result. The verifier can't be asked for it again. */
const MAX_STORE_TRIES = 4;

/** The delay between two of those tries, in ms. */
const STORE_RETRY_DELAY_MS = 500;

/**
 * How long an accepted code is remembered, in ms: longer than an agency accepts one. Within this time
 * none counts twice, whatever was accepted in between.
 */
const USED_CODE_MS = 15 * 60_000;

/** Evaluates an attempt: takes the key and the account, calls the verifier, stores the result. */
export async function evaluateRemotely(
  context: EndpointContext,
  trainee: Trainee,
  claim: AttemptClaim,
  request: AttemptRequest,
): Promise<Outcome> {
  const {store, verifier, encryption, rules, now} = context;
  const {accountId, key} = claim;
  const codeHmacs = await encryption.hmacs(`used ${accountId} ${request.code}`);
  const [codeHmac = ''] = codeHmacs;
  const leased = await store.transaction(async (tx) => {
    await tx.addAccount(accountId, NEW_ACCOUNT);
    const isClaimed = await tx.claimKey(claim);
    return isClaimed ? tx.acquireLease(accountId, claim.at, claim.expiresAt) : undefined;
  }, isFound);
  if (!leased) return conflictResponse(context, claim);

  // The agency reports no time step, so a code that it has accepted is recognized by its HMAC.
  const result: VerifyResult = leased.usedCodes.some(
    ({hmac, at}) => codeHmacs.includes(hmac) && isRecent(at, claim.at),
  )
    ? {kind: 'replayed'}
    : await verifier.verify({trainee, account: leased, request, now: claim.at});

  return retry(() =>
    store.transaction(async (tx) => {
      await tx.lockAccount(accountId);
      const account = await tx.getAccount(accountId, claim.at - RECENT_FAILURE_WINDOW_MS);
      if (!account) return problem('not-registered', now());
      const input = {account, result, rules, isAligned: false, createReceiptId};
      const decision = decide({...input, now: now()});
      const {account: after} = decision;
      const recent = after.usedCodes.filter(({at}) => isRecent(at, now()));
      const isVerified = decision.body.code === 'verified';
      const usedCodes = isVerified ? [...recent, {hmac: codeHmac, at: now()}] : recent;
      await tx.updateAccount(accountId, {...after, usedCodes, leaseUntil: 0});
      // After an unknown result the verifier may have evaluated the code: the key stays taken.
      const keepsKey = decision.isStored || result.kind === 'unknown';
      await (keepsKey ? tx.setResult(accountId, key, decision) : tx.releaseKey(accountId, key));
      return decision;
    }),
  );
}

function isRecent(at: number, now: number): boolean {
  return at > now - USED_CODE_MS;
}

function isFound(account: Account | undefined): boolean {
  return account !== undefined;
}

/** Retries while the store fails: for some seconds, less than the key's lease. */
async function retry<Value>(work: () => Promise<Value>): Promise<Value> {
  for (let left = MAX_STORE_TRIES - 1; ; left--) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof StoreError) || left === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, STORE_RETRY_DELAY_MS));
    }
  }
}
