/** The query plans of PostgreSQL: a million accounts must be as fast as a few. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {Client} from 'pg';
import {POSTGRES_INSTALL_HINT} from '../../tools/services/postgres.ts';
import {openPostgres} from '../../endpoint/store/postgres.ts';
import {SqlStore} from '../../endpoint/store/sql.ts';
import {TestSite, WRONG_CODE} from './harness/site.ts';
import {newPostgresUrl, postgres} from './harness/stores.ts';

/** Enough attempts to tell a plan that reads all earlier ones from a plan that looks up a few. */
const TRAINEES = 60;

/** How many index entries the statements of one attempt read at most, each by its key. */
const MAX_INDEX_READS = 20;

describe('an attempt on PostgreSQL', {skip: postgres ? false : POSTGRES_INSTALL_HINT}, () => {
  it('reads no whole table and no whole index, also when it began with empty ones', async () => {
    const url = await newPostgresUrl();
    const database = openPostgres(url, {connections: 2});
    const store = new SqlStore(database);
    await store.checkReady();
    // Tells the planner that the tables are empty.
    await database.query('ANALYZE');
    const site = await TestSite.create(store);
    for (let i = 0; i < TRAINEES; i++) {
      await site.register(`trainee-${i}`);
      await site.attempt(`trainee-${i}`, WRONG_CODE);
      await site.attempt(`trainee-${i}`, await site.codeFor(`trainee-${i}`));
      await site.get('/status', `trainee-${i}`);
    }
    await store.close();
    const reads = await readsOf(url);
    assert.deepEqual(
      reads.map(({table, sequential}) => ({table, sequential})),
      [
        {table: 'accounts', sequential: 0},
        {table: 'attempts', sequential: 0},
      ],
    );
    for (const {table, index} of reads) {
      assert.ok(index <= TRAINEES * 2 * MAX_INDEX_READS, `${index} index entries of ${table} read`);
    }
  });
});

/** What was read of a table, in rows and in index entries. */
interface Reads {
  readonly table: string;
  readonly sequential: number;
  readonly index: number;
}

/** Counts what was read of each table, once all connections have reported. */
async function readsOf(url: string): Promise<readonly Reads[]> {
  const client = new Client({connectionString: url});
  await client.connect();
  for (;;) {
    const {rows} = await client.query<Reads & {readonly inserted: number}>(
      `SELECT relname AS table, seq_tup_read::int AS sequential, n_tup_ins::int AS inserted,
         (SELECT sum(idx_tup_read)::int FROM pg_stat_user_indexes i WHERE i.relid = t.relid) AS index
       FROM pg_stat_user_tables t WHERE relname IN ('accounts', 'attempts') ORDER BY relname`,
    );
    if (rows.every(({inserted}) => inserted >= TRAINEES)) {
      await client.end();
      return rows;
    }
  }
}
