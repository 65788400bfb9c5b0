/**
 * An attempt whose code an authority elsewhere decides. No transaction stays open while it is asked:
 * one takes key and account, another stores what came of it. Whoever stops between the two leaves
 * an attempt without an outcome, and its key never reaches the authority again.
 */
import type {AttemptRequest} from '../../src/core/contract.ts';
import type {VerifyResult} from '../verifier/verifier.ts';
import {decide, RECENT_FAILURE_WINDOW_MS} from './decide.ts';
import type {EndpointContext} from '../context.ts';
import {problem, type Outcome} from '../problems.ts';
import {conflictResponse} from './replay.ts';
import {createReceiptId} from '../receipts.ts';
import {NEW_ACCOUNT, StoreError, type Account, type AttemptClaim} from '../store/store.ts';
import type {Trainee} from '../auth.ts';

/** How often storing a verdict is tried: the authority can't be asked for it again. */
const MAX_STORE_TRIES = 4;

/** Decides an attempt by asking. */
export async function evaluateRemotely(
  endpoint: EndpointContext,
  trainee: Trainee,
  claim: AttemptClaim,
  request: AttemptRequest,
): Promise<Outcome> {
  const {store, verifier, encryption, now} = endpoint;
  const {subject, key} = claim;
  const usedCode = await encryption.hmac(`used ${subject} ${request.code}`);
  const account = await store.transaction(async (tx) => {
    await tx.addAccount(subject, NEW_ACCOUNT);
    const isOurs = await tx.claim(claim);
    return isOurs ? tx.acquireLease(subject, claim.at, claim.expiresAt) : undefined;
  }, isThere);
  if (!account) return conflictResponse(endpoint, claim);

  // The agency tells no time step, so what it accepted once is known again by its mark.
  const isUsed = account.lastCodeHmac === usedCode;
  const verdict: VerifyResult = isUsed
    ? {kind: 'replayed'}
    : await verifier.verify({trainee, account, request, now: claim.at});

  return retry(() =>
    store.transaction(async (tx) => {
      await tx.lockAccount(subject);
      const standing = await tx.getAccount(subject, claim.at - RECENT_FAILURE_WINDOW_MS);
      if (!standing) return problem('not-registered', now());
      const {rules} = endpoint;
      const one = {account: standing, result: verdict, rules, isAligned: false, createReceiptId};
      const decision = decide({...one, now: now()});
      const {account: after} = decision;
      const mark = decision.body.code === 'verified' ? usedCode : after.lastCodeHmac;
      await tx.updateAccount(subject, {...after, lastCodeHmac: mark, leaseUntil: 0});
      // Nobody knows whether the authority has looked: then the key must not reach it again.
      if (decision.isStored || verdict.kind === 'unknown')
        await tx.setResult(subject, key, decision);
      else await tx.releaseKey(subject, key);
      return decision;
    }),
  );
}

function isThere(account: Account | undefined): readonly [] | undefined {
  return account && [];
}

/** Tries again while the store is out of order; for some seconds, as long as the key is held. */
async function retry<Value>(work: () => Promise<Value>): Promise<Value> {
  for (let left = MAX_STORE_TRIES - 1; ; left--) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof StoreError) || left === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}
