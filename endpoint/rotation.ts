/** Replaces the encryption key of a database while endpoints use it. */
import type {KeyRing} from './crypto/key-ring.ts';
import {accountContext} from './registration.ts';
import type {Store} from './store/store.ts';

/** How many accounts are re-encrypted at once. */
const BATCH_SIZE = 50;

/** The result of a rotation. */
export interface RotationResult {
  /** Accounts whose registrations had another key. */
  readonly reEncrypted: number;
  /** The ids of the accounts that no known key can decrypt. */
  readonly unreadable: readonly string[];
}

/**
 * Encrypts every registration with the current key, unless it has done so. Each account is locked for
 * its own re-encryption only. It can be interrupted and repeated.
 */
export async function rotateKeys(store: Store, keyRing: KeyRing): Promise<RotationResult> {
  const unreadable: string[] = [];
  let reEncrypted = 0;
  let last = '';
  for (;;) {
    const after = last;
    const ids = await store.read((tx) => tx.listAccountIds(after, BATCH_SIZE));
    const results = await Promise.all(ids.map((id) => rotateAccount(store, keyRing, id)));
    for (const [i, result] of results.entries()) {
      if (result === 're-encrypted') reEncrypted++;
      if (result === 'unreadable') unreadable.push(ids[i] ?? '');
    }
    last = ids.at(-1) ?? '';
    if (ids.length < BATCH_SIZE) return {reEncrypted, unreadable};
  }
}

async function rotateAccount(
  store: Store,
  keyRing: KeyRing,
  accountId: string,
): Promise<'re-encrypted' | 'unchanged' | 'unreadable'> {
  const account = await store.read((tx) => tx.getAccount(accountId, 0));
  if ([account?.registration, account?.pending].every(isCurrent)) return 'unchanged';
  return store.transaction(async (tx) => {
    const locked = await tx.lockAccount(accountId);
    if (!locked) return 'unchanged';
    const [registration, pending] = await Promise.all([
      reEncrypt(locked.registration),
      reEncrypt(locked.pending),
    ]);
    if (registration === 'unreadable' || pending === 'unreadable') return 'unreadable';
    await tx.updateAccount(accountId, {...locked, registration, pending});
    return 're-encrypted';
  });

  function isCurrent(ciphertext: string | undefined): boolean {
    return ciphertext === undefined || keyRing.isCurrent(ciphertext);
  }

  async function reEncrypt(ciphertext: string | undefined): Promise<string | undefined> {
    if (ciphertext === undefined) return undefined;
    const text = await keyRing.decrypt(ciphertext, accountContext(accountId));
    return text === undefined ? 'unreadable' : keyRing.encrypt(text, accountContext(accountId));
  }
}
