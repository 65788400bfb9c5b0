/** The query plans of PostgreSQL: a million accounts must be as fast as a few. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {Client} from 'pg';
import {POSTGRES_INSTALL_HINT} from '../../tools/services/postgres.ts';
import {openPostgres} from '../../endpoint/store/postgres.ts';
import {SqlStore} from '../../endpoint/store/sql.ts';
import {TestSite, WRONG_CODE} from './harness/site.ts';
import {newPostgresUrl, postgres} from './harness/stores.ts';

/** Enough attempts for PostgreSQL to keep its plans, which it makes while the tables are small. */
const ATTEMPTS = 40;

describe('an attempt on PostgreSQL', {skip: postgres ? false : POSTGRES_INSTALL_HINT}, () => {
  it('scans no whole table, even with a plan from the time of an empty one', async () => {
    const url = await newPostgresUrl();
    const database = openPostgres(url, {connections: 2});
    const store = new SqlStore(database);
    await store.checkReady();
    // Tells the planner that the tables are empty.
    await database.query('ANALYZE');
    const site = await TestSite.create(store);
    for (let i = 0; i < ATTEMPTS; i++) {
      await site.register(`trainee-${i}`);
      await site.attempt(`trainee-${i}`, WRONG_CODE);
      await site.attempt(`trainee-${i}`, await site.codeFor(`trainee-${i}`));
      await site.get('/status', `trainee-${i}`);
    }
    await store.close();
    const rows = await sequentialReads(url);
    assert.deepEqual(rows, [
      {relname: 'accounts', seq_tup_read: '0'},
      {relname: 'attempts', seq_tup_read: '0'},
    ]);
  });
});

/** Counts the rows that sequential scans have read, once all connections have reported. */
async function sequentialReads(url: string): Promise<readonly unknown[]> {
  const client = new Client({connectionString: url});
  await client.connect();
  for (;;) {
    const {rows} = await client.query<{n_tup_ins: string; relname: string; seq_tup_read: string}>(
      `SELECT relname, seq_tup_read, n_tup_ins FROM pg_stat_user_tables
       WHERE relname IN ('accounts', 'attempts') ORDER BY relname`,
    );
    if (rows.every(({n_tup_ins}) => Number(n_tup_ins) >= ATTEMPTS)) {
      await client.end();
      return rows.map(({relname, seq_tup_read}) => ({relname, seq_tup_read}));
    }
  }
}
