/** Failures of a store, and what an operator does about each. */

/**
 * What a failure means for a request.
 * `unavailable`: nothing was committed; another request can succeed.
 * `busy`: another transaction held the account for too long. Nothing was committed.
 * `in-doubt`: the connection broke during the commit. Whether it was committed is unknown.
 * `misconfigured`: no request can succeed before an operator changes something. Nothing was committed.
 */
export type StoreErrorCode = 'unavailable' | 'busy' | 'in-doubt' | 'misconfigured';

/** Why a store failed, with what an operator does about it. */
export const STORE_ADVICE = {
  full: 'The disk of the database is full. Free some space; nothing else is needed.',
  locked: 'Another process has held the database for too long. Stop what else writes to it.',
  corrupt: 'The file is damaged, or no SQLite database. Restore the last backup.',
  'read-only':
    'The database can only be read. Check the owner of its file and folder, or the role.',
  'no-access':
    'The file of the database can’t be opened. Check its path, its folder and their owner.',
  'disk-error': 'The disk failed. Look into the log of the system.',
  unreachable: 'The database can’t be reached. Check that it runs, and DATABASE_URL.',
  refused:
    'The database refused the connection. Check user, password and database of DATABASE_URL.',
  overloaded:
    'The database has no free connection. Lower CONNECTIONS, or raise its max_connections.',
  stopped: 'The database was stopped or restarted.',
  collision: 'Two transactions excluded each other, twice. Rare ones are harmless.',
  'connection-lost': 'The connection broke during a commit. The outcome is asked for by its key.',
  'wrong-key':
    'ENCRYPTION_KEY is not the key of this database. Set that key again, or add it to DECRYPTION_KEYS.',
  'not-migrated': 'The tables are missing or too old. Run `motp-endpoint migrate` first.',
  'no-permission':
    'The role may not use the tables. Grant it SELECT, INSERT, UPDATE and DELETE on all tables.',
  'transaction-pooling':
    'PgBouncer pools transactions. Set pool_mode = session for this database, or connect directly.',
  unknown: 'Look into the log of the database.',
} as const;

/** Why a store failed: one of {@link STORE_ADVICE}. */
export type StoreErrorReason = keyof typeof STORE_ADVICE;

/** The reasons that stay until an operator changes something. */
const MISCONFIGURED: ReadonlySet<StoreErrorReason> = new Set<StoreErrorReason>([
  'wrong-key',
  'not-migrated',
  'no-permission',
  'transaction-pooling',
]);

/** A failure of the store. Any other error is a bug. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;
  readonly reason: StoreErrorReason;

  constructor(reason: StoreErrorReason, cause?: unknown, code?: StoreErrorCode) {
    super(STORE_ADVICE[reason], {cause});
    this.reason = reason;
    this.code = code ?? (MISCONFIGURED.has(reason) ? 'misconfigured' : 'unavailable');
  }
}
