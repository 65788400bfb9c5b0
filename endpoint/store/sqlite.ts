/**
 * SQLite with `node:sqlite`: WAL with `synchronous=FULL`, so that a power failure loses no commit.
 * Transactions run in batches, each with one commit.
 */
import {chmodSync, closeSync, existsSync, openSync, statSync} from 'node:fs';
import {DatabaseSync, type StatementSync} from 'node:sqlite';
import {setTimeout as pause} from 'node:timers/promises';
import type {Database, RunQuery, SqlRow, SqlValue} from './database.ts';
import {countMissingMigrations, migrate} from './migrations.ts';
import {StoreError, type StoreErrorReason} from './store-error.ts';

/** How long to wait for another process that writes, in ms, before the request fails. */
const BUSY_TIMEOUT_MS = 2000;

/** How many transactions share one commit, and so one wait for the disk, at most. */
const BATCH_SIZE = 128;

/** `SQLITE_BUSY` (https://sqlite.org/rescode.html). */
const BUSY = 5;

/** What the result codes mean that are no bugs. */
const REASONS: Readonly<Record<number, StoreErrorReason>> = {
  [BUSY]: 'locked',
  6: 'locked',
  8: 'read-only',
  10: 'disk-error',
  11: 'corrupt',
  13: 'full',
  14: 'no-access',
  26: 'corrupt',
};

/** A transaction in the queue. */
interface Job {
  /** Runs the transaction. The returned function settles its promise, after the commit. */
  readonly run: () => Promise<() => void>;
  readonly fail: (error: unknown) => void;
}

/**
 * Opens the database in a file, and creates the file if it does not exist: for its owner only.
 *
 * @throws StoreError if it can't be opened
 */
export function openSqlite(path: string): Database {
  try {
    restrictAccess(path);
    const writer = connect(path);
    const reader = connect(path);
    // `begin` waits for other processes without blocking this one.
    writer.exec('PRAGMA busy_timeout = 0');
    return databaseOn(writer, reader);
  } catch (error) {
    throw toStoreError(error);
  }
}

function databaseOn(writer: DatabaseSync, reader: DatabaseSync): Database {
  const write = queryOn(writer);
  const read = queryOn(reader);
  const queue: Job[] = [];
  let isRunning = false;

  return {
    query: withStoreErrors(read),
    transaction: (work, commitWrites) =>
      new Promise((resolve, reject) => {
        queue.push({
          async run() {
            writer.exec('SAVEPOINT job');
            try {
              const result = await work(write);
              const writes = commitWrites(result, write);
              if (writes) await Promise.all(writes);
              else writer.exec('ROLLBACK TO job');
              writer.exec('RELEASE job');
              return () => resolve(result);
            } catch (error) {
              writer.exec('ROLLBACK TO job');
              writer.exec('RELEASE job');
              return () => reject(toStoreError(error));
            }
          },
          fail: reject,
        });
        if (!isRunning) void runAll();
      }),
    async migrate() {
      try {
        await begin();
        const migrations = await migrate(write);
        writer.exec('COMMIT');
        return migrations;
      } catch (error) {
        if (writer.isTransaction) writer.exec('ROLLBACK');
        throw toStoreError(error);
      }
    },
    async check() {
      if ((await countMissingMigrations(read)) > 0) throw new StoreError('not-migrated');
    },
    load: () => ({busy: Number(isRunning), idle: Number(!isRunning), waiting: queue.length}),
    async close() {
      reader.close();
      writer.close();
    },
  };

  async function runAll(): Promise<void> {
    isRunning = true;
    while (queue.length > 0) await runBatch();
    isRunning = false;
  }

  async function runBatch(): Promise<void> {
    const batch: Job[] = [];
    try {
      await begin();
      batch.push(...queue.splice(0, BATCH_SIZE));
      const settled: (() => void)[] = [];
      for (const job of batch) settled.push(await job.run());
      writer.exec('COMMIT');
      for (const settle of settled) settle();
    } catch (error) {
      if (writer.isTransaction) writer.exec('ROLLBACK');
      const failed = batch.length > 0 ? batch : queue.splice(0, BATCH_SIZE);
      for (const {fail} of failed) fail(toStoreError(error));
    }
  }

  /** Begins a write transaction as soon as no other process holds one. */
  async function begin(): Promise<void> {
    const until = performance.now() + BUSY_TIMEOUT_MS;
    for (;;) {
      try {
        writer.exec('BEGIN IMMEDIATE');
        return;
      } catch (error) {
        if (!isBusy(error) || performance.now() > until) throw error;
        await pause(1 + Math.random() * 4);
      }
    }
  }
}

/** The mode of the database file: its owner reads and writes. */
const OWNER_ONLY = 0o600;

/** Creates the file, and takes the access of others away. SQLite gives its mode to new side files. */
function restrictAccess(path: string): void {
  closeSync(openSync(path, 'a', OWNER_ONLY));
  for (const file of [path, `${path}-wal`, `${path}-shm`]) {
    if (existsSync(file) && (statSync(file).mode & 0o077) !== 0) chmodSync(file, OWNER_ONLY);
  }
}

function connect(path: string): DatabaseSync {
  const database = new DatabaseSync(path, {timeout: BUSY_TIMEOUT_MS});
  try {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function queryOn(database: DatabaseSync): RunQuery {
  const prepared = new Map<string, StatementSync>();
  return async (text, values = []) => {
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

function withStoreErrors(query: RunQuery): RunQuery {
  return async (text, values) => {
    try {
      return await query(text, values);
    } catch (error) {
      throw toStoreError(error);
    }
  };
}

function isBusy(error: unknown): boolean {
  return codeOf(error) === BUSY;
}

function toStoreError(error: unknown): unknown {
  const reason = REASONS[codeOf(error) ?? -1] ?? FILE_REASONS[fileErrorCode(error)];
  return reason === undefined ? error : new StoreError(reason, error);
}

/** What the errors of the file system mean, when the file is opened. */
const FILE_REASONS: Readonly<Record<string, StoreErrorReason>> = {
  ENOSPC: 'full',
  EROFS: 'read-only',
  EACCES: 'no-access',
  EPERM: 'no-access',
  ENOENT: 'no-access',
  ENOTDIR: 'no-access',
  EISDIR: 'no-access',
};

function fileErrorCode(error: unknown): string {
  const {code} = error as {readonly code?: unknown};
  return typeof code === 'string' ? code : '';
}

/** Returns the primary result code: the low byte of an extended one. */
function codeOf(error: unknown): number | undefined {
  const {errcode} = error as {readonly errcode?: unknown};
  return typeof errcode === 'number' ? errcode & 0xff : undefined;
}
