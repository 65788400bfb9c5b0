/** The local verifier: compares TOTP codes (RFC 6238) of the registered seed. */
import {accountIdOf} from '../account-id.ts';
import type {Encryption} from '../crypto/encryption.ts';
import {findDifferences, maskIdentity, type Identity} from '../identity.ts';
import {decryptRegistration} from '../registration.ts';
import {findMatchingStep} from './totp.ts';
import type {CodeVerifier, VerifyResult} from './verifier.ts';

/**
 * Creates a verifier that reads the seeds from the accounts.
 *
 * @param findStep compares a code with those of a seed
 */
export function totpVerifier(
  encryption: Encryption,
  findStep: typeof findMatchingStep = findMatchingStep,
): CodeVerifier {
  return {
    mode: 'local',
    timeoutMs: 0,
    async verify({trainee, account, request, now}) {
      if (account.registration === undefined) return {kind: 'not-registered'};
      const accountId = accountIdOf(trainee);
      const registration = await decryptRegistration(account.registration, accountId, encryption);
      const {secret, identity} = registration;
      const mismatch =
        identity && trainee.identity && compareIdentities(identity, trainee.identity);
      if (mismatch) return mismatch;
      const step = findStep(secret, request.code, now);
      return step === undefined ? {kind: 'mismatch'} : {kind: 'matches-step', step};
    },
    // The only lock is the account's.
    unlock: () => Promise.resolve({kind: 'released'}),
  };
}

function compareIdentities(registered: Identity, expected: Identity): VerifyResult | undefined {
  const differs = findDifferences(registered, expected);
  if (differs.length === 0) return undefined;
  const mismatch = {
    differs,
    registered: maskIdentity(registered),
    expected: maskIdentity(expected),
  };
  return {kind: 'identity-mismatch', mismatch};
}
