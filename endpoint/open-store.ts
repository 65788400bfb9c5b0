/** Opens what the settings name: the database and the encryption. */
import type {ServerConfig} from './config.ts';
import {nodeEncryption} from './crypto/encryption-node.ts';
import {createKeyRing, type KeyRing} from './crypto/key-ring.ts';
import type {Database} from './store/database.ts';
import {openPostgres} from './store/postgres.ts';
import {SqlStore} from './store/sql.ts';
import {openSqlite} from './store/sqlite.ts';

/** Creates the encryption of a server, with its current key and those that only decrypt. */
export function createEncryption({encryptionKey, decryptionKeys}: ServerConfig): Promise<KeyRing> {
  return createKeyRing(nodeEncryption(encryptionKey), decryptionKeys.map(nodeEncryption));
}

/** Opens the database. @throws StoreError if the file of SQLite can't be opened */
export function openDatabase({database}: ServerConfig): Database {
  return database.kind === 'postgres'
    ? openPostgres(database.url, database)
    : openSqlite(database.path);
}

/**
 * Opens the store of a running server. It migrates SQLite, which only this machine uses. PostgreSQL is
 * migrated by `motp-endpoint migrate`, whose role may change tables.
 */
export function openServerStore(config: ServerConfig, encryption: KeyRing): SqlStore {
  return new SqlStore(openDatabase(config), {
    encryption,
    migrates: config.database.kind === 'sqlite',
  });
}
