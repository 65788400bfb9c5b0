/** What became of an attempt that came before, or could not begin. */
import type {AttemptKey} from '../../src/core/contract.ts';
import {isLocked, locked, RECENT_MS} from './decide.ts';
import {refused, type Endpoint, type Outcome} from '../context.ts';
import type {Attempt, Claim} from '../store/store.ts';
import type {Trainee} from '../auth.ts';

/** Why an attempt could not begin: its key was taken, or the last try. */
export async function notTaken({store, now, authority}: Endpoint, claim: Claim): Promise<Outcome> {
  const {subject, key, fingerprint} = claim;
  const before = await store.read((records) => records.attempt(subject, key));
  if (before) return again(before, fingerprint, now());
  const standing = await store.read((records) => records.standing(subject, now() - RECENT_MS));
  if (!standing || !isLocked(standing)) return refused('in-progress', now(), {retryAfter: 1});
  return {status: 423, answer: locked(standing, now(), false, authority.decides === 'here')};
}

/** What became of the attempt of this key; asking changes nothing. */
export async function outcomeOf(
  {store, now}: Endpoint,
  {subject}: Trainee,
  key: AttemptKey,
): Promise<Outcome> {
  const found = await store.read((records) => records.attempt(subject, key));
  if (found?.result?.answer.code === 'unavailable') return refused('attempt-unknown', now());
  if (found?.result) return found.result;
  return found && found.runsUntil > now()
    ? refused('in-progress', now(), {retryAfter: 1})
    : refused('attempt-unknown', now());
}

/** The answer to a key that came before. */
export function again(
  {result, runsUntil, fingerprint}: Attempt,
  asked: string,
  now: number,
): Outcome {
  if (fingerprint !== asked) return refused('key-reused', now);
  if (result) return {...result, replayed: true};
  // Whoever was at it has been stopped, and the authority may have looked: never a second time.
  return runsUntil > now
    ? refused('in-progress', now, {retryAfter: 1})
    : refused('unavailable', now, {retryAfter: 5});
}
