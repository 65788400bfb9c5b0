/** Registrations that a test can write down: sealed by nothing. */
import type {Identity} from '../../endpoint/identity.ts';
import type {Seal} from '../../endpoint/crypto/encryption.ts';

/** A seal that any text opens. */
export const UNSEALED: Seal = {
  seal: (text) => Promise.resolve(text),
  open: (sealed) => Promise.resolve(sealed),
  mark: (text) => Promise.resolve(text),
};

/** The registration of an app with this seed (base32). */
export function registrationOf(secret: string, identity?: Identity): string {
  return JSON.stringify({secret, ...(identity && {identity}), device: 'a phone', consentedAt: 0});
}
