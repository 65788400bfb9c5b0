/** Finds the outcome of an attempt whose key was used before, or that could not start. */
import type {IdempotencyKey} from '../../src/core/contract.ts';
import {accountIdOf} from '../account-id.ts';
import type {Trainee} from '../auth.ts';
import type {EndpointContext} from '../context.ts';
import {problem, type Outcome} from '../problems.ts';
import type {AttemptClaim, AttemptRecord} from '../store/store.ts';
import {isLocked, lockedBody, RECENT_FAILURE_WINDOW_MS} from './decide.ts';

/** Returns why an attempt could not start: another request took its key, or the last try. */
export async function conflictResponse(
  {store, now, verifier}: EndpointContext,
  claim: AttemptClaim,
): Promise<Outcome> {
  const {accountId, key} = claim;
  const earlier = await store.read((tx) => tx.getAttempt(accountId, key));
  if (earlier) return replay(earlier, claim, now());
  const account = await store.read((tx) =>
    tx.getAccount(accountId, now() - RECENT_FAILURE_WINDOW_MS),
  );
  if (!account || !isLocked(account)) return problem('in-progress', now(), {retryAfter: 1});
  return {status: 423, body: lockedBody(account, now(), false, verifier.mode === 'local')};
}

/** Returns the outcome of a key, for `GET {endpoint}/attempts/{key}`. Changes nothing. */
export async function getOutcome(
  {store, now}: EndpointContext,
  trainee: Trainee,
  key: IdempotencyKey,
): Promise<Outcome> {
  const attempt = await store.read((tx) => tx.getAttempt(accountIdOf(trainee), key));
  if (attempt?.result?.body.code === 'unavailable') return problem('attempt-unknown', now());
  if (attempt?.result) return attempt.result;
  return attempt && attempt.expiresAt > now()
    ? problem('in-progress', now(), {retryAfter: 1})
    : problem('attempt-unknown', now());
}

/** Returns the outcome of an earlier attempt to a request with the same key. */
export function replay(
  {result, expiresAt, fingerprint: stored}: AttemptRecord,
  {fingerprint, earlierFingerprints = []}: AttemptClaim,
  now: number,
): Outcome {
  if (![fingerprint, ...earlierFingerprints].includes(stored)) return problem('key-reused', now);
  if (result) return {...result, isReplayed: true};
  // After the lease, the process has stopped. The verifier may have evaluated the code: never again.
  return expiresAt > now
    ? problem('in-progress', now, {retryAfter: 1})
    : problem('unavailable', now, {retryAfter: 5});
}
