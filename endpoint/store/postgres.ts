/** PostgreSQL with `pg`. Any number of processes can share one database. */
import {Socket} from 'node:net';
import {setTimeout as pause} from 'node:timers/promises';
import {Pool, TypeOverrides, types as parsers} from 'pg';
import type {Database, RunQuery} from './database.ts';
import {countMissingMigrations, migrate} from './migrations.ts';
import {attemptsOn} from './postgres-attempts.ts';
import {isCollision, stateOf, toStoreError, UNDEFINED_TABLE} from './postgres-errors.ts';
import {connect, queryOn} from './postgres-query.ts';
import {StoreError} from './store-error.ts';
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
  -- The statements of an attempt are planned once: planning takes as long as running them.
  SET plan_cache_mode = force_generic_plan;
  -- Every query has an index.
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

  const runOnce: Database['transaction'] = async (work, shouldCommit = () => true) => {
    const client = await connect(pool);
    let isBroken = false;
    try {
      // Not awaited yet: the server runs statements in the order in which they are sent.
      const query = queryOn(client);
      const begin = query('BEGIN');
      begin.catch(ignore);
      const result = await work(query);
      await begin;
      if (shouldCommit(result)) await commit(query);
      else await query('ROLLBACK');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch(() => (isBroken = true));
      throw error;
    } finally {
      client.release(isBroken);
    }
  };

  const transaction: Database['transaction'] = async (work, shouldCommit) => {
    try {
      return await runOnce(work, shouldCommit).catch(async (error: unknown) => {
        if (!isCollision(error)) throw error;
        // Nothing was committed. The delay keeps the two transactions from colliding again.
        await pause(50 + Math.random() * 50);
        return runOnce(work, shouldCommit);
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
    ...attemptsOn(pool),
    migrate: () =>
      transaction(async (query) => {
        await query(`SELECT pg_advisory_xact_lock(${MIGRATION_LOCK})`);
        const migrations = await migrate(query);
        // Leaves room on each page, so that updates write no index (HOT updates).
        if (migrations > 0) await query('ALTER TABLE accounts SET (fillfactor = 80)');
        return migrations;
      }),
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

/** Commits. A connection that breaks meanwhile leaves it in doubt whether the server has committed. */
async function commit(query: RunQuery): Promise<void> {
  await query('COMMIT').catch((error: unknown) => {
    throw stateOf(error) === undefined
      ? new StoreError('connection-lost', error, 'in-doubt')
      : error;
  });
}
