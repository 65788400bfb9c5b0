/** The thread that writes to SQLite. */
import assert from 'node:assert/strict';
import {mkdirSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {SqliteWriter} from '../../endpoint/store/sqlite-writer.ts';
import {toStoreError} from '../../endpoint/store/sqlite-errors.ts';
import {StoreError} from '../../endpoint/store/store-error.ts';
import {newSqlitePath} from './harness/stores.ts';

describe('the thread that writes to SQLite', () => {
  it('runs statements in their order, while this one goes on', async () => {
    const writer = new SqliteWriter(newSqlitePath());
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    await writer.query('CREATE TABLE numbers (n INTEGER)');
    const inserts = [1, 2, 3].map((n) => writer.query('INSERT INTO numbers VALUES ($1)', [n]));
    // Counts to some millions: it would stop the event loop.
    const counting = writer.query(
      'WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c LIMIT 3000000) SELECT max(n) AS n FROM c',
    );
    const rows = writer.query('SELECT n FROM numbers ORDER BY n');
    assert.deepEqual(await counting, [{n: 3_000_000}]);
    clearInterval(timer);
    await Promise.all(inserts);
    assert.deepEqual(await rows, [{n: 1}, {n: 2}, {n: 3}]);
    assert(turns > 1);
    await writer.close();
  });
  it('reports an error of a statement with its code, and goes on', async () => {
    const writer = new SqliteWriter(newSqlitePath());
    await assert.rejects(writer.query('SELECT * FROM nothing'), {errcode: 1});
    assert.deepEqual(await writer.query('SELECT 1 AS one'), [{one: 1}]);
    await writer.close();
  });
  it('that can’t open the file fails each statement, and starts again', async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'motp-verify-writer-'));
    t.after(() => rmSync(folder, {recursive: true}));
    const writer = new SqliteWriter(join(folder, 'later/endpoint.db'));
    const all = await Promise.allSettled([writer.query('SELECT 1'), writer.query('SELECT 2')]);
    for (const one of all) {
      assert(one.status === 'rejected');
      const error = toStoreError(one.reason);
      assert(error instanceof StoreError && error.reason === 'no-access');
    }
    mkdirSync(join(folder, 'later'));
    assert.deepEqual(await writer.query('SELECT 1 AS one'), [{one: 1}]);
    await writer.close();
  });
});
