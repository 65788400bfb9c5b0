/** The authority that this endpoint is itself: TOTP by the registered seed (RFC 6238). */
import type {CodeAuthority, Verdict} from './verifier.ts';
import {differences, masked, type Identity} from '../identity.ts';
import {openRegistration} from '../registration.ts';
import type {Seal} from '../crypto/encryption.ts';
import {matchedStep} from './totp.ts';

/** Decides by the seeds in the store. */
export function ownAuthority(seal: Seal): CodeAuthority {
  return {
    decides: 'here',
    withinMs: 0,
    async judge({trainee, account, request, now}) {
      const {subject, identity: expected} = trainee;
      if (account.registration === undefined) return {is: 'not-registered'};
      const {secret, identity} = await openRegistration(account.registration, subject, seal);
      const mismatch = identity && expected && mismatchOf(identity, expected);
      if (mismatch) return mismatch;
      const step = await matchedStep(secret, request.code, now);
      return step === undefined ? {is: 'wrong'} : {is: 'of-step', step};
    },
    // The lock is the account's alone.
    release: () => Promise.resolve({is: 'released'}),
  };
}

function mismatchOf(registered: Identity, expected: Identity): Verdict | undefined {
  const differs = differences(registered, expected);
  if (differs.length === 0) return undefined;
  const comparison = {differs, registered: masked(registered), expected: masked(expected)};
  return {is: 'identity-mismatch', comparison};
}
