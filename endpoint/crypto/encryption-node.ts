/**
 * The seal of sealing.ts by Node's own module, to the byte: what one of the two seals the other
 * opens. It works at once, where WebCrypto hands each text to another thread and waits for it.
 */
import {createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes} from 'node:crypto';
import {IV_BYTES, KEY_BYTES, KEY_INFO, TAG_BYTES, type Encryption} from './encryption.ts';

/** @param key as for `sealBy` */
export function nodeEncryption(key: Uint8Array): Encryption {
  if (key.length !== KEY_BYTES) throw new Error('The key must be 32 bytes.');
  const derived = (purpose: string) => Buffer.from(hkdfSync('sha256', key, '', purpose, KEY_BYTES));
  const aes = derived(KEY_INFO.seal);
  const hmac = derived(KEY_INFO.mark);
  return {
    async encrypt(text, about) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', aes, iv).setAAD(Buffer.from(about));
      const sealed = [iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()];
      return Buffer.concat(sealed).toString('base64url');
    },
    async decrypt(sealed, about) {
      try {
        const whole = Buffer.from(sealed, 'base64url');
        const iv = whole.subarray(0, IV_BYTES);
        // Said beforehand, since a shorter tag would be taken, and guessed the sooner.
        const decipher = createDecipheriv('aes-256-gcm', aes, iv, {authTagLength: TAG_BYTES});
        decipher.setAAD(Buffer.from(about)).setAuthTag(whole.subarray(-TAG_BYTES));
        const text = decipher.update(whole.subarray(IV_BYTES, -TAG_BYTES));
        return Buffer.concat([text, decipher.final()]).toString();
      } catch {
        return undefined;
      }
    },
    async hmac(text) {
      return createHmac('sha256', hmac).update(text).digest('base64url');
    },
  };
}
