/** Accounts of nobody, on which the same work is done for who is not registered. */
import type {EndpointContext} from '../context.ts';
import {encryptRegistration} from '../registration.ts';
import {NEW_ACCOUNT} from '../store/store.ts';
import {newSecret} from '../verifier/totp.ts';
import type {Trainee} from '../auth.ts';

/** How many there are, so that the unregistered don't wait for each other. */
const DECOY_COUNT = 64;

/** The decoy for somebody: the same for the same subject, and spread over all. */
export function decoyFor({subject, site}: Trainee): Trainee {
  let sum = 0;
  for (const character of subject) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  // No subject begins with a blank.
  return {subject: ` decoy ${sum % DECOY_COUNT}`, site, identity: undefined};
}

/** Makes the account of a decoy where there is none; at the first need. */
export async function createDecoy(
  {store, encryption}: EndpointContext,
  {subject}: Trainee,
): Promise<void> {
  const seed = {secret: newSecret(), device: 'none', consentedAt: 0};
  const registration = await encryptRegistration(seed, subject, encryption);
  await store.transaction((tx) => tx.addAccount(subject, {...NEW_ACCOUNT, registration}));
}
