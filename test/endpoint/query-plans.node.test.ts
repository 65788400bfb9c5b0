/** How PostgreSQL finds what an attempt is about, so that a million accounts cost no more than a few. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {Client} from 'pg';
import {POSTGRES_INSTALL_HINT} from '../../tools/services/postgres.ts';
import {openPostgres} from '../../endpoint/store/postgres.ts';
import {SqlStore} from '../../endpoint/store/sql.ts';
import {TestSite, WRONG_CODE} from './harness/site.ts';
import {newPostgresUrl, postgres} from './harness/stores.ts';

/** More than after which PostgreSQL keeps a plan, so that it is made while the tables are small. */
const ATTEMPTS = 40;

describe('an attempt on PostgreSQL', {skip: postgres ? false : POSTGRES_INSTALL_HINT}, () => {
  it('reads no table as a whole, whatever was in it when its plan was made', async () => {
    const url = await newPostgresUrl();
    const database = openPostgres(url, {connections: 2});
    const store = new SqlStore(database);
    assert(await store.isReady());
    // From here on the server knows that the tables are empty.
    await database.query('ANALYZE');
    const site = await TestSite.create(store);
    for (let i = 0; i < ATTEMPTS; i++) {
      await site.register(`trainee-${i}`);
      await site.attempt(`trainee-${i}`, WRONG_CODE);
      await site.attempt(`trainee-${i}`, await site.codeFor(`trainee-${i}`));
      await site.get('/status', `trainee-${i}`);
    }
    await store.close();
    const rows = await readsOf(url);
    assert.deepEqual(rows, [
      {relname: 'accounts', seq_tup_read: '0'},
      {relname: 'attempts', seq_tup_read: '0'},
    ]);
  });
});

/** How many rows were read from one end of a table to the other; once all connections have told. */
async function readsOf(url: string): Promise<readonly unknown[]> {
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
