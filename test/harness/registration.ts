/** Registrations that a test can write down: sealed by nothing. */
import type {Identity} from '../../endpoint/identity.ts';
import type {Encryption} from '../../endpoint/crypto/encryption.ts';

/** A seal that any text opens. */
export const NO_ENCRYPTION: Encryption = {
  encrypt: (text) => Promise.resolve(text),
  decrypt: (sealed) => Promise.resolve(sealed),
  hmac: (text) => Promise.resolve(text),
};

/** The registration of an app with this seed (base32). */
export function createRegistration(secret: string, identity?: Identity): string {
  return JSON.stringify({secret, ...(identity && {identity}), device: 'a phone', consentedAt: 0});
}
