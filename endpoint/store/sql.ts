/** The store on SQLite or PostgreSQL. */
import type {Encryption} from '../crypto/encryption.ts';
import type {Database, DatabaseLoad} from './database.ts';
import {transactionOn} from './statements.ts';
import {AttemptBatches} from './attempt-batches.ts';
import type {
  AttemptLookup,
  AttemptQuery,
  DecidedAttempt,
  ShouldCommit,
  Store,
  StoreTransaction,
} from './store.ts';
import {StoreError} from './store-error.ts';

/** Options of an {@link SqlStore}. */
export interface SqlStoreOptions {
  /** Must know the key that the database is used with. Without it, no key is checked. */
  readonly encryption?: Pick<Encryption, 'hmac' | 'hmacs'> | undefined;
  /** Whether the first use migrates the tables; by default it does. Otherwise it only checks them. */
  readonly migrates?: boolean;
}

/**
 * Stores everything in a database, which it prepares at the first use. Does not own the SQL of a
 * transaction ({@link transactionOn}). Does not own connections, locks and retries: those differ, and
 * belong to the {@link Database}.
 */
export class SqlStore implements Store {
  readonly #database: Database;
  readonly #encryption: SqlStoreOptions['encryption'];
  readonly #migrates: boolean;
  readonly #reader: StoreTransaction;
  readonly #attempts: AttemptBatches;
  #prepared: Promise<void> | undefined;

  constructor(database: Database, {encryption, migrates = true}: SqlStoreOptions = {}) {
    this.#database = database;
    this.#encryption = encryption;
    this.#migrates = migrates;
    this.#attempts = new AttemptBatches(database);
    this.#reader = transactionOn((text, values) => database.query(text, values));
  }

  /**
   * Prepares the database now, not at the first use: migrates or checks the tables, and checks the key.
   *
   * @throws StoreError if the database can't be used
   */
  open(): Promise<void> {
    return this.#prepare();
  }

  async read<Value>(work: (tx: StoreTransaction) => Promise<Value>): Promise<Value> {
    await this.#prepare();
    return work(this.#reader);
  }

  async transaction<Value>(
    work: (tx: StoreTransaction) => Promise<Value>,
    shouldCommit?: ShouldCommit<Value>,
  ): Promise<Value> {
    await this.#prepare();
    return this.#database.transaction((query) => work(transactionOn(query)), shouldCommit);
  }

  async findForAttempt(query: AttemptQuery): Promise<AttemptLookup | undefined> {
    await this.#prepare();
    return this.#attempts.find(query);
  }

  async storeAttempt(attempt: DecidedAttempt): Promise<boolean> {
    await this.#prepare();
    return this.#attempts.store(attempt);
  }

  /** How busy the database is now. */
  get load(): DatabaseLoad {
    const {busy, idle, waiting} = this.#database.load();
    return {busy, idle, waiting: waiting + this.#attempts.waiting};
  }

  async checkReady(): Promise<void> {
    await this.#prepare();
    await this.#database.transaction((query) =>
      query(WRITE_CHECK, ['ready-check', String(Date.now())]),
    );
  }

  /** Makes the current key the one that the database is used with: the last step of a rotation. */
  async adoptKey(): Promise<void> {
    await this.#prepare();
    const value = await this.#encryption?.hmac(KEY_CHECK);
    if (value === undefined) return;
    await this.#database.transaction((query) =>
      query('UPDATE settings SET value = $2 WHERE name = $1', [KEY_CHECK, value]),
    );
  }

  close(): Promise<void> {
    return this.#database.close();
  }

  /** Prepares the database once. After a failure, the next request tries again. */
  #prepare(): Promise<void> {
    this.#prepared ??= this.#openDatabase().catch((error: unknown) => {
      this.#prepared = undefined;
      throw error;
    });
    return this.#prepared;
  }

  async #openDatabase(): Promise<void> {
    await (this.#migrates ? this.#database.migrate() : this.#database.check());
    if (!this.#encryption) return;
    const value = await this.#encryption.hmac(KEY_CHECK);
    const stored = await this.#database.transaction(async (query) => {
      const insert = 'INSERT INTO settings (name, value) VALUES ($1, $2) ON CONFLICT DO NOTHING';
      await query(insert, [KEY_CHECK, value]);
      const [row] = await query('SELECT value FROM settings WHERE name = $1', [KEY_CHECK]);
      return row?.['value'];
    });
    const known = await this.#encryption.hmacs(KEY_CHECK);
    if (!known.includes(String(stored))) throw new StoreError('wrong-key');
  }
}

/** The name of the setting that holds the HMAC of this same text. */
const KEY_CHECK = 'key-check';

const WRITE_CHECK = `INSERT INTO settings (name, value) VALUES ($1, $2)
  ON CONFLICT (name) DO UPDATE SET value = excluded.value`;
