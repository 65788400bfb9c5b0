/** The authority that this endpoint is itself: TOTP by the registered seed (RFC 6238). */
import type {CodeVerifier, VerifyResult} from './verifier.ts';
import {findDifferences, maskIdentity, type Identity} from '../identity.ts';
import {decryptRegistration} from '../registration.ts';
import type {Encryption} from '../crypto/encryption.ts';
import {findMatchingStep} from './totp.ts';

/** Decides by the seeds in the store. */
export function totpVerifier(seal: Encryption): CodeVerifier {
  return {
    mode: 'local',
    timeoutMs: 0,
    async verify({trainee, account, request, now}) {
      const {subject, identity: expected} = trainee;
      if (account.registration === undefined) return {kind: 'not-registered'};
      const {secret, identity} = await decryptRegistration(account.registration, subject, seal);
      const mismatch = identity && expected && compareIdentities(identity, expected);
      if (mismatch) return mismatch;
      const step = await findMatchingStep(secret, request.code, now);
      return step === undefined ? {kind: 'mismatch'} : {kind: 'matches-step', step};
    },
    // The lock is the account's alone.
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
