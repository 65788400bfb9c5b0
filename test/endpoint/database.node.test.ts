/** The database of a site: roles, migrations, poolers and the server's own defaults. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {Client} from 'pg';
import {parseServerConfig} from '../../endpoint/config.ts';
import {nodeEncryption} from '../../endpoint/crypto/encryption-node.ts';
import {purge} from '../../endpoint/retention.ts';
import {startServer} from '../../endpoint/server.ts';
import {openPostgres} from '../../endpoint/store/postgres.ts';
import {SqlStore} from '../../endpoint/store/sql.ts';
import {STORE_ADVICE, StoreError, type StoreErrorReason} from '../../endpoint/store/store-error.ts';
import {
  findOrInstallPgBouncer,
  PGBOUNCER_INSTALL_HINT,
  startPgBouncer,
} from '../../tools/services/pgbouncer.ts';
import {POSTGRES_INSTALL_HINT} from '../../tools/services/postgres.ts';
import {SECRETS, TestSite, WRONG_CODE} from './harness/site.ts';
import {newPostgresUrl, postgres} from './harness/stores.ts';

const skip = postgres ? false : POSTGRES_INSTALL_HINT;
const ENCRYPTION_KEY = '07'.repeat(32);
const encryption = nodeEncryption(Buffer.from(ENCRYPTION_KEY, 'hex'));

/** Long, so that a busy machine fails no test. */
const PATIENT = {connectTimeoutMs: 60_000};

async function migratedUrl(): Promise<string> {
  const url = await newPostgresUrl();
  const database = openPostgres(url, PATIENT);
  await database.migrate();
  await database.close();
  return url;
}

async function run(url: string, ...statements: readonly string[]): Promise<void> {
  const client = new Client({connectionString: url});
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Opens a store as `motp-endpoint serve` does: without migrating. */
function serve(url: string): SqlStore {
  return new SqlStore(openPostgres(url, PATIENT), {encryption, migrates: false});
}

function hasReason(reason: StoreErrorReason) {
  return (error: unknown) => error instanceof StoreError && error.reason === reason;
}

/** Uses each operation that a running endpoint has. */
async function useEverything(store: SqlStore): Promise<void> {
  const site = await TestSite.create(store);
  await site.register('hong');
  const wrong = await site.attempt('hong', WRONG_CODE);
  assert.deepEqual([wrong.body.code, wrong.body['failures']], ['code-mismatch', 1]);
  const {body} = await site.attempt('hong', await site.codeFor('hong'));
  assert.equal(body.code, 'verified');
  const path = `/verifications/${String(body['verificationId'])}?subject=hong&occasion=enrollment`;
  assert.equal((await site.getAs(path, SECRETS.sites.institute)).body.code, 'valid');
  assert.equal((await site.get('/status', 'hong')).body.code, 'ready');
  const report = await site.reportIdentity('hong');
  assert.equal(report.body.code, 'released');
  const ticket = await site.postAs(
    '/tickets',
    {subject: 'hong', occasion: 'exam'},
    SECRETS.sites.institute,
  );
  const revoked = await site.send(`/tickets/${String(ticket.body['id'])}`, {
    method: 'DELETE',
    headers: {Authorization: `Bearer ${SECRETS.sites.institute}`},
  });
  assert.equal(revoked.status, 200);
  assert.equal((await site.send('/health/ready', {})).status, 200);
  site.now += 1000;
  assert((await purge(site.context, 1)) > 0);
}

describe('a database that was not migrated', {skip}, () => {
  it('keeps the server from starting, with one sentence', async () => {
    const DATABASE_URL = await newPostgresUrl();
    const result = parseServerConfig({PORT: '0', DATABASE_URL, ENCRYPTION_KEY});
    assert(result.kind === 'valid');
    await assert.rejects(
      startServer(result.config, () => undefined),
      {
        message: STORE_ADVICE['not-migrated'],
      },
    );
  });
  it('of an earlier version keeps it from starting too', async () => {
    const url = await migratedUrl();
    await run(url, 'DELETE FROM schema_steps WHERE step = (SELECT max(step) FROM schema_steps)');
    const store = serve(url);
    await assert.rejects(store.open(), hasReason('not-migrated'));
    await store.close();
  });
});

describe('a role without the right to change tables', {skip}, () => {
  it('is enough for everything that a running endpoint does', async (t) => {
    const url = await migratedUrl();
    const role = `app_${new URL(url).pathname.slice(1)}`;
    await run(
      url,
      `CREATE ROLE ${role} LOGIN`,
      'REVOKE ALL ON SCHEMA public FROM PUBLIC',
      `GRANT USAGE ON SCHEMA public TO ${role}`,
      `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${role}`,
    );
    t.after(() => run(url, `DROP OWNED BY ${role}`, `DROP ROLE ${role}`));
    const address = new URL(url);
    address.username = role;
    await assert.rejects(run(address.href, 'CREATE TABLE more (id int)'), /permission denied/);
    const store = serve(address.href);
    await useEverything(store);
    await store.close();
  });
  it('that may not use the tables keeps the server from starting', async (t) => {
    const url = await migratedUrl();
    const role = `none_${new URL(url).pathname.slice(1)}`;
    await run(url, `CREATE ROLE ${role} LOGIN`);
    t.after(() => run(url, `DROP ROLE ${role}`));
    const address = new URL(url);
    address.username = role;
    const store = serve(address.href);
    await assert.rejects(store.open(), hasReason('no-permission'));
    await store.close();
  });
});

describe('a server with other defaults', {skip}, () => {
  for (const isolation of ['repeatable read', 'serializable']) {
    it(`as ${isolation} counts parallel failures as ever`, async () => {
      const url = await migratedUrl();
      const name = new URL(url).pathname.slice(1);
      await run(url, `ALTER DATABASE ${name} SET default_transaction_isolation = '${isolation}'`);
      const store = serve(url);
      const site = await TestSite.create(store);
      await site.register('hong');
      const all = await Promise.all(
        Array.from({length: 30}, () => site.attempt('hong', WRONG_CODE)),
      );
      assert.equal(all.filter(({body}) => body['counted']).length, 5);
      assert.deepEqual(new Set(all.map(({status}) => status)), new Set([422, 423]));
      await store.close();
    });
  }
});

const pgBouncer = postgres && findOrInstallPgBouncer();

describe('PgBouncer', {skip: skip || (pgBouncer ? false : PGBOUNCER_INSTALL_HINT)}, () => {
  it('in session mode works', async () => {
    const pooler = await startPgBouncer(await migratedUrl(), 'session');
    const store = serve(pooler.url);
    await useEverything(store);
    await store.close();
    await pooler.stop();
  });
  it('in transaction mode keeps the server from starting, with one sentence', async () => {
    const pooler = await startPgBouncer(await migratedUrl(), 'transaction');
    const store = serve(pooler.url);
    await assert.rejects(store.open(), hasReason('transaction-pooling'));
    await store.close();
    await pooler.stop();
  });
});
