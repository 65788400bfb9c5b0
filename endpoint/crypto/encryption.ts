/** What must not be read by whoever gets hold of the database, or of a page. */

/** Seals texts, each bound to what it is about. */
export interface Encryption {
  /** @param about who or what the text belongs to: opened for anything else, it stays shut */
  readonly encrypt: (text: string, about: string) => Promise<string>;
  /** The text, or `undefined` where it was not sealed by this key for this purpose. */
  readonly decrypt: (sealed: string, about: string) => Promise<string | undefined>;
  /** A mark by which a text is known again, and which doesn't tell it. */
  readonly hmac: (text: string) => Promise<string>;
}

/** Bytes of the random start of AES-GCM: 96 bits (NIST SP 800-38D §8.2.1). */
export const IV_BYTES = 12;

/** Bytes of its tag, which stands last: 128 bits (§5.2.1.2). */
export const TAG_BYTES = 16;

/** Bytes of a key. */
export const KEY_BYTES = 32;

/** What keys are derived for. */
export const KEY_INFO = {seal: 'motp-verify seal', mark: 'motp-verify mark'} as const;

/**
 * A seal by AES-256-GCM, and marks by HMAC-SHA-256, with keys derived from one (HKDF, RFC 5869).
 *
 * @param key 32 random bytes, kept outside of the database for as long as what they sealed
 */
export async function webCryptoEncryption(key: Uint8Array<ArrayBuffer>): Promise<Encryption> {
  if (key.length !== KEY_BYTES) throw new Error('The key must be 32 bytes.');
  const source = await crypto.subtle.importKey('raw', key, 'HKDF', false, ['deriveKey']);
  const aes = await crypto.subtle.deriveKey(
    hkdf(KEY_INFO.seal),
    source,
    {name: 'AES-GCM', length: 256},
    false,
    ['encrypt', 'decrypt'],
  );
  const hmac = await crypto.subtle.deriveKey(
    hkdf(KEY_INFO.mark),
    source,
    {name: 'HMAC', hash: 'SHA-256', length: 256},
    false,
    ['sign'],
  );

  return {
    async encrypt(text, about) {
      const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
      const algorithm = {name: 'AES-GCM', iv, additionalData: utf8(about)};
      const sealed = new Uint8Array(await crypto.subtle.encrypt(algorithm, aes, utf8(text)));
      const whole = new Uint8Array(IV_BYTES + sealed.length);
      whole.set(iv);
      whole.set(sealed, IV_BYTES);
      return base64url(whole);
    },
    async decrypt(sealed, about) {
      try {
        const whole = fromBase64url(sealed);
        const iv = whole.subarray(0, IV_BYTES);
        const algorithm = {name: 'AES-GCM', iv, additionalData: utf8(about)};
        const text = await crypto.subtle.decrypt(algorithm, aes, whole.subarray(IV_BYTES));
        return new TextDecoder().decode(text);
      } catch {
        return undefined;
      }
    },
    async hmac(text) {
      const bytes = await crypto.subtle.sign('HMAC', hmac, utf8(text));
      return base64url(new Uint8Array(bytes));
    },
  };
}

function hkdf(purpose: string) {
  return {name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: utf8(purpose)} as const;
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

/** RFC 4648 §5, without padding. */
function base64url(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  const base64 = text.replaceAll('-', '+').replaceAll('_', '/');
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
