/** Handles `GET {endpoint}/status`: the state of an account before any attempt. */
import {failureFields, isLocked, lockedBody, RECENT_FAILURE_WINDOW_MS} from './attempts/decide.ts';
import {accountIdOf} from './account-id.ts';
import type {Trainee} from './auth.ts';
import type {EndpointContext} from './context.ts';
import {maskIdentity} from './identity.ts';
import type {Outcome} from './problems.ts';
import {NEW_ACCOUNT} from './store/store.ts';

/** Returns failures, lock, server time, and the site's identity of the trainee, masked. */
export async function getStatus(
  {store, verifier, now}: EndpointContext,
  trainee: Trainee,
): Promise<Outcome> {
  const at = now();
  const {identity} = trainee;
  const isLocal = verifier.mode === 'local';
  const accountId = accountIdOf(trainee);
  const found = await store.read((tx) => tx.getAccount(accountId, at - RECENT_FAILURE_WINDOW_MS));
  // Only a remote verifier itself knows who is registered with it.
  const isRegistered = !isLocal || found?.registration !== undefined;
  const account = found ?? NEW_ACCOUNT;
  const body = !isRegistered
    ? ({code: 'not-registered', counted: false, serverTime: at} as const)
    : isLocked(account)
      ? lockedBody(account, at, false, isLocal)
      : ({code: 'ready', counted: false, ...failureFields(account, at, isLocal)} as const);
  return {status: 200, body: {...body, ...(identity && {expected: maskIdentity(identity)})}};
}
