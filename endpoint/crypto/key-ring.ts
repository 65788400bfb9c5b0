/** Several encryption keys at once, so that a key can be replaced while the endpoint runs. */
import type {Encryption} from './encryption.ts';

/** The text whose HMAC names a key, without revealing it. */
const ID_TEXT = 'key-id';

/** The characters of a key's id: it only has to tell a few keys apart. */
const ID_LENGTH = 8;

/** Separates the id of the key from the ciphertext. It does not occur in base64url. */
const SEPARATOR = '.';

/** An {@link Encryption} with a current key and others that only decrypt. */
export interface KeyRing extends Encryption {
  /** The id of the current key. */
  readonly keyId: string;
  /** Whether the current key has encrypted a ciphertext. */
  readonly isCurrent: (ciphertext: string) => boolean;
}

/**
 * Creates a key ring. Each ciphertext begins with the id of its key. One without an id is from a time
 * before key rings: each key is tried.
 *
 * @param current encrypts
 * @param others only decrypt, and only have their HMACs compared
 */
export async function createKeyRing(
  current: Encryption,
  others: readonly Encryption[] = [],
): Promise<KeyRing> {
  const all = [current, ...others];
  const ids = await Promise.all(all.map(idOf));
  const [keyId = ''] = ids;
  const prefix = keyId + SEPARATOR;
  const byId = new Map(ids.map((id, i) => [id, all[i]]));
  return {
    keyId,
    isCurrent: (ciphertext) => ciphertext.startsWith(prefix),
    async encrypt(text, about) {
      return prefix + (await current.encrypt(text, about));
    },
    async decrypt(ciphertext, about) {
      const end = ciphertext.indexOf(SEPARATOR);
      if (end >= 0) {
        return byId.get(ciphertext.slice(0, end))?.decrypt(ciphertext.slice(end + 1), about);
      }
      for (const encryption of all) {
        const text = await encryption.decrypt(ciphertext, about);
        if (text !== undefined) return text;
      }
      return undefined;
    },
    hmac: (text) => current.hmac(text),
    hmacs: (text) => Promise.all(all.map((encryption) => encryption.hmac(text))),
  };
}

async function idOf({hmac}: Encryption): Promise<string> {
  return (await hmac(ID_TEXT)).slice(0, ID_LENGTH);
}
