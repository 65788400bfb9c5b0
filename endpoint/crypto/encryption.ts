/** Encrypts what a stolen database or a page must not reveal: seeds, identities and tickets. */

/** Authenticated encryption (AEAD) and keyed hashes of texts. */
export interface Encryption {
  /** Encrypts a text. @param about what it belongs to: for anything else, it can't be decrypted */
  readonly encrypt: (text: string, about: string) => Promise<string>;
  /** Returns the text, or `undefined` for another key, another `about` or a changed ciphertext. */
  readonly decrypt: (ciphertext: string, about: string) => Promise<string | undefined>;
  /** Returns the HMAC of a text: the same for the same text, without revealing it. */
  readonly hmac: (text: string) => Promise<string>;
  /** Returns the HMACs of a text under each key that is still known; that of `hmac` is the first. */
  readonly hmacs: (text: string) => Promise<readonly string[]>;
}

/** Bytes of the initialization vector: 96 bits (NIST SP 800-38D §8.2.1). */
export const IV_BYTES = 12;

/** Bytes of the authentication tag, at the end: 128 bits (NIST SP 800-38D §5.2.1.2). */
export const TAG_BYTES = 16;

/** Bytes of each key. */
export const KEY_BYTES = 32;

/** The HKDF `info` of each derived key. Stored data depends on them: never change them. */
export const KEY_INFO = {encrypt: 'motp-verify seal', hmac: 'motp-verify mark'} as const;

/**
 * Creates an {@link Encryption} with WebCrypto, so it also runs in a browser: AES-256-GCM and
 * HMAC-SHA-256, with keys derived from one (HKDF, RFC 5869).
 *
 * @param key 32 random bytes. Keep them outside of the database, as long as the database.
 * @throws Error if the key has another length
 */
export async function webCryptoEncryption(key: Uint8Array<ArrayBuffer>): Promise<Encryption> {
  if (key.length !== KEY_BYTES) throw new Error('The key must be 32 bytes.');
  const source = await crypto.subtle.importKey('raw', key, 'HKDF', false, ['deriveKey']);
  const aes = await crypto.subtle.deriveKey(
    hkdf(KEY_INFO.encrypt),
    source,
    {name: 'AES-GCM', length: 256},
    false,
    ['encrypt', 'decrypt'],
  );
  const hmac = await crypto.subtle.deriveKey(
    hkdf(KEY_INFO.hmac),
    source,
    {name: 'HMAC', hash: 'SHA-256', length: 256},
    false,
    ['sign'],
  );

  const createHmac = async (text: string): Promise<string> =>
    base64url(new Uint8Array(await crypto.subtle.sign('HMAC', hmac, utf8(text))));
  return {
    async encrypt(text, about) {
      const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
      const algorithm = {name: 'AES-GCM', iv, additionalData: utf8(about)};
      const encrypted = new Uint8Array(await crypto.subtle.encrypt(algorithm, aes, utf8(text)));
      const whole = new Uint8Array(IV_BYTES + encrypted.length);
      whole.set(iv);
      whole.set(encrypted, IV_BYTES);
      return base64url(whole);
    },
    async decrypt(ciphertext, about) {
      try {
        const whole = fromBase64url(ciphertext);
        const iv = whole.subarray(0, IV_BYTES);
        const algorithm = {name: 'AES-GCM', iv, additionalData: utf8(about)};
        const text = await crypto.subtle.decrypt(algorithm, aes, whole.subarray(IV_BYTES));
        return new TextDecoder().decode(text);
      } catch {
        return undefined;
      }
    },
    hmac: createHmac,
    hmacs: async (text) => [await createHmac(text)],
  };
}

function hkdf(info: string) {
  return {name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: utf8(info)} as const;
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

/** Encodes bytes as base64url (RFC 4648 §5), without padding. */
function base64url(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  const base64 = text.replaceAll('-', '+').replaceAll('_', '/');
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
