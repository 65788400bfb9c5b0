/** The faults that the endpoint survives (docs/faults.md, S1 to S10). Timings are upper bounds. */
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {request} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {after, describe, it} from 'node:test';
import {Client} from 'pg';
import {POSTGRES_INSTALL_HINT, startPostgres} from '../../tools/services/postgres.ts';
import {openPostgres} from '../../endpoint/store/postgres.ts';
import {SqlStore} from '../../endpoint/store/sql.ts';
import {openSqlite} from '../../endpoint/store/sqlite.ts';
import {NEW_ACCOUNT, type StoreTransaction} from '../../endpoint/store/store.ts';
import {StoreError} from '../../endpoint/store/store-error.ts';
import {purge} from '../../endpoint/retention.ts';
import {HttpClient} from './harness/http-client.ts';
import {EndpointService} from './harness/processes.ts';
import {idOf, TestSite, WRONG_CODE} from './harness/site.ts';
import {newPostgresUrl, newSqlitePath, postgres} from './harness/stores.ts';
import {killEndpoints, restartDatabase} from './crash.ts';

/** An account with a registration. */
const REGISTERED = {...NEW_ACCOUNT, registration: 'sealed'};

/** Adds a failure to an account, which no other transaction can change until this one ends. */
async function failOnce(tx: StoreTransaction, accountId: string): Promise<void> {
  const account = await tx.lockAccount(accountId);
  assert(account);
  await tx.updateAccount(accountId, {...account, failures: account.failures + 1});
}

/** Status, code and `counted` of a response while the store is down. */
const UNAVAILABLE = [503, 'unavailable', false];

const skip = postgres ? false : POSTGRES_INSTALL_HINT;
const client = new HttpClient(4);

after(() => client.close());

describe('an endpoint that is killed', () => {
  it('twice under load loses no attempt and counts none twice (S1)', async () => {
    const {attempts} = await killEndpoints('SQLite', 2);
    assert(attempts > 0);
  });
  it(
    'twice under load on PostgreSQL loses no attempt and counts none twice (S1)',
    {skip},
    async () => {
      const {attempts} = await killEndpoints('PostgreSQL', 2);
      assert(attempts > 0);
    },
  );
});

describe('an endpoint that gets SIGTERM', () => {
  it('finishes running requests, rejects new ones, and exits within 10 s (S2)', async () => {
    const service = await EndpointService.create('SQLite', 1);
    const [one] = service.processes;
    assert(one);
    // A running request: its headers have arrived, its body has not.
    const body = JSON.stringify({v: 1, code: WRONG_CODE, occasion: 'exam', ticket: 'x'});
    const sent = request(one.url, {
      method: 'POST',
      headers: {'Content-Type': 'application/json', 'Content-Length': body.length},
    });
    sent.flushHeaders();
    await once(sent, 'socket');
    await client.post(one.url, 'x', WRONG_CODE);
    const start = performance.now();
    const exit = service.stopProcess(one, 'SIGTERM');
    const responded = once(sent, 'response');
    await waitForEvent(one.lines, 'stopping');
    await assert.rejects(fetch(`${one.url}/health/live`));
    sent.end(body);
    const [response] = (await responded) as [{statusCode: number}];
    assert.equal(response.statusCode, 403);
    assert.equal(await exit, 0);
    assert(performance.now() - start < 10_000);
    await service.close();
  });
});

describe('a database', {skip}, () => {
  it('that is down at the start yields 503, and is used once it is up (S3)', async (t) => {
    const cluster = await startPostgres();
    assert(cluster);
    t.after(() => cluster.remove());
    cluster.stop();
    const store = new SqlStore(openPostgres(cluster.url));
    const site = await TestSite.create(store);
    const ticket = await site.issueTicket('hong');
    const down = await site.post({code: WRONG_CODE, ticket});
    assert.deepEqual([down.status, down.body.code, down.body['counted']], UNAVAILABLE);
    assert.equal((await site.send('/health/ready', {})).status, 503);
    cluster.start();
    assert.equal((await site.post({code: WRONG_CODE, ticket})).body.code, 'not-registered');
    await store.close();
  });
  it('that is restarted under load loses no attempt (S4)', async () => {
    assert(postgres);
    const {attempts} = await restartDatabase(postgres, 2);
    assert(attempts > 0);
  });
  it('without a free connection yields 503 within 2 s (S5)', async () => {
    const store = new SqlStore(openPostgres(await newPostgresUrl(), {connections: 1}));
    const site = await TestSite.create(store);
    await site.register('hong');
    const ticket = await site.issueTicket('hong');
    let release: (() => void) | undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const holding = store.transaction(() => held);
    const start = performance.now();
    const response = await site.post({code: WRONG_CODE, ticket});
    assert(performance.now() - start < 2000);
    assert.deepEqual([response.status, response.headers.get('Retry-After')], [503, '5']);
    release?.();
    await holding;
    assert.equal((await site.post({code: WRONG_CODE, ticket})).body['failures'], 1);
    await store.close();
  });
  it('that aborts a transaction in a deadlock is retried once (S6)', async () => {
    const store = new SqlStore(openPostgres(await newPostgresUrl()));
    for (const subject of ['a', 'b'])
      await store.transaction((r) => r.addAccount(subject, REGISTERED));
    let runs = 0;
    let met = 0;
    let meet: (() => void) | undefined;
    const bothFailed = new Promise<void>((resolve) => (meet = resolve));
    const failBoth = (first: string, second: string) =>
      store.transaction(async (tx) => {
        runs++;
        await failOnce(tx, first);
        if (++met === 2) meet?.();
        await bothFailed;
        await failOnce(tx, second);
      });
    await Promise.all([failBoth('a', 'b'), failBoth('b', 'a')]);
    assert.equal(runs, 3);
    assert.equal((await store.read((tx) => tx.getAccount('a', 0)))?.failures, 2);
    await store.close();
  });
  it('whose transaction holds an account delays no other account', async () => {
    const store = new SqlStore(openPostgres(await newPostgresUrl()));
    const site = await TestSite.create(store);
    for (const subject of ['held', 'free']) await site.register(subject);
    let release: (() => void) | undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    let hold: (() => void) | undefined;
    const isHeld = new Promise<void>((resolve) => (hold = resolve));
    const holding = store.transaction(async (tx) => {
      await tx.lockAccount(idOf('held'));
      hold?.();
      await released;
    });
    await isHeld;
    const ended: string[] = [];
    const attempt = async (subject: string): Promise<unknown> => {
      const {body} = await site.attempt(subject, WRONG_CODE);
      ended.push(subject);
      return body.code;
    };
    const [held, free] = [attempt('held'), attempt('free')];
    assert.equal(await free, 'code-mismatch');
    assert.deepEqual(ended, ['free']);
    release?.();
    await holding;
    assert.equal(await held, 'code-mismatch');
    await store.close();
  });
  it('of a newer version still works with this one (S9)', async () => {
    const url = await newPostgresUrl();
    const store = new SqlStore(openPostgres(url));
    const site = await TestSite.create(store);
    await site.register('hong');
    const database = new Client({connectionString: url});
    await database.connect();
    await database.query('ALTER TABLE accounts ADD COLUMN note TEXT');
    await database.query('INSERT INTO schema_steps SELECT max(step) + 1 FROM schema_steps');
    await database.end();
    assert.equal((await site.attempt('hong', WRONG_CODE)).body['failures'], 1);
    const restarted = new SqlStore(openPostgres(url));
    await restarted.checkReady();
    await Promise.all([store.close(), restarted.close()]);
  });
});

describe('a disk', {skip: canMount() ? false : 'only root on Linux can mount a small disk'}, () => {
  it('that is full yields 503, and nothing is counted until there is space (S7)', async (t) => {
    const disk = mkdtempSync(join(tmpdir(), 'motp-verify-disk-'));
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]);
    t.after(() => {
      execFileSync('umount', [disk]);
      rmSync(disk, {recursive: true});
    });
    const store = new SqlStore(openSqlite(join(disk, 'endpoint.db')));
    const site = await TestSite.create(store);
    await site.register('hong');
    const filler = join(disk, 'filler');
    assert.throws(() => writeFileSync(filler, Buffer.alloc(2 ** 20)), /ENOSPC/);
    const full = await site.attempt('hong', WRONG_CODE);
    assert.deepEqual([full.status, full.body.code, full.body['counted']], UNAVAILABLE);
    rmSync(filler);
    assert.equal((await site.attempt('hong', WRONG_CODE)).body['failures'], 1);
    await store.close();
  });
});

describe('a purge', () => {
  for (const kind of ['SQLite', 'PostgreSQL'] as const) {
    it(
      `under load on ${kind} loses no attempt (S10)`,
      {skip: kind === 'PostgreSQL' && skip},
      async () => {
        const store = new SqlStore(
          kind === 'SQLite' ? openSqlite(newSqlitePath()) : openPostgres(await newPostgresUrl()),
        );
        const site = await TestSite.create(store);
        const subjects = Array.from({length: 40}, (_, i) => `purged-${i}`);
        for (const subject of subjects) await site.register(subject);
        await Promise.all(subjects.map((subject) => site.attempt(subject, WRONG_CODE)));
        site.now += 3_600_000;
        const [answers, ...deleted] = await Promise.all([
          Promise.all(subjects.map((subject) => site.attempt(subject, WRONG_CODE))),
          purge(site.context, 60_000),
          purge(site.context, 60_000),
        ]);
        assert(answers.every(({body}) => body['failures'] === 2));
        // 40 attempts, and 40 registrations in two steps, each deleted by one of the two.
        assert.equal(
          deleted.reduce((sum, one) => sum + one),
          120,
        );
        await store.close();
      },
    );
  }
});

describe('a store', () => {
  it('commits nothing of a transaction that throws', async () => {
    const store = new SqlStore(openSqlite(newSqlitePath()));
    await store.transaction((tx) => tx.addAccount('a', REGISTERED));
    const failing = store.transaction(async (tx) => {
      await failOnce(tx, 'a');
      throw new Error('a bug');
    });
    await assert.rejects(failing, /a bug/);
    assert.equal((await store.read((tx) => tx.getAccount('a', 0)))?.failures, 0);
    await store.close();
  });
  it('that another process locks for too long is unavailable', async () => {
    const path = newSqlitePath();
    const store = new SqlStore(openSqlite(path));
    await store.transaction((tx) => tx.addAccount('a', REGISTERED));
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');
    await assert.rejects(
      store.transaction((tx) => failOnce(tx, 'a')),
      (error) => error instanceof StoreError && error.code === 'unavailable',
    );
    other.exec('ROLLBACK');
    await store.transaction((tx) => failOnce(tx, 'a'));
    assert.equal((await store.read((tx) => tx.getAccount('a', 0)))?.failures, 1);
    await store.close();
    other.close();
  });
});

function canMount(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0;
}

/** Waits until a process has logged an event. */
async function waitForEvent(lines: readonly string[], event: string): Promise<void> {
  while (!lines.some((one) => one.includes(`"${event}"`))) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}
