/** `motp-endpoint rotate`: encrypts everything with the current key again, while endpoints run. */
import {ownerOf} from '../account-id.ts';
import type {ServerConfig} from '../config.ts';
import {createEncryption, openServerStore} from '../open-store.ts';
import {rotateKeys} from '../rotation.ts';

/** Rotates. @returns the exit code: 1 if there are accounts that no known key can decrypt */
export async function runRotate(
  config: ServerConfig,
  print: (text: string) => void,
): Promise<number> {
  const keyRing = await createEncryption(config);
  const store = openServerStore(config, keyRing);
  try {
    const {reEncrypted, unreadable} = await rotateKeys(store, keyRing);
    print(`Encrypted ${reEncrypted} accounts again, with the key ${keyRing.keyId}.`);
    if (unreadable.length > 0) {
      print(
        `No known key can decrypt ${unreadable.length} accounts. Add theirs to DECRYPTION_KEYS:`,
      );
      for (const {site, subject} of unreadable.map(ownerOf)) print(`  ${site} ${subject}`);
      return 1;
    }
    await store.adoptKey();
    print(
      reEncrypted > 0
        ? 'Run it again once every process has this ENCRYPTION_KEY: others may have used the old one.'
        : 'Nothing is left. Remove the old key from DECRYPTION_KEYS in four hours, with its last ticket.',
    );
    return 0;
  } finally {
    await store.close();
  }
}
