/** Connections to PostgreSQL, and statements on them. */
import type {Pool, PoolClient, QueryConfig} from 'pg';
import type {SqlRow} from './database.ts';
import {reasonOf, stateOf} from './postgres-errors.ts';
import {StoreError} from './store-error.ts';

/** Returns a free connection. @throws StoreError if there is none in time */
export async function connect(pool: Pool): Promise<PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    const reason = reasonOf(error);
    // The pool reports a timeout without a code, whether the server or a free connection is missing.
    throw new StoreError(reason === 'unknown' ? 'unreachable' : reason, error);
  }
}

/** The name of each prepared statement, by its text. */
const names = new Map<string, string>();

type RunText = (text: string, values?: readonly unknown[]) => Promise<readonly SqlRow[]>;

/** Runs statements on a connection, or on any of a pool. PostgreSQL plans each for the tables as they are. */
export function queryOn(runner: Pool | PoolClient): RunText {
  return (text, values = []) => run(runner, {text, values: [...values]});
}

/**
 * Runs statements that each connection prepares once: PostgreSQL keeps their plans, also those from the time
 * of empty tables. Only for statements of which there is one plan.
 */
export function preparedOn(client: PoolClient): RunText {
  return (text, values = []) => {
    let name = names.get(text);
    if (name === undefined) names.set(text, (name = `s${names.size}`));
    return run(client, {name, text, values: [...values]});
  };
}

async function run(runner: Pool | PoolClient, query: QueryConfig): Promise<readonly SqlRow[]> {
  try {
    const {rows} = await runner.query<SqlRow>(query);
    return rows;
  } catch (error) {
    // An error without an SQLSTATE is one of the connection.
    throw stateOf(error) === undefined ? new StoreError('unreachable', error) : error;
  }
}
