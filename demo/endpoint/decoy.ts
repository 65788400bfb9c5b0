/** Accounts of nobody, on which the same work is done for who is not registered. */
import type {Endpoint} from './endpoint.ts';
import {sealRegistration} from './registration.ts';
import {NEW_ACCOUNT} from './store/store.ts';
import {newSecret} from './totp.ts';
import type {Trainee} from './trainee.ts';

/** How many there are, so that the unregistered don't wait for each other. */
const DECOYS = 64;

/** Made once by each process that needs one. */
const made = new WeakMap<Endpoint['store'], Map<string, Promise<void>>>();

/** The decoy for somebody; its account is made at the first need. */
export async function decoyFor(endpoint: Endpoint, {subject, site}: Trainee): Promise<Trainee> {
  // No subject begins with a blank.
  const decoy = ` decoy ${numberOf(subject)}`;
  const known = made.get(endpoint.store) ?? new Map<string, Promise<void>>();
  made.set(endpoint.store, known);
  const making = known.get(decoy) ?? makeDecoy(endpoint, decoy);
  known.set(decoy, making);
  making.catch(() => known.delete(decoy));
  await making;
  return {subject: decoy, site, identity: undefined};
}

async function makeDecoy({store, seal}: Endpoint, decoy: string): Promise<void> {
  const seed = {secret: newSecret(), device: 'none', consentedAt: 0};
  const registration = await sealRegistration(seed, decoy, seal);
  await store.transaction((records) => records.addAccount(decoy, {...NEW_ACCOUNT, registration}));
}

/** The same for the same subject, and spread over all. */
function numberOf(subject: string): number {
  let sum = 0;
  for (const character of subject) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return sum % DECOYS;
}
