/** `motp-endpoint`: the tool of an operator, as a process. */
import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {existsSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {describe, it} from 'node:test';
import {Client} from 'pg';
import {nodeEncryption} from '../../endpoint/crypto/encryption-node.ts';
import {createKeyRing} from '../../endpoint/crypto/key-ring.ts';
import {openSqlite} from '../../endpoint/store/sqlite.ts';
import {SqlStore} from '../../endpoint/store/sql.ts';
import {POSTGRES_INSTALL_HINT} from '../../tools/services/postgres.ts';
import {EndpointService} from './harness/processes.ts';
import {idOf, SECRETS, TestSite, WRONG_CODE} from './harness/site.ts';
import {newPostgresUrl, newSqlitePath, postgres} from './harness/stores.ts';

const KEYS = {old: '07'.repeat(32), new: '08'.repeat(32)} as const;

const SITES = `institute=${SECRETS.sites.institute}`;

/** What a command has printed, and its exit code. */
interface Result {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the tool with settings, in a folder without a file of settings. */
function run(settings: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const env = {PATH: process.env['PATH'], ENCRYPTION_KEY: KEYS.old, SITES, ...settings};
  return new Promise<Result>((done) => {
    const all = [resolve('endpoint/cli.ts'), ...args];
    execFile(process.execPath, all, {cwd: tmpdir(), env}, (error, out, err) => {
      done({code: error ? Number(error.code) : 0, out, err});
    });
  });
}

/** Opens a site on a database in a file, in this process. */
async function siteOn(path: string): Promise<{site: TestSite; store: SqlStore}> {
  const encryption = await createKeyRing(nodeEncryption(Buffer.from(KEYS.old, 'hex')));
  const store = new SqlStore(openSqlite(path), {encryption});
  const site = await TestSite.create(store, {encryption});
  site.now = Date.now();
  return {site, store};
}

describe('motp-endpoint', () => {
  it('prints its usage, which names every command', async () => {
    const {code, out} = await run({}, '--help');
    assert.equal(code, 0);
    for (const name of [
      'serve',
      'migrate',
      'doctor',
      'rotate',
      'find',
      'unlock',
      'suspend',
      'erase',
    ])
      assert.match(out, new RegExp(`\\b${name}\\b`));
  });
  for (const args of [
    [],
    ['unknown'],
    ['accounts'],
    ['accounts', 'find', 'a'],
    ['migrate', 'x'],
    ['--no'],
  ]) {
    it(`refuses “${args.join(' ')}” with its usage`, async () => {
      const {code, err} = await run({SQLITE_FILE: newSqlitePath()}, ...args);
      assert.equal(code, 2);
      assert.match(err, /Usage: motp-endpoint/);
    });
  }
  it('names an invalid setting, and creates no file of settings', async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'motp-verify-tool-'));
    t.after(() => rmSync(folder, {recursive: true}));
    const {code, err} = await run({PORT: 'http'}, 'doctor');
    assert.deepEqual([code, err], [1, 'PORT must be a whole number from 0 to 65535.\n']);
    assert(!existsSync(join(tmpdir(), 'endpoint.env')));
  });
});

describe('motp-endpoint accounts', () => {
  it('finds, suspends, unlocks and erases an account', async () => {
    const SQLITE_FILE = newSqlitePath();
    const {site, store} = await siteOn(SQLITE_FILE);
    await site.register('hong', {name: '홍길동', phone: '01012345678', ci: 'ci-of-hong'});
    await site.attempt('hong', WRONG_CODE);
    const act = (action: string, ...more: readonly string[]) =>
      run({SQLITE_FILE}, 'accounts', action, 'institute', 'hong', ...more);

    const found = await act('find');
    assert.equal(found.code, 0);
    const {isRegistered, failures, suspendedAt} = JSON.parse(found.out) as Record<string, unknown>;
    assert.deepEqual([isRegistered, failures, suspendedAt], [true, 1, null]);
    assert(!found.out.includes('홍길동'));

    assert.deepEqual(await act('suspend'), {code: 0, out: 'The account is suspended.\n', err: ''});
    const code = await site.codeFor('hong');
    const suspended = await site.attempt('hong', code);
    assert.deepEqual([suspended.body.code, suspended.body['unlock']], ['locked', []]);
    // Only an operator ends it.
    assert.equal((await site.reportIdentity('hong')).body.code, 'suspended');
    await site.confirmRegistration('hong', await site.issueRegistration('hong'));
    assert.equal((await site.get('/status', 'hong')).body.code, 'locked');

    assert.equal((await act('unlock')).out, 'The account is unlocked.\n');
    assert.equal((await site.get('/status', 'hong')).body.code, 'ready');
    const {body} = await site.getAs('/audit?subject=hong', SECRETS.sites.institute);
    const lines = body['lines'] as readonly Record<string, unknown>[];
    const byOperator = lines.filter(({by}) => by === 'operator').map(({what}) => what);
    assert.deepEqual(byOperator, ['suspended', 'unlocked']);

    assert.equal((await act('erase')).code, 2);
    assert.match((await act('erase', '--yes')).out, /^Deleted \d+ rows\.\n$/);
    const rows = await store.read((tx) =>
      Promise.all([tx.listAttempts(idOf('hong')), tx.listEvents(idOf('hong'))]),
    );
    assert.deepEqual(rows, [[], []]);
    assert.equal((await act('find')).code, 1);
    await store.close();
  });
});

describe('motp-endpoint rotate', () => {
  it('encrypts everything again while a process serves, and says when nothing is left', async () => {
    const service = await EndpointService.create('SQLite', 1);
    for (const subject of ['hong', 'kim']) await service.register(subject);
    const SQLITE_FILE = service.databaseSettings['SQLITE_FILE'] ?? '';
    const settings = {SQLITE_FILE, ENCRYPTION_KEY: KEYS.new, DECRYPTION_KEYS: KEYS.old};
    const first = await run(settings, 'rotate');
    assert.equal(first.code, 0);
    assert.match(first.out, /^Encrypted 2 accounts again.*\nRun it again/);
    assert.match(
      (await run(settings, 'rotate')).out,
      /^Encrypted 0 accounts again.*\nNothing is left/,
    );
    const doctor = await run({SQLITE_FILE, ENCRYPTION_KEY: KEYS.new}, 'doctor');
    assert.equal(doctor.code, 0, doctor.out);
    await service.close();
  });
});

describe('motp-endpoint migrate and doctor', () => {
  it(
    'say what is missing, until nothing is',
    {skip: postgres ? false : POSTGRES_INSTALL_HINT},
    async (t) => {
      const DATABASE_URL = await newPostgresUrl();
      const role = `doctor_${new URL(DATABASE_URL).pathname.slice(1)}`;
      const app = new URL(DATABASE_URL);
      app.username = role;
      const client = new Client({connectionString: DATABASE_URL});
      await client.connect();
      await client.query(`CREATE ROLE ${role} LOGIN`);
      t.after(async () => {
        await client.query(`DROP OWNED BY ${role}`);
        await client.query(`DROP ROLE ${role}`);
        await client.end();
      });

      const before = await run({DATABASE_URL}, 'doctor');
      assert.equal(before.code, 1);
      assert.match(before.out, /✘ .*\(not-migrated\).*Run `motp-endpoint migrate`/);
      assert.match((await run({DATABASE_URL}, 'migrate')).out, /^Ran \d+ migrations\.\n$/);
      assert.equal((await run({DATABASE_URL}, 'migrate')).out, 'The tables are up to date.\n');
      const powerful = await run({DATABASE_URL}, 'doctor');
      assert.equal(powerful.code, 0, powerful.out);
      assert.match(powerful.out, /! The role can create tables\./);

      const denied = await run({DATABASE_URL: app.href}, 'doctor');
      assert.match(denied.out, /✘ .*\(no-permission\)/);
      await client.query(
        `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${role}`,
      );
      const granted = await run({DATABASE_URL: app.href}, 'doctor');
      assert.equal(granted.code, 0, granted.out);
      assert.match(granted.out, /✔ The role can use the tables, and not change them\./);
      assert.match(granted.out, /✔ The clock is that of the database\./);

      const wrongKey = await run({DATABASE_URL: app.href, ENCRYPTION_KEY: KEYS.new}, 'doctor');
      assert.equal(wrongKey.code, 1);
      assert.match(wrongKey.out, /✘ .*\(wrong-key\)/);
    },
  );
  it('name a database that can’t be reached', async () => {
    const DATABASE_URL = 'postgres://motp@127.0.0.1:1/motp';
    const {code, out} = await run({DATABASE_URL}, 'doctor');
    assert.equal(code, 1);
    assert.match(out, /✘ .*\(unreachable\)/);
  });
  it('check the way through the proxy', async () => {
    const service = await EndpointService.create('SQLite', 1);
    const [url = ''] = service.urls;
    const settings = {SQLITE_FILE: service.databaseSettings['SQLITE_FILE'] ?? ''};
    const PUBLIC_ORIGIN = new URL(url).origin;
    const through = await run({...settings, PUBLIC_ORIGIN}, 'doctor');
    assert.equal(through.code, 0, through.out);
    assert.match(through.out, /✔ .*\/api\/motp\/health\/live reaches the endpoint\./);
    assert.match(through.out, /! PUBLIC_ORIGIN names a proxy, but TRUSTED_PROXIES is 0/);
    const astray = await run({...settings, PUBLIC_ORIGIN, BASE_PATH: '/other'}, 'doctor');
    assert.match(astray.out, /✘ .*is not this endpoint/);
    await service.close();
    assert.match((await run({...settings, PUBLIC_ORIGIN}, 'doctor')).out, /✘ .*does not answer/);
  });
});
