/**
 * Decoy accounts: an attempt of a trainee who is not registered does the same work on one of them.
 * So the response time does not reveal who is registered.
 */
import type {Trainee} from '../auth.ts';
import type {EndpointContext} from '../context.ts';
import {encryptRegistration} from '../registration.ts';
import {NEW_ACCOUNT} from '../store/store.ts';
import {newSecret} from '../verifier/totp.ts';

/** The number of decoys. With one alone, unregistered trainees would wait for each other. */
const DECOY_COUNT = 64;

/** Returns the decoy of a trainee: always the same one for the same subject. */
export function decoyFor({subject, site}: Trainee): Trainee {
  let sum = 0;
  for (const character of subject) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  // No real subject starts with a space.
  return {subject: ` decoy ${sum % DECOY_COUNT}`, site, identity: undefined};
}

/** Creates the account of a decoy, if it does not exist. */
export async function createDecoy(
  {store, encryption}: EndpointContext,
  {subject}: Trainee,
): Promise<void> {
  const seed = {secret: newSecret(), device: 'none', consentedAt: 0};
  const registration = await encryptRegistration(seed, subject, encryption);
  await store.transaction((tx) => tx.addAccount(subject, {...NEW_ACCOUNT, registration}));
}
