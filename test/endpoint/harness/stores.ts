/** Every store that the endpoint can have, for tests that must hold on each. */
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
  /** Why it can't be had here; nothing where it can. */
  readonly missing?: string;
  /** Makes an empty one. */
  readonly open: () => Promise<Store>;
}

const cluster = await startPostgres();
const folder = mkdtempSync(join(tmpdir(), 'motp-verify-endpoint-'));
let made = 0;

/** The cluster, where there is one. */
export const postgres: Cluster | undefined = cluster;

/** A place for a new SQLite database. */
export function newSqlitePath(): string {
  return join(folder, `${++made}.db`);
}

/** The address of a new, empty PostgreSQL database. */
export async function newPostgresUrl(): Promise<string> {
  if (!cluster) throw new Error(POSTGRES_INSTALL_HINT);
  const name = `test_${++made}`;
  const client = new Client({connectionString: cluster.url});
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  return cluster.url.replace(/postgres$/, name);
}

/** All three; patient, since a test must not fail because the machine is busy. */
export const STORES: readonly StoreKind[] = [
  {name: 'memory', open: async () => new MemoryStore()},
  {name: 'SQLite', open: async () => new SqlStore(openSqlite(newSqlitePath()))},
  {
    name: 'PostgreSQL',
    ...(!cluster && {missing: POSTGRES_INSTALL_HINT}),
    open: async () =>
      new SqlStore(openPostgres(await newPostgresUrl(), {connectTimeoutMs: 60_000})),
  },
];

after(() => {
  cluster?.remove();
  rmSync(folder, {recursive: true, force: true});
});
