/**
 * The same encryption as encryption.ts with `node:crypto`: each decrypts the other's ciphertexts. It is
 * synchronous, so it is faster: WebCrypto hands each text to another thread and waits for it.
 */
import {createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes} from 'node:crypto';
import {IV_BYTES, KEY_BYTES, KEY_INFO, TAG_BYTES, type Encryption} from './encryption.ts';

/** Creates an {@link Encryption} with `node:crypto`. @param key as for `webCryptoEncryption` */
export function nodeEncryption(key: Uint8Array): Encryption {
  if (key.length !== KEY_BYTES) throw new Error('The key must be 32 bytes.');
  const deriveKey = (info: string) => Buffer.from(hkdfSync('sha256', key, '', info, KEY_BYTES));
  const aes = deriveKey(KEY_INFO.encrypt);
  const hmac = deriveKey(KEY_INFO.hmac);
  const sign = (text: string): string =>
    createHmac('sha256', hmac).update(text).digest('base64url');
  return {
    async encrypt(text, about) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', aes, iv).setAAD(Buffer.from(about));
      const parts = [iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()];
      return Buffer.concat(parts).toString('base64url');
    },
    async decrypt(ciphertext, about) {
      try {
        const whole = Buffer.from(ciphertext, 'base64url');
        const iv = whole.subarray(0, IV_BYTES);
        // Without a fixed length, Node would accept a shorter tag, which is easier to guess.
        const decipher = createDecipheriv('aes-256-gcm', aes, iv, {authTagLength: TAG_BYTES});
        decipher.setAAD(Buffer.from(about)).setAuthTag(whole.subarray(-TAG_BYTES));
        const text = decipher.update(whole.subarray(IV_BYTES, -TAG_BYTES));
        return Buffer.concat([text, decipher.final()]).toString();
      } catch {
        return undefined;
      }
    },
    hmac: async (text) => sign(text),
    hmacs: async (text) => [sign(text)],
  };
}
