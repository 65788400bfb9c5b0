/** How things stand with a trainee before any attempt. */
import {isLocked, lockedBody, RECENT_FAILURE_WINDOW_MS, failureFields} from './attempts/decide.ts';
import type {EndpointContext} from './context.ts';
import {problem, type Outcome} from './problems.ts';
import {maskIdentity} from './identity.ts';
import {NEW_ACCOUNT} from './store/store.ts';
import type {Trainee} from './auth.ts';

/** Failures, lock, time, and the identity that is expected, masked. */
export async function getStatus(
  {store, verifier, now}: EndpointContext,
  {subject, identity}: Trainee,
): Promise<Outcome> {
  const at = now();
  const isHere = verifier.mode === 'local';
  const found = await store.read((tx) => tx.getAccount(subject, at - RECENT_FAILURE_WINDOW_MS));
  // Who is registered elsewhere, only the authority there knows.
  if (isHere && found?.registration === undefined) return problem('not-registered', at);
  const account = found ?? NEW_ACCOUNT;
  const answer = isLocked(account)
    ? lockedBody(account, at, false, isHere)
    : ({code: 'ready', counted: false, ...failureFields(account, at, isHere)} as const);
  return {status: 200, body: {...answer, ...(identity && {expected: maskIdentity(identity)})}};
}
