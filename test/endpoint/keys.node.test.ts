/** Keys and secrets that are replaced while the endpoint runs. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {bearerAuth} from '../../endpoint/auth.ts';
import {parseServerConfig} from '../../endpoint/config.ts';
import {nodeEncryption} from '../../endpoint/crypto/encryption-node.ts';
import {createKeyRing, type KeyRing} from '../../endpoint/crypto/key-ring.ts';
import {rotateKeys} from '../../endpoint/rotation.ts';
import {openSqlite} from '../../endpoint/store/sqlite.ts';
import {openPostgres} from '../../endpoint/store/postgres.ts';
import {SqlStore} from '../../endpoint/store/sql.ts';
import {StoreError} from '../../endpoint/store/store-error.ts';
import {POSTGRES_INSTALL_HINT} from '../../tools/services/postgres.ts';
import {createIdempotencyKey} from '../../src/transport/idempotency-key.ts';
import {idOf, TestSite, WRONG_CODE} from './harness/site.ts';
import {newPostgresUrl, newSqlitePath, postgres} from './harness/stores.ts';

/** Creates an encryption with a key of one repeated byte. */
const encryptionOf = (byte: number) => nodeEncryption(Buffer.alloc(32, byte));

/** Creates a key ring of keys of one repeated byte each. The first is the current one. */
function ringOf(current: number, ...others: readonly number[]): Promise<KeyRing> {
  return createKeyRing(encryptionOf(current), others.map(encryptionOf));
}

/** Creates an endpoint process on a shared store, with its own keys. */
function siteWith(encryption: KeyRing, store: SqlStore): Promise<TestSite> {
  return TestSite.create(store, {encryption});
}

/** Creates a database. @returns opens it with keys, as a further process */
async function newDatabase(
  kind: 'SQLite' | 'PostgreSQL',
): Promise<(encryption: KeyRing) => SqlStore> {
  const path = newSqlitePath();
  const url = kind === 'PostgreSQL' ? await newPostgresUrl() : '';
  return (encryption) =>
    new SqlStore(kind === 'PostgreSQL' ? openPostgres(url) : openSqlite(path), {encryption});
}

function isWrongKey(error: unknown): boolean {
  return error instanceof StoreError && error.reason === 'wrong-key';
}

for (const kind of ['SQLite', 'PostgreSQL'] as const) {
  const skip = kind === 'PostgreSQL' && !postgres ? POSTGRES_INSTALL_HINT : false;
  describe(`the encryption key of a database on ${kind}`, {skip}, () => {
    it('is replaced while both processes run, and then the old key is not needed', async () => {
      const open = await newDatabase(kind);
      const [oldKeys, newKeys] = [await ringOf(1, 2), await ringOf(2, 1)];
      const [oldStore, newStore] = [open(oldKeys), open(newKeys)];
      const [before, after] = [
        await siteWith(oldKeys, oldStore),
        await siteWith(newKeys, newStore),
      ];
      const subjects = Array.from({length: 60}, (_, i) => `trainee-${i}`);
      for (const subject of subjects) await before.register(subject);
      const key = createIdempotencyKey();
      await before.attempt('trainee-0', WRONG_CODE, key);
      const ticket = await before.issueTicket('trainee-1');

      const [{reEncrypted, unreadable}] = await Promise.all([
        rotateKeys(newStore, newKeys),
        ...subjects.map((subject) => before.attempt(subject, WRONG_CODE)),
      ]);
      assert.deepEqual([reEncrypted, unreadable], [60, []]);
      await newStore.adoptKey();
      assert.deepEqual(await rotateKeys(newStore, newKeys), {reEncrypted: 0, unreadable: []});

      // A key and a ticket from before the rotation.
      const replayed = await after.attempt('trainee-0', WRONG_CODE, key);
      assert.equal(replayed.headers.get('Idempotency-Replayed'), 'true');
      const posted = await after.post({code: WRONG_CODE, ticket});
      assert.deepEqual([posted.body.code, posted.body['failures']], ['code-mismatch', 2]);

      const onlyNew = await ringOf(2);
      const lastStore = open(onlyNew);
      const last = await siteWith(onlyNew, lastStore);
      const code = await before.codeFor('trainee-2');
      assert.equal((await last.attempt('trainee-2', code)).body.code, 'verified');
      const onlyOld = open(await ringOf(1));
      await assert.rejects(onlyOld.open(), isWrongKey);
      await Promise.all([oldStore, newStore, lastStore, onlyOld].map((store) => store.close()));
    });
    it('must be known before it is replaced', async () => {
      const open = await newDatabase(kind);
      const first = open(await ringOf(1));
      await first.open();
      const replaced = open(await ringOf(2));
      await assert.rejects(replaced.open(), isWrongKey);
      await Promise.all([first.close(), replaced.close()]);
    });
    it('that is lost leaves its accounts unreadable, and the rotation names them', async () => {
      const open = await newDatabase(kind);
      const lost = await ringOf(1);
      const store = open(lost);
      await (await siteWith(lost, store)).register('hong');
      const rotated = await rotateKeys(store, await ringOf(2));
      assert.deepEqual(rotated, {reEncrypted: 0, unreadable: [idOf('hong')]});
      await store.close();
    });
  });
}

describe('a ciphertext', () => {
  it('names its key, and is decrypted without trying the others', async () => {
    const ring = await ringOf(2, 1);
    const ciphertext = await ring.encrypt('text', 'hong');
    assert(ciphertext.startsWith(`${ring.keyId}.`));
    assert.equal(await (await ringOf(1, 2)).decrypt(ciphertext, 'hong'), 'text');
    assert.equal(await (await ringOf(1)).decrypt(ciphertext, 'hong'), undefined);
  });
  it('without the name of a key is from an earlier version, and is still decrypted', async () => {
    const earlier = await nodeEncryption(Buffer.alloc(32, 1)).encrypt('text', 'hong');
    assert.equal(await (await ringOf(2, 1)).decrypt(earlier, 'hong'), 'text');
  });
});

describe('the secrets of a server', () => {
  const [first, second, third] = ['1', '2', '3'].map((digit) => digit.repeat(32));
  const ENCRYPTION_KEY = 'ab'.repeat(32);

  it('are two while one replaces the other', async () => {
    const result = parseServerConfig({
      ENCRYPTION_KEY,
      SITES: `institute=${first},institute=${second}`,
      APP_SECRET: `${third},${'4'.repeat(32)}`,
    });
    assert(result.kind === 'valid');
    const authenticate = bearerAuth(result.config.secrets);
    const institute = {kind: 'site', site: 'institute'};
    assert.deepEqual(await authenticate(`Bearer ${first}`), institute);
    assert.deepEqual(await authenticate(`Bearer ${second}`), institute);
    assert.deepEqual(await authenticate(`Bearer ${third}`), {kind: 'app'});
    assert.equal(await authenticate(`Bearer ${'5'.repeat(32)}`), undefined);
  });
  for (const [setting, error] of [
    [{APP_SECRET: [first, second, third].join()}, /^APP_SECRET must have one secret, or two/],
    [{SITES: `a=${first},a=${second},a=${third}`}, /^SITES must have one secret, or two/],
    [{SITES: `a=${first},b=${first}`}, /^Two servers have the same secret/],
    [{SITES: `a=${first}`, APP_SECRET: first}, /^Two servers have the same secret/],
    [{DECRYPTION_KEYS: 'short'}, /^DECRYPTION_KEYS must be 64 hexadecimal digits/],
  ] as const) {
    it(`are refused as ${JSON.stringify(setting).replaceAll(/[123]{32}/g, (s) => s.charAt(0))}`, () => {
      const result = parseServerConfig({ENCRYPTION_KEY, ...setting});
      assert(result.kind === 'invalid');
      assert.equal(result.errors.length, 1);
      assert.match(result.errors[0] ?? '', error);
    });
  }
});
