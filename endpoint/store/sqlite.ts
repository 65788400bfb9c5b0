/**
 * SQLite with `node:sqlite`. Reads run at once; what writes runs in another thread, in groups that share one
 * commit, and so one wait for the disk.
 */
import type {DatabaseSync} from 'node:sqlite';
import {setTimeout as pause} from 'node:timers/promises';
import {
  decidedValues,
  findText,
  QUERY_COLUMNS,
  queryValues,
  toLookups,
  toStored,
} from './attempt-statements.ts';
import type {Database} from './database.ts';
import {countMissingMigrations, migrate} from './migrations.ts';
import {BUSY_TIMEOUT_MS, connect, queryOn, restrictAccess, rowOf} from './sqlite-connection.ts';
import {isBusy, toStoreError} from './sqlite-errors.ts';
import {SqliteWriter} from './sqlite-writer.ts';
import {StoreError} from './store-error.ts';

/** How many transactions share one commit, at most. */
const GROUP_SIZE = 128;

const FIND = findText(`${rowOf(QUERY_COLUMNS)} JOIN accounts ON accounts.subject = given.account`);

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
    // The first connection creates what the other one needs.
    const reader = connect(path);
    return databaseOn(reader, new SqliteWriter(path));
  } catch (error) {
    throw toStoreError(error);
  }
}

function databaseOn(reader: DatabaseSync, writer: SqliteWriter): Database {
  const read = queryOn(reader);
  const queue: Job[] = [];
  let isRunning = false;

  const enqueue = <Result>(
    run: (resolve: (result: Result | PromiseLike<Result>) => void) => Promise<() => void>,
  ) =>
    new Promise<Result>((resolve, reject) => {
      queue.push({run: () => run(resolve), fail: reject});
      if (!isRunning) void runAll();
    });

  const transaction: Database['transaction'] = (work, shouldCommit = () => true) =>
    enqueue(async (resolve) => {
      let settle: () => void;
      await writer.query('SAVEPOINT job');
      try {
        const result = await work(writer.query);
        settle = () => resolve(result);
        if (!shouldCommit(result)) await writer.query('ROLLBACK TO job');
      } catch (error) {
        settle = () => resolve(Promise.reject(toStoreError(error)));
        // A full disk has ended the transaction of the whole group.
        await writer.query('ROLLBACK TO job').catch(() => {
          throw error;
        });
      }
      await writer.query('RELEASE job');
      return settle;
    });

  return {
    query: withStoreErrors(async (text, values) => read(text, values)),
    transaction,
    findForAttempts: withStoreErrors(async (take) => {
      const queries = take();
      return toLookups(
        queries,
        queryValues(queries).flatMap((values) => read(FIND, values)),
      );
    }),
    storeAttempts: (take) =>
      enqueue(async (resolve) => {
        const attempts = take();
        const stored = toStored(attempts, await writer.storeAttempts(decidedValues(attempts)));
        return () => resolve(stored);
      }),
    migrate: () => transaction(migrate),
    check: withStoreErrors(async () => {
      const missing = await countMissingMigrations(async (text, values) => read(text, values));
      if (missing > 0) throw new StoreError('not-migrated');
    }),
    load: () => ({busy: Number(isRunning), idle: Number(!isRunning), waiting: queue.length}),
    async close() {
      reader.close();
      await writer.close();
    },
  };

  async function runAll(): Promise<void> {
    isRunning = true;
    while (queue.length > 0) await runGroup();
    isRunning = false;
  }

  /** Runs what has arrived, one after another, and commits it together. */
  async function runGroup(): Promise<void> {
    let group: readonly Job[] | undefined;
    try {
      await begin();
      group = queue.splice(0, GROUP_SIZE);
      const settled: (() => void)[] = [];
      for (const {run} of group) settled.push(await run());
      await writer.query('COMMIT');
      for (const settle of settled) settle();
    } catch (error) {
      // Fails if no transaction is open any more.
      await writer.query('ROLLBACK').catch(() => undefined);
      for (const {fail} of group ?? queue.splice(0, GROUP_SIZE)) fail(toStoreError(error));
    }
  }

  /** Begins a write transaction as soon as no other process holds one. */
  async function begin(): Promise<void> {
    const until = performance.now() + BUSY_TIMEOUT_MS;
    for (;;) {
      try {
        await writer.query('BEGIN IMMEDIATE');
        return;
      } catch (error) {
        if (!isBusy(error) || performance.now() > until) throw error;
        await pause(1 + Math.random() * 4);
      }
    }
  }
}

/** Returns a function that throws the errors of the store. */
function withStoreErrors<Args extends readonly unknown[], Result>(
  run: (...args: Args) => Promise<Result>,
): (...args: Args) => Promise<Result> {
  return async (...args) => {
    try {
      return await run(...args);
    } catch (error) {
      throw toStoreError(error);
    }
  };
}
