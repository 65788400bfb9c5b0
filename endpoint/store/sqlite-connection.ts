/** A connection to a file of SQLite. */
import {chmodSync, closeSync, existsSync, openSync, statSync} from 'node:fs';
import {DatabaseSync, type StatementSync} from 'node:sqlite';
import type {ValueColumns} from './attempt-statements.ts';
import type {SqlRow, SqlValue} from './database.ts';

/** How long to wait for another process that writes, in ms, before the request fails. */
export const BUSY_TIMEOUT_MS = 2000;

/** The mode of the database file: its owner reads and writes. */
const OWNER_ONLY = 0o600;

/** Creates the file, and takes the access of others away. SQLite gives its mode to new side files. */
export function restrictAccess(path: string): void {
  closeSync(openSync(path, 'a', OWNER_ONLY));
  for (const file of [path, `${path}-wal`, `${path}-shm`]) {
    if (existsSync(file) && (statSync(file).mode & 0o077) !== 0) chmodSync(file, OWNER_ONLY);
  }
}

/** Connects to the file. WAL with `synchronous=FULL`: a power failure loses no commit. */
export function connect(path: string): DatabaseSync {
  const database = new DatabaseSync(path, {timeout: BUSY_TIMEOUT_MS});
  try {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Runs statements at once, and keeps those prepared that can run again. */
export function queryOn(
  database: DatabaseSync,
): (text: string, values?: readonly SqlValue[]) => readonly SqlRow[] {
  const prepared = new Map<string, StatementSync>();
  return (text, values = []) => {
    let statement = prepared.get(text);
    if (!statement) {
      statement = database.prepare(text);
      // A migration's statement runs once.
      if (/^\s*(SELECT|INSERT|UPDATE|DELETE)/.test(text)) prepared.set(text, statement);
    }
    return statement.all(named(values)) as unknown as readonly SqlRow[];
  };
}

/** Names the values: SQLite reads `$1` as a name. */
function named(values: readonly SqlValue[]): Record<string, SqlValue> {
  return Object.fromEntries(values.map((value, i) => [i + 1, value]));
}

/** Returns a table of one row, whose columns are parameters. */
export function rowOf(columns: ValueColumns): string {
  return `(SELECT ${columns.map(([name], i) => `$${i + 1} AS ${name}`).join(', ')}) AS given`;
}
