/** A bare `UPDATE … RETURNING`: the least that a failure counter takes from the database. */
import {DatabaseSync} from 'node:sqlite';
import {openPostgres} from '../endpoint/store/postgres.ts';

/** The environment variables that configure the endpoint's database. */
export type DatabaseConfig =
  {readonly DATABASE_URL: string; readonly CONNECTIONS: string} | {readonly SQLITE_FILE: string};

const UPDATE = 'UPDATE accounts SET busy_until = $2 WHERE subject = $1 RETURNING failures';

/** Changes one row of a database that is open besides the endpoint. */
export interface BareDatabase {
  readonly update: (accountId: string, value: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Opens the database of the endpoint. */
export function openBareDatabase(config: DatabaseConfig): BareDatabase {
  return 'SQLITE_FILE' in config ? openBareSqlite(config.SQLITE_FILE) : openBarePostgres(config);
}

/** PostgreSQL commits each statement by itself. */
function openBarePostgres({
  DATABASE_URL,
  CONNECTIONS,
}: Extract<DatabaseConfig, {DATABASE_URL: string}>) {
  const database = openPostgres(DATABASE_URL, {connections: Number(CONNECTIONS)});
  return {
    async update(accountId: string, value: number) {
      await database.query(UPDATE, [accountId, value]);
    },
    close: () => database.close(),
  };
}

/**
 * On SQLite, updates that arrive in one turn of the event loop share a commit, each in a savepoint of its own,
 * as transactions of the endpoint do.
 */
function openBareSqlite(path: string): BareDatabase {
  const database = new DatabaseSync(path, {timeout: 2000});
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  const update = database.prepare(UPDATE);
  let waiting: (() => void)[] = [];
  const commit = (): void => {
    const committed = waiting;
    waiting = [];
    database.exec('COMMIT');
    for (const resolve of committed) resolve();
  };
  return {
    update: (accountId, value) =>
      new Promise((resolve) => {
        if (waiting.length === 0) {
          database.exec('BEGIN IMMEDIATE');
          setImmediate(commit);
        }
        database.exec('SAVEPOINT job');
        update.all({1: accountId, 2: value});
        database.exec('RELEASE job');
        waiting.push(resolve);
      }),
    async close() {
      database.close();
    },
  };
}
