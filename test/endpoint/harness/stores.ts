/** Every kind of store, for tests that run on each. */
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after} from 'node:test';
import {Client} from 'pg';
import {
  POSTGRES_INSTALL_HINT,
  startPostgres,
  type Cluster,
} from '../../../tools/services/postgres.ts';
import {MemoryStore} from '../../../endpoint/store/memory.ts';
import {openPostgres} from '../../../endpoint/store/postgres.ts';
import {SqlStore} from '../../../endpoint/store/sql.ts';
import {openSqlite} from '../../../endpoint/store/sqlite.ts';
import type {Store} from '../../../endpoint/store/store.ts';

/** A kind of store. */
export interface StoreKind {
  readonly name: 'memory' | 'SQLite' | 'PostgreSQL';
  /** Why it is not available here; absent if it is. */
  readonly skipReason?: string;
  /** Opens an empty store. */
  readonly open: () => Promise<Store>;
}

const cluster = await startPostgres();
const folder = mkdtempSync(join(tmpdir(), 'motp-verify-endpoint-'));
let count = 0;

/** The PostgreSQL cluster of the tests, if PostgreSQL is available. */
export const postgres: Cluster | undefined = cluster;

/** Returns the path of a new SQLite database. */
export function newSqlitePath(): string {
  return join(folder, `${++count}.db`);
}

/** Creates an empty PostgreSQL database. @returns its URL */
export async function newPostgresUrl(): Promise<string> {
  if (!cluster) throw new Error(POSTGRES_INSTALL_HINT);
  const name = `test_${++count}`;
  const client = new Client({connectionString: cluster.url});
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  return cluster.url.replace(/postgres$/, name);
}

/** All stores. The long timeout keeps a busy machine from failing a test. */
export const STORES: readonly StoreKind[] = [
  {name: 'memory', open: async () => new MemoryStore()},
  {name: 'SQLite', open: async () => new SqlStore(openSqlite(newSqlitePath()))},
  {
    name: 'PostgreSQL',
    ...(!cluster && {skipReason: POSTGRES_INSTALL_HINT}),
    open: async () =>
      new SqlStore(openPostgres(await newPostgresUrl(), {connectTimeoutMs: 60_000})),
  },
];

after(() => {
  cluster?.remove();
  rmSync(folder, {recursive: true, force: true});
});
