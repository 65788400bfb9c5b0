/** How things stand with a trainee before any attempt. */
import {isLocked, locked, RECENT_MS, tallyOf} from './attempts/decide.ts';
import {refused, type Endpoint, type Outcome} from './context.ts';
import {masked} from './identity.ts';
import {NEW_ACCOUNT} from './store/store.ts';
import type {Trainee} from './auth.ts';

/** Failures, lock, time, and the identity that is expected, masked. */
export async function statusOf(
  {store, authority, now}: Endpoint,
  {subject, identity}: Trainee,
): Promise<Outcome> {
  const at = now();
  const isHere = authority.decides === 'here';
  const found = await store.read((records) => records.standing(subject, at - RECENT_MS));
  // Who is registered elsewhere, only the authority there knows.
  if (isHere && found?.registration === undefined) return refused('not-registered', at);
  const account = found ?? NEW_ACCOUNT;
  const answer = isLocked(account)
    ? locked(account, at, false, isHere)
    : ({code: 'ready', counted: false, ...tallyOf(account, at, isHere)} as const);
  return {status: 200, answer: {...answer, ...(identity && {expected: masked(identity)})}};
}
