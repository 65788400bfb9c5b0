/** Creates registrations without encryption, so that tests can write them down. */
import type {Identity} from '../../endpoint/identity.ts';
import type {Encryption} from '../../endpoint/crypto/encryption.ts';

/** An encryption that changes nothing. */
export const NO_ENCRYPTION: Encryption = {
  encrypt: (text) => Promise.resolve(text),
  decrypt: (text) => Promise.resolve(text),
  hmac: (text) => Promise.resolve(text),
  hmacs: (text) => Promise.resolve([text]),
};

/** Creates the registration of an app with a seed in base32. */
export function createRegistration(secret: string, identity?: Identity): string {
  return JSON.stringify({secret, ...(identity && {identity}), device: 'a phone', consentedAt: 0});
}
