/** PostgreSQL by `pg`: any number of processes share it. */
import {Socket} from 'node:net';
import {setTimeout as pause} from 'node:timers/promises';
import {DatabaseError, Pool, TypeOverrides, types as parsers, type PoolClient} from 'pg';
import type {Database, RunQuery, SqlRow} from './database.ts';
import {migrate} from './migrations.ts';
import {StoreError, type StoreErrorCode} from './store.ts';

/** How long a statement waits for another's lock, and how long it may take, in ms. */
const LOCK_MS = 4000;
const STATEMENT_MS = 5000;

/** Any number, as long as nobody else's migration uses it: "motp" in ASCII. */
const MIGRATION_LOCK = 0x6d6f7470;

/** Times are bigint there and whole numbers below 2^53 here. */
const types = new TypeOverrides();
types.setTypeParser(parsers.builtins.INT8, Number);

/** What can be set about the connections. */
export interface PostgresOptions {
  /** How many connections this process holds at most. */
  readonly connections?: number;
  /** How long a request waits for one, in ms; 1500 where nothing is said (S5: 503 within 2 s). */
  readonly patienceMs?: number;
}

/** Connects to the database of a `postgres://` address. */
export function openPostgres(
  url: string,
  {connections = 16, patienceMs = 1500}: PostgresOptions = {},
): Database {
  const pool = new Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: patienceMs,
    statement_timeout: STATEMENT_MS,
    lock_timeout: LOCK_MS,
    idle_in_transaction_session_timeout: STATEMENT_MS,
    // All that is asked goes by an index. A plan is kept: one made while a table was still small would
    // go on reading the whole of it.
    options: '-c enable_seqscan=off',
    // Statements that don't need each other's results travel together.
    pipeline: true,
    stream: () => new Outbox(),
    types,
  });
  // A connection that breaks fails the statement that runs on it; its events say no more, and can
  // come when it is nobody's any longer.
  pool.on('connect', (client) => client.on('error', ignore));
  pool.on('error', ignore);

  const once: Database['transaction'] = async (work, commitWrites) => {
    const client = await connect(pool);
    let isBroken = false;
    try {
      // It need not be waited for: statements are run in the order in which they were sent.
      const query = queryOn(client);
      const begun = query('BEGIN');
      begun.catch(ignore);
      const result = await work(query);
      await begun;
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
      return await once(work, commitWrites).catch(async (error: unknown) => {
        if (!isCollision(stateOf(error) ?? '')) throw error;
        // Nothing has counted, and once more will do; at once, it could meet the same other again.
        await pause(50 + Math.random() * 50);
        return once(work, commitWrites);
      });
    } catch (error) {
      throw troubleOf(error);
    }
  };

  return {
    async query(text, values) {
      try {
        return await queryOn(pool)(text, values);
      } catch (error) {
        throw troubleOf(error);
      }
    },
    transaction,
    migrate: () =>
      transaction(
        async (query) => {
          await query(`SELECT pg_advisory_xact_lock(${MIGRATION_LOCK})`);
          const taken = await migrate(query);
          // Room for what changes to stay on its page: then no index has to be written (HOT updates).
          if (taken > 0) await query('ALTER TABLE accounts SET (fillfactor = 80)');
        },
        () => [],
      ),
    close: () => pool.end(),
  };
}

function ignore(): void {}

/** Sends in one go what is written in one turn of the event loop: a write costs more than a query. */
class Outbox extends Socket {
  override uncork(): void {
    process.nextTick(() => super.uncork());
  }
}

async function connect(pool: Pool): Promise<PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw new StoreError('unavailable', error);
  }
}

/** Commits right behind the last writes: where one of them fails, the server makes it a rollback. */
async function commit(query: RunQuery, writes: readonly Promise<unknown>[]): Promise<void> {
  const committing = query('COMMIT');
  const [written, committed] = await Promise.allSettled([Promise.all(writes), committing]);
  const errors = [written, committed].flatMap((one) =>
    one.status === 'rejected' ? [one.reason as unknown] : [],
  );
  // Told by the server, it did not count. When the line breaks, nobody knows.
  const told = errors.find((error) => stateOf(error) !== undefined);
  if (errors.length > 0) throw told ?? new StoreError('in-doubt', errors[0]);
}

/** Each text is prepared once per connection, under a name of its own. */
const names = new Map<string, string>();

function queryOn(runner: Pool | PoolClient): RunQuery {
  return async (text, values = []) => {
    let name = names.get(text);
    if (name === undefined) names.set(text, (name = `s${names.size}`));
    try {
      const {rows} = await runner.query<SqlRow>({name, text, values: [...values]});
      return rows;
    } catch (error) {
      // What the server did not say is about the line to it.
      throw stateOf(error) === undefined ? new StoreError('unavailable', error) : error;
    }
  };
}

/**
 * Classes and codes of SQLSTATE that are the server's trouble: connection, resources (disk full),
 * stopped by an operator, system error; and a server that takes no writes.
 */
const OUT_OF_ORDER = /^(08|53|57|58|25006)/;

/** Somebody else's lock was waited for too long. */
const LOCK_NOT_AVAILABLE = '55P03';

/** Serialization failure or deadlock: one of two had to give way. */
function isCollision(state: string): boolean {
  return state === '40001' || state === '40P01';
}

function troubleOf(error: unknown): unknown {
  const trouble = troubleIn(stateOf(error) ?? '');
  return trouble ? new StoreError(trouble, error) : error;
}

function troubleIn(state: string): StoreErrorCode | undefined {
  if (OUT_OF_ORDER.test(state)) return 'unavailable';
  return state === LOCK_NOT_AVAILABLE || isCollision(state) ? 'busy' : undefined;
}

/** The SQLSTATE that the server gave, if it did. */
function stateOf(error: unknown): string | undefined {
  return error instanceof DatabaseError ? error.code : undefined;
}
