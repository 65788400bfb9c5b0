/** What became of an attempt that came before, or could not begin. */
import type {IdempotencyKey} from '../../src/core/contract.ts';
import {isLocked, lockedBody, RECENT_FAILURE_WINDOW_MS} from './decide.ts';
import type {EndpointContext} from '../context.ts';
import {problem, type Outcome} from '../problems.ts';
import type {AttemptRecord, AttemptClaim} from '../store/store.ts';
import type {Trainee} from '../auth.ts';

/** Why an attempt could not begin: its key was taken, or the last try. */
export async function conflictResponse(
  {store, now, verifier}: EndpointContext,
  claim: AttemptClaim,
): Promise<Outcome> {
  const {subject, key, fingerprint} = claim;
  const before = await store.read((tx) => tx.getAttempt(subject, key));
  if (before) return replay(before, fingerprint, now());
  const standing = await store.read((tx) =>
    tx.getAccount(subject, now() - RECENT_FAILURE_WINDOW_MS),
  );
  if (!standing || !isLocked(standing)) return problem('in-progress', now(), {retryAfter: 1});
  return {status: 423, body: lockedBody(standing, now(), false, verifier.mode === 'local')};
}

/** What became of the attempt of this key; asking changes nothing. */
export async function getOutcome(
  {store, now}: EndpointContext,
  {subject}: Trainee,
  key: IdempotencyKey,
): Promise<Outcome> {
  const found = await store.read((tx) => tx.getAttempt(subject, key));
  if (found?.result?.body.code === 'unavailable') return problem('attempt-unknown', now());
  if (found?.result) return found.result;
  return found && found.expiresAt > now()
    ? problem('in-progress', now(), {retryAfter: 1})
    : problem('attempt-unknown', now());
}

/** The answer to a key that came before. */
export function replay(
  {result, expiresAt, fingerprint}: AttemptRecord,
  asked: string,
  now: number,
): Outcome {
  if (fingerprint !== asked) return problem('key-reused', now);
  if (result) return {...result, isReplayed: true};
  // Whoever was at it has been stopped, and the authority may have looked: never a second time.
  return expiresAt > now
    ? problem('in-progress', now, {retryAfter: 1})
    : problem('unavailable', now, {retryAfter: 5});
}
