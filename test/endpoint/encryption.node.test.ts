import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readFileSync, globSync} from 'node:fs';
import {describe, it} from 'node:test';
import {findProgram} from '../../tools/browsers.ts';
import {nodeEncryption} from '../../endpoint/crypto/encryption-node.ts';
import {webCryptoEncryption, type Encryption} from '../../endpoint/crypto/encryption.ts';
import {MemoryStore} from '../../endpoint/store/memory.ts';
import {SqlStore} from '../../endpoint/store/sql.ts';
import {openSqlite} from '../../endpoint/store/sqlite.ts';
import {HONG, idOf, TestSite, WRONG_CODE} from './harness/site.ts';
import {newSqlitePath} from './harness/stores.ts';

describe('a stolen database', () => {
  it('holds no seed, name, phone or code', async () => {
    const path = newSqlitePath();
    const store = new SqlStore(openSqlite(path));
    const site = await TestSite.create(store);
    await site.register('subject-1');
    const secret = site.secretOf('subject-1');
    const code = await site.codeFor('subject-1');
    await site.attempt('subject-1', WRONG_CODE);
    await site.attempt('subject-1', code);
    await store.close();
    const dump = globSync(`${path}*`)
      .map((file) => readFileSync(file, 'latin1'))
      .join('');
    assert(dump.includes('subject-1'));
    for (const personal of [secret, HONG.name, HONG.phone, `"${code}"`]) {
      assert(!dump.includes(asBytes(personal)), personal);
    }
  });
  it('can’t be changed to give a registration to another account', async () => {
    const store = new MemoryStore();
    const site = await TestSite.create(store);
    for (const subject of ['hong', 'kim']) await site.register(subject);
    await store.transaction(async (tx) => {
      const [hong, kim] = await Promise.all([
        tx.getAccount(idOf('hong'), 0),
        tx.getAccount(idOf('kim'), 0),
      ]);
      assert(hong && kim);
      await tx.updateAccount(idOf('kim'), {...kim, registration: hong.registration});
    });
    const response = await site.attempt('kim', await site.codeFor('hong'));
    assert.deepEqual([response.status, response.body.code], [500, 'internal']);
    assert.equal((await store.read((tx) => tx.getAccount(idOf('kim'), 0)))?.failures, 0);
  });
});

/** Both implementations, each with a key of one repeated byte. */
const IMPLEMENTATIONS = {
  WebCrypto: (byte: number): Promise<Encryption> =>
    webCryptoEncryption(new Uint8Array(32).fill(byte)),
  Node: async (byte: number): Promise<Encryption> => nodeEncryption(new Uint8Array(32).fill(byte)),
} as const;

describe('the encryption with WebCrypto and with Node', () => {
  it('decrypts the other’s ciphertexts, and creates equal HMACs', async () => {
    const [web, node] = [await IMPLEMENTATIONS.WebCrypto(1), await IMPLEMENTATIONS.Node(1)];
    assert.equal(await node.decrypt(await web.encrypt('홍길동', 'hong'), 'hong'), '홍길동');
    assert.equal(await web.decrypt(await node.encrypt('홍길동', 'hong'), 'hong'), '홍길동');
    assert.equal(await web.hmac('홍길동'), await node.hmac('홍길동'));
  });
});

for (const [implementation, create] of Object.entries(IMPLEMENTATIONS)) {
  describe(`the encryption with ${implementation}`, () => {
    it('decrypts only with the same key, the same context and an unchanged ciphertext', async () => {
      const [ours, theirs] = [await create(1), await create(2)];
      const ciphertext = await ours.encrypt('text', 'hong');
      assert.equal(await ours.decrypt(ciphertext, 'hong'), 'text');
      assert.equal(await ours.decrypt(ciphertext, 'kim'), undefined);
      assert.equal(await theirs.decrypt(ciphertext, 'hong'), undefined);
      assert.equal(await ours.decrypt(ciphertext.slice(0, -2), 'hong'), undefined);
      for (const bytes of [0, 4, 12, 16, 28]) {
        const short = Buffer.from(ciphertext, 'base64url').subarray(0, bytes).toString('base64url');
        assert.equal(await ours.decrypt(short, 'hong'), undefined);
      }
    });
    it('creates a new ciphertext each time, but the same HMAC', async () => {
      const ours = await create(1);
      assert.notEqual(await ours.encrypt('text', 'hong'), await ours.encrypt('text', 'hong'));
      assert.equal(await ours.hmac('text'), await ours.hmac('text'));
      assert.notEqual(await ours.hmac('text'), await (await create(2)).hmac('text'));
    });
    it('is AES-256-GCM with a key from HKDF, which other programs can decrypt', async () => {
      const {createDecipheriv, hkdfSync} = await import('node:crypto');
      const ciphertext = Buffer.from(
        await (await create(1)).encrypt('홍길동', 'hong'),
        'base64url',
      );
      const derived = hkdfSync('sha256', Buffer.alloc(32, 1), '', 'motp-verify seal', 32);
      const decipher = createDecipheriv(
        'aes-256-gcm',
        Buffer.from(derived),
        ciphertext.subarray(0, 12),
      );
      decipher.setAAD(Buffer.from('hong'));
      decipher.setAuthTag(ciphertext.subarray(-16));
      const text = Buffer.concat([decipher.update(ciphertext.subarray(12, -16)), decipher.final()]);
      assert.equal(text.toString(), '홍길동');
    });
  });
}

describe('the codes of other implementations', () => {
  const oathtool = findProgram('oathtool');

  it('are accepted: oathtool', {skip: oathtool ? false : 'oathtool was not found'}, async () => {
    const site = await TestSite.create(new MemoryStore());
    for (const hours of [0, 1, 1000, 100_000]) {
      site.now += hours * 3_600_000;
      const hong = `hong-${hours}`;
      await site.register(hong);
      const kind = ['--totp', '--time-step-size=60s', '--digits=6', '--base32'];
      const at = `--now=@${Math.floor(site.now / 1000)}`;
      const code = execFileSync('oathtool', [...kind, at, site.secretOf(hong)], {encoding: 'utf8'});
      assert.equal((await site.attempt(hong, code.trim())).body.code, 'verified');
    }
  });
});

/** Returns the UTF-8 bytes of a text, each as one Latin-1 character. */
function asBytes(text: string): string {
  return Buffer.from(text).toString('latin1');
}
