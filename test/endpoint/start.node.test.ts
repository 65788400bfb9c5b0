/** The start of the server: with a wrong key or an unknown setting there is none. */
import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import {chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {describe, it} from 'node:test';
import {parseEnv} from 'node:util';
import {nodeEncryption} from '../../endpoint/crypto/encryption-node.ts';
import {parseServerConfig} from '../../endpoint/config.ts';
import {startServer} from '../../endpoint/server.ts';
import {openPostgres} from '../../endpoint/store/postgres.ts';
import {SqlStore} from '../../endpoint/store/sql.ts';
import {openSqlite} from '../../endpoint/store/sqlite.ts';
import {NEW_ACCOUNT} from '../../endpoint/store/store.ts';
import {StoreError} from '../../endpoint/store/store-error.ts';
import {createIdempotencyKey} from '../../src/transport/idempotency-key.ts';
import {findProgram} from '../../tools/browsers.ts';
import {POSTGRES_INSTALL_HINT} from '../../tools/services/postgres.ts';
import {serveIn} from './harness/endpoint-in-folder.ts';
import {newPostgresUrl, newSqlitePath, postgres} from './harness/stores.ts';

/** The encryption key of the first start, and another one. */
const KEYS = {first: '07'.repeat(32), other: '08'.repeat(32)} as const;

/** Starts a server. @returns its address */
async function start(settings: NodeJS.ProcessEnv): Promise<string> {
  const result = parseServerConfig({PORT: '0', ...settings});
  assert(result.kind === 'valid');
  const server = await startServer(result.config, () => undefined);
  await server.stop();
  return server.address;
}

/** Creates a database with its tables. @returns its setting */
async function newDatabase(kind: 'SQLite' | 'PostgreSQL'): Promise<NodeJS.ProcessEnv> {
  if (kind === 'SQLite') return {SQLITE_FILE: newSqlitePath()};
  const DATABASE_URL = await newPostgresUrl();
  const database = openPostgres(DATABASE_URL);
  await database.migrate();
  await database.close();
  return {DATABASE_URL};
}

/** Returns the arguments that a script of package.json passes to Node. */
function argumentsOf(script: string): readonly string[] {
  const {scripts} = JSON.parse(readFileSync('package.json', 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  const [program, file = '', ...args] = scripts[script]?.split(' ') ?? [];
  assert.equal(program, 'node');
  return [resolve(file), ...args];
}

function isWrongKey(error: unknown): boolean {
  return error instanceof StoreError && error.reason === 'wrong-key';
}

/** Returns the modes of a database file and its side files. */
function modesOf(path: string): readonly number[] {
  return [path, `${path}-wal`, `${path}-shm`].map((file) => statSync(file).mode & 0o777);
}

for (const kind of ['SQLite', 'PostgreSQL'] as const) {
  const skip = kind === 'PostgreSQL' && !postgres ? POSTGRES_INSTALL_HINT : false;
  describe(`a server on ${kind}`, {skip}, () => {
    it('does not start with another encryption key than the first', async () => {
      const database = await newDatabase(kind);
      await start({...database, ENCRYPTION_KEY: KEYS.first});
      await assert.rejects(
        start({...database, ENCRYPTION_KEY: KEYS.other}),
        /ENCRYPTION_KEY is not/,
      );
      assert.match(await start({...database, ENCRYPTION_KEY: KEYS.first}), /^http:/);
    });
    it('that started before its database neither reads nor writes with a wrong key', async () => {
      const {SQLITE_FILE = '', DATABASE_URL = ''} = await newDatabase(kind);
      const open = (key: string) =>
        new SqlStore(kind === 'SQLite' ? openSqlite(SQLITE_FILE) : openPostgres(DATABASE_URL), {
          encryption: nodeEncryption(Buffer.from(key, 'hex')),
        });
      const [first, other] = [open(KEYS.first), open(KEYS.other)];
      await first.open();
      for (const use of [
        () => other.read((tx) => tx.getAccount('hong', 0)),
        () => other.transaction((tx) => tx.addAccount('hong', NEW_ACCOUNT)),
      ]) {
        await assert.rejects(use, isWrongKey);
      }
      await assert.rejects(other.checkReady(), isWrongKey);
      assert.equal(await first.read((tx) => tx.getAccount('hong', 0)), undefined);
      await Promise.all([first.close(), other.close()]);
    });
  });
}

describe('the file of SQLite', {skip: process.platform === 'win32' ? 'no modes' : false}, () => {
  it('is created for its owner only, with its side files', async () => {
    const path = newSqlitePath();
    const store = new SqlStore(openSqlite(path));
    await store.open();
    assert.deepEqual(modesOf(path), [0o600, 0o600, 0o600]);
    await store.close();
  });
  it('loses the access of others when it is opened', async () => {
    const path = newSqlitePath();
    writeFileSync(path, '');
    chmodSync(path, 0o644);
    const store = new SqlStore(openSqlite(path));
    await store.open();
    assert.deepEqual(modesOf(path), [0o600, 0o600, 0o600]);
    await store.close();
  });
});

describe('npm run start:endpoint', () => {
  const oathtool = findProgram('oathtool');
  const skip = oathtool ? false : 'oathtool was not found';

  it(
    'serves a verified code, with no settings before and no further command',
    {skip},
    async (t) => {
      const folder = mkdtempSync(join(tmpdir(), 'motp-verify-start-'));
      t.after(() => rmSync(folder, {recursive: true}));
      const address = await serveIn(t, argumentsOf('start:endpoint'), {
        cwd: folder,
        env: {PATH: process.env['PATH'], PORT: '0'},
      });
      const secrets = parseEnv(readFileSync(join(folder, 'endpoint.env'), 'utf8'));
      const [site = '', siteSecret = ''] = secrets['SITES']?.split('=') ?? [];

      const post = async (
        path: string,
        body: object,
        headers: Readonly<Record<string, string>>,
      ) => {
        const response = await fetch(address + path, {
          method: 'POST',
          headers: {'Content-Type': 'application/json', ...headers},
          body: JSON.stringify(body),
        });
        return (await response.json()) as Readonly<Record<string, string>>;
      };
      const app = {Authorization: `Bearer ${secrets['APP_SECRET']}`};
      const owner = {site, subject: '1001'};
      const person = {name: '홍길동', phone: '01012345678', consent: true};
      const {device, secret = ''} = await post('/registrations', {...owner, ...person}, app);
      const codeOf = () =>
        execFileSync(oathtool ?? '', ['--totp', '-b', '-s', '60s', secret], {
          encoding: 'utf8',
        }).trim();
      await post('/registrations/confirm', {...owner, device, code: codeOf()}, app);
      const page = {subject: '1001', occasion: 'exam'};
      const {ticket} = await post('/tickets', page, {Authorization: `Bearer ${siteSecret}`});
      const attempt = {v: 1, code: codeOf(), occasion: 'exam', ticket};
      const key = {'Idempotency-Key': `"${createIdempotencyKey()}"`};
      assert.equal((await post('', attempt, key))['code'], 'verified');
    },
  );
  it('exits with one sentence for each unknown setting and for a wrong key', async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'motp-verify-start-'));
    t.after(() => rmSync(folder, {recursive: true}));
    const run = () =>
      spawnSync(process.execPath, [resolve('endpoint/cli.ts'), 'serve'], {
        cwd: folder,
        encoding: 'utf8',
        env: {PATH: process.env['PATH'], PORT: '0'},
      });
    const file = join(folder, 'endpoint.env');
    const write = (key: string, more = '') => writeFileSync(file, `ENCRYPTION_KEY=${key}\n${more}`);

    write(KEYS.first, 'SITE=a\nCOLOUR=red\n');
    const unknown = run();
    assert.equal(unknown.status, 1);
    assert.deepEqual(unknown.stderr.trim().split('\n').toSorted(), [
      'COLOUR is not a setting. Remove it or correct its name.',
      'SITE is not a setting. Did you mean SITES?',
    ]);

    const store = new SqlStore(openSqlite(join(folder, 'endpoint.db')), {
      encryption: nodeEncryption(Buffer.from(KEYS.other, 'hex')),
    });
    await store.open();
    await store.close();
    write(KEYS.first);
    const wrongKey = run();
    assert.equal(wrongKey.status, 1);
    assert.match(wrongKey.stderr, /^The endpoint failed to start: ENCRYPTION_KEY is not the key/);
  });
});
