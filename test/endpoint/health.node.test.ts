/** Readiness, the stop of a process, its log, and the causes that SQLite tells apart. */
import assert from 'node:assert/strict';
import {execFileSync, spawn} from 'node:child_process';
import {once} from 'node:events';
import {closeSync, existsSync, mkdtempSync, openSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {describe, it, type TestContext} from 'node:test';
import {setTimeout as pause} from 'node:timers/promises';
import {Client} from 'pg';
import type {LogEntry} from '../../endpoint/log.ts';
import {openPostgres} from '../../endpoint/store/postgres.ts';
import {SqlStore} from '../../endpoint/store/sql.ts';
import {openSqlite} from '../../endpoint/store/sqlite.ts';
import {StoreError, type StoreErrorReason} from '../../endpoint/store/store-error.ts';
import {freePort} from '../../tools/services/free-port.ts';
import {POSTGRES_INSTALL_HINT} from '../../tools/services/postgres.ts';
import {EndpointService, waitForEvent} from './harness/processes.ts';
import {TestSite, WRONG_CODE} from './harness/site.ts';
import {newPostgresUrl, newSqlitePath, postgres} from './harness/stores.ts';

const NO_MOUNT = 'only root on Linux can mount a small disk';
const canMount = process.platform === 'linux' && process.getuid?.() === 0;

/** Mounts a disk of 1 MiB. @returns its folder */
function mountDisk(t: TestContext): string {
  const disk = mkdtempSync(join(tmpdir(), 'motp-verify-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]);
  t.after(() => {
    execFileSync('umount', [disk]);
    rmSync(disk, {recursive: true});
  });
  return disk;
}

/** Creates a site that keeps the changes of its readiness. */
async function siteOn(store: SqlStore) {
  const changes: LogEntry[] = [];
  const log = (entry: LogEntry) => {
    if (entry.event === 'ready' || entry.event === 'not-ready') changes.push(entry);
  };
  const site = await TestSite.create(store, {log});
  const ready = async (): Promise<number> => {
    // A result is used for one second.
    site.now += 1000;
    return (await site.send('/health/ready', {})).status;
  };
  return {site, changes, ready};
}

function hasReason(reason: StoreErrorReason) {
  return (error: unknown) => error instanceof StoreError && error.reason === reason;
}

/** Fills a disk to the last byte. @returns the file to delete */
function fillDisk(disk: string): string {
  const filler = join(disk, 'filler');
  assert.throws(() => writeFileSync(filler, Buffer.alloc(2 ** 21)), /ENOSPC/);
  return filler;
}

describe('readiness', () => {
  it(
    'ends with a full disk and comes back, each logged once',
    {skip: !canMount && NO_MOUNT},
    async (t) => {
      const disk = mountDisk(t);
      const store = new SqlStore(openSqlite(join(disk, 'endpoint.db')));
      const {changes, ready} = await siteOn(store);
      assert.equal(await ready(), 200);
      const filler = fillDisk(disk);
      assert.deepEqual([await ready(), await ready()], [503, 503]);
      rmSync(filler);
      assert.deepEqual([await ready(), await ready()], [200, 200]);
      assert.deepEqual(changes, [{event: 'not-ready', reason: 'full'}, {event: 'ready'}]);
      await store.close();
    },
  );
  it(
    'ends with a database that can only be read',
    {skip: postgres ? false : POSTGRES_INSTALL_HINT},
    async () => {
      const url = await newPostgresUrl();
      const first = new SqlStore(openPostgres(url, {connectTimeoutMs: 60_000}));
      await first.open();
      await first.close();
      const client = new Client({connectionString: url});
      await client.connect();
      const name = new URL(url).pathname.slice(1);
      await client.query(`ALTER DATABASE ${name} SET default_transaction_read_only = on`);
      await client.end();
      const store = new SqlStore(openPostgres(url, {connectTimeoutMs: 60_000}), {migrates: false});
      const {changes, ready} = await siteOn(store);
      assert.deepEqual([await ready(), await ready()], [503, 503]);
      assert.deepEqual(changes, [{event: 'not-ready', reason: 'read-only'}]);
      await store.close();
    },
  );
  it('writes once a second at most, whoever asks', async () => {
    const store = new SqlStore(openSqlite(newSqlitePath()));
    let writes = 0;
    const counting = Object.create(store, {
      checkReady: {value: async () => void writes++},
    }) as SqlStore;
    const {site} = await siteOn(counting);
    for (let i = 0; i < 20; i++) await site.send('/health/ready', {});
    await Promise.all(Array.from({length: 20}, () => site.send('/health/ready', {})));
    assert.equal(writes, 1);
    await store.close();
  });
});

describe('a store on SQLite names the cause', () => {
  it('of a file that is no database', () => {
    const path = newSqlitePath();
    writeFileSync(path, 'no database '.repeat(1000));
    assert.throws(() => openSqlite(path), hasReason('corrupt'));
  });
  it('of a damaged database', async () => {
    const path = newSqlitePath();
    const whole = new SqlStore(openSqlite(path));
    await whole.open();
    await whole.close();
    const file = openSync(path, 'r+');
    writeFileSync(file, Buffer.alloc(8192, 0xff));
    closeSync(file);
    assert.throws(() => openSqlite(path), hasReason('corrupt'));
  });
  it('of a folder that does not exist', () => {
    assert.throws(() => openSqlite('/nowhere/endpoint.db'), hasReason('no-access'));
  });
  it('of a lock that another process holds', async () => {
    const path = newSqlitePath();
    const store = new SqlStore(openSqlite(path));
    await store.open();
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');
    await assert.rejects(store.checkReady(), hasReason('locked'));
    other.exec('ROLLBACK');
    other.close();
    await store.checkReady();
    await store.close();
  });
  it('of a full disk', {skip: !canMount && NO_MOUNT}, async (t) => {
    const disk = mountDisk(t);
    fillDisk(disk);
    assert.throws(() => openSqlite(join(disk, 'endpoint.db')), hasReason('full'));
  });
  it('of a disk that can only be read', {skip: !canMount && NO_MOUNT}, async (t) => {
    const disk = mountDisk(t);
    execFileSync('mount', ['-o', 'remount,ro', disk]);
    assert.throws(() => openSqlite(join(disk, 'endpoint.db')), hasReason('read-only'));
  });
});

describe('a process that is stopped', () => {
  it('is not ready at once, and still answers until its delay is over', async () => {
    const service = await EndpointService.create('SQLite', 1, {STOP_DELAY_SECONDS: '60'});
    const [one] = service.processes;
    assert(one);
    assert.equal((await fetch(`${one.url}/health/ready`)).status, 200);
    one.child.kill('SIGTERM');
    await waitForEvent(one, 'stopping');
    assert.equal((await fetch(`${one.url}/health/ready`)).status, 503);
    assert.equal((await fetch(`${one.url}/health/live`)).status, 200);
    assert(!one.lines.some((line) => line.includes('"closed"')));
    await service.close();
  });
  it('closes its port after the delay, and exits with 0', async () => {
    const service = await EndpointService.create('SQLite', 1, {STOP_DELAY_SECONDS: '1'});
    const [one] = service.processes;
    assert(one);
    const exit = service.stopProcess(one, 'SIGTERM');
    await waitForEvent(one, 'closed');
    await assert.rejects(fetch(`${one.url}/health/live`));
    assert.equal(await exit, 0);
    await service.close();
  });
});

describe('the log', () => {
  it('does not end the process when its reader is gone (EPIPE)', async () => {
    const service = await EndpointService.create('SQLite', 1);
    const [one] = service.processes;
    assert(one);
    const ticket = await service.issueTicket('hong');
    one.child.stdout?.destroy();
    for (let i = 0; i < 5; i++) {
      const {status}: Response = await fetch(`${one.url}/status`, {
        headers: {'Motp-Ticket': ticket},
      });
      assert.equal(status, 200);
    }
    assert.equal(one.child.exitCode, null);
    await service.close();
  });
  it(
    'does not end the process when the disk is full (ENOSPC)',
    {skip: existsSync('/dev/full') ? false : 'only Linux has /dev/full'},
    async () => {
      const port = await freePort();
      const full = openSync('/dev/full', 'w');
      const child = spawn(process.execPath, ['endpoint/cli.ts', 'serve'], {
        env: {
          PATH: process.env['PATH'],
          PORT: String(port),
          SQLITE_FILE: newSqlitePath(),
          ENCRYPTION_KEY: '07'.repeat(32),
        },
        stdio: ['ignore', full, full],
      });
      closeSync(full);
      const url = `http://127.0.0.1:${port}/api/motp`;
      while (!(await fetch(`${url}/health/live`).catch(() => undefined))) {
        assert.equal(child.exitCode, null);
        await pause(50);
      }
      for (let i = 0; i < 5; i++) assert.equal((await fetch(`${url}/status`)).status, 403);
      const exit = once(child, 'exit');
      child.kill('SIGTERM');
      assert.deepEqual(await exit, [0, null]);
    },
  );
  it('says why an attempt failed', async () => {
    const entries: LogEntry[] = [];
    const path = newSqlitePath();
    const store = new SqlStore(openSqlite(path));
    const site = await TestSite.create(store, {log: (entry) => entries.push(entry)});
    await site.register('hong');
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');
    assert.equal((await site.attempt('hong', WRONG_CODE)).status, 503);
    other.close();
    const found = entries.find(({event}) => event === 'store-error');
    assert(found?.event === 'store-error');
    assert.deepEqual([found.code, found.reason], ['unavailable', 'locked']);
    await store.close();
  });
});
