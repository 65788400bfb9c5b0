/** SQLite by Node's own module: WAL with `synchronous=FULL`, so that a power cut loses nothing. */
import {DatabaseSync, type StatementSync} from 'node:sqlite';
import {setTimeout as pause} from 'node:timers/promises';
import type {Database, RunQuery, SqlRow, SqlValue} from './database.ts';
import {migrate} from './migrations.ts';
import {StoreError} from './store.ts';

/** How long another process may keep the database from us, in ms, before a request is refused. */
const PATIENCE_MS = 2000;

/** How many transactions share one commit, and so one wait for the disk. */
const BATCH = 128;

/** SQLite's result codes (https://sqlite.org/rescode.html). */
const BUSY = 5;
/** Read-only, I/O error, corrupt, full, can't open: the disk's trouble, not a bug of ours. */
const OUT_OF_ORDER = new Set([8, 10, 11, 13, 14]);

/** A transaction that waits for its turn. */
interface Job {
  /** Runs it between the others; how its promise ends is told once the commit is through. */
  readonly run: () => Promise<() => void>;
  readonly fail: (error: unknown) => void;
}

/** Opens a database in a file, which is made where there is none. */
export function openSqlite(path: string): Database {
  const writer = connect(path);
  const reader = connect(path);
  // A batch waits for its turn without blocking this process: see `begin`.
  writer.exec('PRAGMA busy_timeout = 0');
  const write = queryOn(writer);
  const read = queryOn(reader);
  const waiting: Job[] = [];
  let isRunning = false;

  return {
    query: guarded(read),
    transaction: (work, commitWrites) =>
      new Promise((resolve, reject) => {
        waiting.push({
          async run() {
            writer.exec('SAVEPOINT one');
            try {
              const result = await work(write);
              const writes = commitWrites(result, write);
              if (writes) await Promise.all(writes);
              else writer.exec('ROLLBACK TO one');
              writer.exec('RELEASE one');
              return () => resolve(result);
            } catch (error) {
              writer.exec('ROLLBACK TO one');
              writer.exec('RELEASE one');
              return () => reject(troubleOf(error));
            }
          },
          fail: reject,
        });
        if (!isRunning) void runAll();
      }),
    async migrate() {
      try {
        await begin();
        await migrate(write);
        writer.exec('COMMIT');
      } catch (error) {
        if (writer.isTransaction) writer.exec('ROLLBACK');
        throw troubleOf(error);
      }
    },
    async close() {
      reader.close();
      writer.close();
    },
  };

  async function runAll(): Promise<void> {
    isRunning = true;
    while (waiting.length > 0) await runBatch();
    isRunning = false;
  }

  async function runBatch(): Promise<void> {
    const batch: Job[] = [];
    try {
      await begin();
      batch.push(...waiting.splice(0, BATCH));
      const settled: (() => void)[] = [];
      for (const job of batch) settled.push(await job.run());
      writer.exec('COMMIT');
      for (const settle of settled) settle();
    } catch (error) {
      if (writer.isTransaction) writer.exec('ROLLBACK');
      const failed = batch.length > 0 ? batch : waiting.splice(0, BATCH);
      for (const {fail} of failed) fail(troubleOf(error));
    }
  }

  /** Takes the database for writing as soon as other processes leave it. */
  async function begin(): Promise<void> {
    const until = performance.now() + PATIENCE_MS;
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

function connect(path: string): DatabaseSync {
  const database = new DatabaseSync(path, {timeout: PATIENCE_MS});
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  return database;
}

function queryOn(database: DatabaseSync): RunQuery {
  const prepared = new Map<string, StatementSync>();
  return async (text, values = []) => {
    let statement = prepared.get(text);
    if (!statement) {
      statement = database.prepare(text);
      // What makes tables is said once.
      if (/^\s*(SELECT|INSERT|UPDATE|DELETE)/.test(text)) prepared.set(text, statement);
    }
    return statement.all(named(values)) as unknown as readonly SqlRow[];
  };
}

/** SQLite takes `$1` for a name, so values go in by it. */
function named(values: readonly SqlValue[]): Record<string, SqlValue> {
  return Object.fromEntries(values.map((value, i) => [i + 1, value]));
}

function guarded(query: RunQuery): RunQuery {
  return async (text, values) => {
    try {
      return await query(text, values);
    } catch (error) {
      throw troubleOf(error);
    }
  };
}

function isBusy(error: unknown): boolean {
  return codeOf(error) === BUSY;
}

function troubleOf(error: unknown): unknown {
  const code = codeOf(error);
  const isTrouble = code !== undefined && (code === BUSY || OUT_OF_ORDER.has(code));
  return isTrouble ? new StoreError('unavailable', error) : error;
}

/** The primary result code: an extended one holds more above its low byte. */
function codeOf(error: unknown): number | undefined {
  const {errcode} = error as {readonly errcode?: unknown};
  return typeof errcode === 'number' ? errcode & 0xff : undefined;
}
