/** The transactions of every store: committed as a whole or not at all. */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {
  NEW_ACCOUNT,
  type AttemptClaim,
  type StoreTransaction,
  type Store,
} from '../../endpoint/store/store.ts';
import {createIdempotencyKey} from '../../src/transport/idempotency-key.ts';
import {STORES} from './harness/stores.ts';

const RESULT = {
  status: 422,
  body: {code: 'code-mismatch', counted: true, serverTime: 1, failures: 1},
} as const;

/** An account with a registration. */
const REGISTERED = {...NEW_ACCOUNT, registration: 'sealed'};

/** Reserves a try, as every attempt does first. */
function reserve({accountId}: AttemptClaim) {
  return (tx: StoreTransaction) => tx.reserveTry(accountId);
}

for (const {name, skipReason, open} of STORES) {
  describe(`a transaction in ${name}`, {skip: skipReason ?? false}, () => {
    let store: Store;

    before(async () => {
      store = await open();
    });

    after(() => store.close());

    /** Creates an account, and an attempt to store. */
    async function newClaim(accountId: string): Promise<AttemptClaim> {
      await store.transaction((tx) => tx.addAccount(accountId, REGISTERED));
      const [key, at] = [createIdempotencyKey(), Date.now()];
      const about = {fingerprint: 'f', site: 'institute', occasion: 'exam', unit: 1} as const;
      return {accountId, key, at, address: undefined, expiresAt: at, ...about};
    }

    async function readBack({accountId, key}: AttemptClaim) {
      const {failures, recentFailures} =
        (await store.read((tx) => tx.getAccount(accountId, 0))) ?? {};
      const attempt = await store.read((tx) => tx.getAttempt(accountId, key));
      return [failures, recentFailures, attempt?.result?.body.code];
    }

    it('is committed with its last writes', async () => {
      const claim = await newClaim('a');
      await store.transaction(reserve(claim), (_, tx) => [tx.insertResult(claim, RESULT)]);
      assert.deepEqual(await readBack(claim), [1, 1, 'code-mismatch']);
    });
    it('is rolled back if one of its last writes fails', async () => {
      const claim = await newClaim('b');
      const other = {...claim, key: createIdempotencyKey()};
      await store.transaction(reserve(claim), (_, tx) => [tx.insertResult(claim, RESULT)]);
      const failing = store.transaction(reserve(claim), (_, tx) => [
        tx.insertResult(other, RESULT),
        // The key is taken.
        tx.insertResult(claim, RESULT),
      ]);
      await assert.rejects(failing);
      assert.deepEqual(await readBack(claim), [1, 1, 'code-mismatch']);
      assert.deepEqual(await readBack(other), [1, 1, undefined]);
    });
    it('is rolled back if there are no last writes', async () => {
      const claim = await newClaim('c');
      await store.transaction(reserve(claim), () => undefined);
      assert.deepEqual(await readBack(claim), [0, 0, undefined]);
    });
    it('reserves a try of a registered trainee only', async () => {
      const {key} = await newClaim('d');
      const reserveAndFind = () =>
        store.transaction((tx) =>
          Promise.all([tx.reserveTry('d'), tx.findForAttempt('d', key, 0)]),
        );
      const [isReserved, found] = await reserveAndFind();
      assert.deepEqual([isReserved, found?.failures, found?.hasKey], [true, 1, false]);
      await store.transaction((tx) => tx.updateAccount('d', NEW_ACCOUNT));
      assert.deepEqual(await reserveAndFind(), [false, undefined]);
      const account = await store.read((tx) => tx.getAccount('d', 0));
      assert.equal(account?.failures, 0);
    });
  });
}
