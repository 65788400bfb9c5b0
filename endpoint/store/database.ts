/** The port of a database that understands the SQL which SQLite and PostgreSQL share. */
import type {RunBatch} from './batches.ts';
import type {AttemptLookup, AttemptQuery, DecidedAttempt, ShouldCommit} from './store.ts';

/** A value of a statement or a row. Integers stay below 2^53. */
export type SqlValue = string | number | null;

/** A row of a result, by column. */
export type SqlRow = Readonly<Record<string, SqlValue>>;

/** Runs one statement, with `$1`, `$2` … as placeholders of its values. */
export type RunQuery = (text: string, values?: readonly SqlValue[]) => Promise<readonly SqlRow[]>;

/** How busy a database is. With SQLite, the connection is the one writer. */
export interface DatabaseLoad {
  readonly busy: number;
  readonly idle: number;
  /** Requests that wait for a connection. */
  readonly waiting: number;
}

/** A connected database. */
export interface Database {
  /** Runs one statement outside of a transaction, without a lock. */
  readonly query: RunQuery;
  /**
   * Runs a transaction: committed as a whole or not at all.
   *
   * @param shouldCommit by default, all is committed
   * @throws StoreError if the database fails
   */
  transaction<Result>(
    work: (query: RunQuery) => Promise<Result>,
    shouldCommit?: ShouldCommit<Result>,
  ): Promise<Result>;
  /** Finds the accounts of attempts with one statement, as `Store.findForAttempt`. */
  readonly findForAttempts: RunBatch<AttemptQuery, AttemptLookup | undefined>;
  /** Stores attempts with one commit, each as `Store.storeAttempt`. No two are of one account. */
  readonly storeAttempts: RunBatch<DecidedAttempt, boolean>;
  /**
   * Brings the tables up to date. One process migrates at a time, and the others wait for it.
   *
   * @returns the number of migrations that ran
   */
  migrate(): Promise<number>;
  /**
   * Checks that the database can be used as it is, without changing its tables.
   *
   * @throws StoreError if tables are missing, or if what is in between can't keep a session
   */
  check(): Promise<void>;
  /** Returns how busy it is now. */
  readonly load: () => DatabaseLoad;
  close(): Promise<void>;
}
