/** Finds and stores attempts that arrive together on PostgreSQL: one statement for all of them. */
import type {Pool} from 'pg';
import {
  DECIDED_COLUMNS,
  decidedValues,
  findText,
  INSERT_ATTEMPTS,
  IS_UNCHANGED,
  QUERY_COLUMNS,
  queryValues,
  SET_ACCOUNT,
  toLookups,
  toStored,
  type ValueColumns,
} from './attempt-statements.ts';
import type {Database, SqlRow, SqlValue} from './database.ts';
import {isKeyTaken, toStoreError} from './postgres-errors.ts';
import {connect, preparedOn} from './postgres-query.ts';
import {StoreError} from './store-error.ts';

/**
 * Finds accounts. `OFFSET 0` keeps the planner from turning the lookups into a join: the plan is made once,
 * perhaps for empty tables, and must stay a lookup of each account by its key.
 */
const FIND = findText(`${tableOf(QUERY_COLUMNS)} CROSS JOIN LATERAL (
  SELECT * FROM accounts WHERE accounts.subject = given.account OFFSET 0
) AS accounts`);

/**
 * Compares and sets accounts, and inserts the attempts of those that it has changed. An account that another
 * transaction holds is skipped, so that no attempt waits for another account's lock, and no two batches
 * for each other. Each account is locked by a lookup by its key, and changed where it stands (`ctid`), so the
 * planner has no choice here either.
 */
const STORE = `
  WITH held AS (
    SELECT given.*, unchanged.place
    FROM ${tableOf(DECIDED_COLUMNS)} CROSS JOIN LATERAL (
      SELECT accounts.ctid AS place FROM accounts WHERE ${IS_UNCHANGED}
      FOR NO KEY UPDATE OF accounts SKIP LOCKED
    ) AS unchanged
  ),
  changed AS (
    ${SET_ACCOUNT} FROM held AS given WHERE accounts.ctid = given.place RETURNING given.*
  )
  ${INSERT_ATTEMPTS} FROM changed RETURNING subject`;

/** How often a batch is sent again because another process has used one of its keys meanwhile. */
const MAX_RETRIES = 3;

/** Finds and stores attempts on the connections of a pool. */
export function attemptsOn(pool: Pool): Pick<Database, 'findForAttempts' | 'storeAttempts'> {
  return {
    async findForAttempts(take) {
      const client = await connect(pool);
      let isBroken = false;
      try {
        const queries = take();
        return toLookups(queries, await preparedOn(client)(FIND, columnsOf(queryValues(queries))));
      } catch (error) {
        isBroken = true;
        throw toStoreError(error);
      } finally {
        client.release(isBroken);
      }
    },
    async storeAttempts(take) {
      const client = await connect(pool);
      let isBroken = false;
      try {
        const attempts = take();
        const values = columnsOf(decidedValues(attempts));
        return toStored(attempts, await retry(() => preparedOn(client)(STORE, values)));
      } catch (error) {
        isBroken = true;
        // The statement commits by itself. Without an answer, nobody knows whether it has.
        throw error instanceof StoreError
          ? new StoreError('connection-lost', error, 'in-doubt')
          : toStoreError(error);
      } finally {
        client.release(isBroken);
      }
    },
  };
}

/**
 * Sends a statement again if a key was used between its snapshot and its lock. The next snapshot shows it.
 */
async function retry(send: () => Promise<readonly SqlRow[]>): Promise<readonly SqlRow[]> {
  for (let left = MAX_RETRIES; ; left--) {
    try {
      return await send();
    } catch (error) {
      if (!isKeyTaken(error) || left === 0) throw error;
    }
  }
}

/** Returns a table whose columns are arrays, one for each parameter. */
function tableOf(columns: ValueColumns): string {
  const arrays = columns.map(([, type], i) => `$${i + 1}::${type}[]`);
  return `unnest(${arrays.join(', ')}) AS given (${columns.map(([name]) => name).join(', ')})`;
}

/** Turns rows into columns. */
function columnsOf(rows: readonly (readonly SqlValue[])[]): readonly (readonly SqlValue[])[] {
  return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? null));
}
