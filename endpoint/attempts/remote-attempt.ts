/**
 * An attempt whose code an authority elsewhere decides. No transaction stays open while it is asked:
 * one takes key and account, another stores what came of it. Whoever stops between the two leaves
 * an attempt without an outcome, and its key never reaches the authority again.
 */
import type {AttemptRequest} from '../../src/core/contract.ts';
import type {Verdict} from '../verifier/verifier.ts';
import {decide, RECENT_MS} from './decide.ts';
import {refused, type Endpoint, type Outcome} from '../context.ts';
import {notTaken} from './replay.ts';
import {newReceipt} from '../receipts.ts';
import {NEW_ACCOUNT, StoreError, type Account, type Claim} from '../store/store.ts';
import type {Trainee} from '../auth.ts';

/** How often storing a verdict is tried: the authority can't be asked for it again. */
const STORE_TRIES = 4;

/** Decides an attempt by asking. */
export async function decideElsewhere(
  endpoint: Endpoint,
  trainee: Trainee,
  claim: Claim,
  request: AttemptRequest,
): Promise<Outcome> {
  const {store, authority, seal, now} = endpoint;
  const {subject, key} = claim;
  const usedCode = await seal.mark(`used ${subject} ${request.code}`);
  const account = await store.transaction(async (records) => {
    await records.addAccount(subject, NEW_ACCOUNT);
    const isOurs = await records.claim(claim);
    return isOurs ? records.hold(subject, claim.at, claim.runsUntil) : undefined;
  }, isThere);
  if (!account) return notTaken(endpoint, claim);

  // The agency tells no time step, so what it accepted once is known again by its mark.
  const isUsed = account.usedCode === usedCode;
  const verdict: Verdict = isUsed
    ? {is: 'used'}
    : await authority.judge({trainee, account, request, now: claim.at});

  return patiently(() =>
    store.transaction(async (records) => {
      await records.lockAccount(subject);
      const standing = await records.standing(subject, claim.at - RECENT_MS);
      if (!standing) return refused('not-registered', now());
      const {rules} = endpoint;
      const one = {standing, verdict, rules, aligned: false, newReceipt};
      const decision = decide({...one, now: now()});
      const {account: after} = decision;
      const mark = decision.answer.code === 'verified' ? usedCode : after.usedCode;
      await records.putAccount(subject, {...after, usedCode: mark, busyUntil: 0});
      // Nobody knows whether the authority has looked: then the key must not reach it again.
      if (decision.kept || verdict.is === 'unknown') await records.finish(subject, key, decision);
      else await records.drop(subject, key);
      return decision;
    }),
  );
}

function isThere(account: Account | undefined): readonly [] | undefined {
  return account && [];
}

/** Tries again while the store is out of order; for some seconds, as long as the key is held. */
async function patiently<Value>(work: () => Promise<Value>): Promise<Value> {
  for (let left = STORE_TRIES - 1; ; left--) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof StoreError) || left === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}
