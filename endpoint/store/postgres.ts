/** PostgreSQL with `pg`. Any number of processes can share one database. */
import {Socket} from 'node:net';
import {setTimeout as pause} from 'node:timers/promises';
import {DatabaseError, Pool, TypeOverrides, types as parsers, type PoolClient} from 'pg';
import type {Database, RunQuery, SqlRow} from './database.ts';
import {countMissingMigrations, migrate} from './migrations.ts';
import {StoreError, type StoreErrorReason} from './store-error.ts';
import {poolsTransactions} from './transaction-pooling.ts';

/** How long a statement waits for a lock, in ms. */
const LOCK_TIMEOUT_MS = 4000;

/** How long a statement may take, in ms. */
const STATEMENT_TIMEOUT_MS = 5000;

/**
 * The settings of each session. The server may have other defaults, such as `repeatable read`, under which
 * an attempt would not see the commits that it has waited for.
 */
const SESSION_SETTINGS = `
  SET statement_timeout = ${STATEMENT_TIMEOUT_MS};
  SET lock_timeout = ${LOCK_TIMEOUT_MS};
  SET idle_in_transaction_session_timeout = ${STATEMENT_TIMEOUT_MS};
  SET default_transaction_isolation = 'read committed';
  -- Every query has an index. PostgreSQL keeps plans: one from the time of a small table would go on
  -- scanning the whole table.
  SET enable_seqscan = off`;

/** The id of the advisory lock of migrations: “motp” in ASCII, an arbitrary number. */
const MIGRATION_LOCK = 0x6d6f7470;

/** Reads BIGINT columns as numbers: times stay below 2^53. */
const types = new TypeOverrides();
types.setTypeParser(parsers.builtins.INT8, Number);

/** Options of the connection pool. */
export interface PostgresOptions {
  /** The most connections of this process; 16 by default. */
  readonly connections?: number;
  /** How long a request waits for a connection, in ms; 1500 by default (docs/faults.md, S5). */
  readonly connectTimeoutMs?: number;
}

/** Opens a pool of connections to a `postgres://` URL. Connects when first used. */
export function openPostgres(
  url: string,
  {connections = 16, connectTimeoutMs = 1500}: PostgresOptions = {},
): Database {
  const pool = new Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: connectTimeoutMs,
    // Sends statements together that do not need each other's results.
    pipeline: true,
    stream: () => new BatchedSocket(),
    types,
  });
  // A broken connection rejects its running statement. Its error event adds nothing, and an event
  // without a listener would end the process.
  pool.on('connect', (client) => {
    client.on('error', ignore);
    // Not as parameters of the connection: PgBouncer refuses those.
    client.query(SESSION_SETTINGS).catch(ignore);
  });
  pool.on('error', ignore);

  const runOnce: Database['transaction'] = async (work, commitWrites) => {
    const client = await connect(pool);
    let isBroken = false;
    try {
      // Not awaited yet: the server runs statements in the order in which they are sent.
      const query = queryOn(client);
      const begin = query('BEGIN');
      begin.catch(ignore);
      const result = await work(query);
      await begin;
      const writes = commitWrites(result, query);
      if (writes) await commit(query, writes);
      else await query('ROLLBACK');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch(() => (isBroken = true));
      throw error;
    } finally {
      client.release(isBroken);
    }
  };

  const transaction: Database['transaction'] = async (work, commitWrites) => {
    try {
      return await runOnce(work, commitWrites).catch(async (error: unknown) => {
        if (!isCollision(stateOf(error) ?? '')) throw error;
        // Nothing was committed. The delay keeps the two transactions from colliding again.
        await pause(50 + Math.random() * 50);
        return runOnce(work, commitWrites);
      });
    } catch (error) {
      throw toStoreError(error);
    }
  };

  return {
    async query(text, values) {
      try {
        return await queryOn(pool)(text, values);
      } catch (error) {
        throw toStoreError(error);
      }
    },
    transaction,
    migrate: () =>
      transaction(
        async (query) => {
          await query(`SELECT pg_advisory_xact_lock(${MIGRATION_LOCK})`);
          const migrations = await migrate(query);
          // Leaves room on each page, so that updates write no index (HOT updates).
          if (migrations > 0) await query('ALTER TABLE accounts SET (fillfactor = 80)');
          return migrations;
        },
        () => [],
      ),
    async check() {
      try {
        if (await poolsTransactions(() => connect(pool)))
          throw new StoreError('transaction-pooling');
        const missing = await countMissingMigrations(queryOn(pool));
        if (missing > 0) throw new StoreError('not-migrated');
      } catch (error) {
        throw stateOf(error) === UNDEFINED_TABLE
          ? new StoreError('not-migrated', error)
          : toStoreError(error);
      }
    },
    load: () => ({
      busy: pool.totalCount - pool.idleCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
    }),
    close: () => pool.end(),
  };
}

function ignore(): void {}

/** Sends the writes of one event loop turn together: a system call costs more than a query. */
class BatchedSocket extends Socket {
  override uncork(): void {
    process.nextTick(() => super.uncork());
  }
}

async function connect(pool: Pool): Promise<PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    const reason = reasonOf(error);
    // The pool reports a timeout without a code, whether the server or a free connection is missing.
    throw new StoreError(reason === 'unknown' ? 'unreachable' : reason, error);
  }
}

/** Sends COMMIT right after the last writes. If one of them fails, the server rolls back. */
async function commit(query: RunQuery, writes: readonly Promise<unknown>[]): Promise<void> {
  const committing = query('COMMIT');
  const results = await Promise.allSettled([Promise.all(writes), committing]);
  const errors = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason as unknown] : [],
  );
  // The server reported an error, so nothing was committed. A broken connection leaves it in doubt.
  const reported = errors.find((error) => stateOf(error) !== undefined);
  if (errors.length > 0) throw reported ?? new StoreError('connection-lost', errors[0], 'in-doubt');
}

/** The name of each prepared statement, by its text. */
const names = new Map<string, string>();

function queryOn(runner: Pool | PoolClient): RunQuery {
  return async (text, values = []) => {
    let name = names.get(text);
    if (name === undefined) names.set(text, (name = `s${names.size}`));
    try {
      const {rows} = await runner.query<SqlRow>({name, text, values: [...values]});
      return rows;
    } catch (error) {
      // An error without an SQLSTATE is one of the connection.
      throw stateOf(error) === undefined ? new StoreError('unreachable', error) : error;
    }
  };
}

/** Waiting for a lock timed out. */
const LOCK_NOT_AVAILABLE = '55P03';

/** A table does not exist. */
const UNDEFINED_TABLE = '42P01';

/** What the SQLSTATEs of the server mean (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
const REASONS: readonly (readonly [state: RegExp, reason: StoreErrorReason])[] = [
  [/^08/, 'unreachable'],
  [/^(28|3D000)/, 'refused'],
  [/^(53100|58030)/, 'full'],
  [/^53/, 'overloaded'],
  [/^(57|58)/, 'stopped'],
  [/^25006/, 'read-only'],
  [/^42501/, 'no-permission'],
  // A missing table or column.
  [/^(42P01|42703)/, 'not-migrated'],
];

/** Returns whether the state is a serialization failure or a deadlock (one of two was aborted). */
function isCollision(state: string): boolean {
  return state === '40001' || state === '40P01';
}

function toStoreError(error: unknown): unknown {
  const state = stateOf(error);
  if (state === undefined) return error;
  if (state === LOCK_NOT_AVAILABLE) return new StoreError('locked', error, 'busy');
  if (isCollision(state)) return new StoreError('collision', error, 'busy');
  const reason = reasonOf(error);
  return reason === 'unknown' ? error : new StoreError(reason, error);
}

function reasonOf(error: unknown): StoreErrorReason {
  const state = stateOf(error) ?? '';
  return REASONS.find(([pattern]) => pattern.test(state))?.[1] ?? 'unknown';
}

/** Returns the SQLSTATE, if the server reported one. */
function stateOf(error: unknown): string | undefined {
  return error instanceof DatabaseError ? error.code : undefined;
}
