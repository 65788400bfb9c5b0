/** Connections to PostgreSQL, and statements on them. */
import type {Pool, PoolClient} from 'pg';
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

/** Runs statements on a connection, or on any of a pool. Each is prepared once for each connection. */
export function queryOn(
  runner: Pool | PoolClient,
): (text: string, values?: readonly unknown[]) => Promise<readonly SqlRow[]> {
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
