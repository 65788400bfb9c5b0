/** What every store promises of a transaction: all of it counts, or nothing. */
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

/** Takes a try, as every attempt begins. */
function take({subject}: AttemptClaim) {
  return (tx: StoreTransaction) => tx.reserveTry(subject, subject);
}

for (const {name, missing, open} of STORES) {
  describe(`a transaction in ${name}`, {skip: missing ?? false}, () => {
    let store: Store;

    before(async () => {
      store = await open();
    });

    after(() => store.close());

    /** An account of its own, with an attempt that is about to be kept. */
    async function newClaim(subject: string): Promise<AttemptClaim> {
      await store.transaction((tx) => tx.addAccount(subject, NEW_ACCOUNT));
      const [key, at] = [createIdempotencyKey(), Date.now()];
      const about = {fingerprint: 'f', site: 'institute', occasion: 'exam', unit: 1} as const;
      return {subject, key, at, expiresAt: at, ...about};
    }

    async function standing({subject, key}: AttemptClaim) {
      const {failures, recentFailures} =
        (await store.read((tx) => tx.getAccount(subject, 0))) ?? {};
      const attempt = await store.read((tx) => tx.getAttempt(subject, key));
      return [failures, recentFailures, attempt?.result?.body.code];
    }

    it('counts with what is written last', async () => {
      const claim = await newClaim('a');
      await store.transaction(take(claim), (_, tx) => [tx.insertResult(claim, RESULT)]);
      assert.deepEqual(await standing(claim), [1, 1, 'code-mismatch']);
    });
    it('counts for nothing where one of its last writes fails', async () => {
      const claim = await newClaim('b');
      const other = {...claim, key: createIdempotencyKey()};
      await store.transaction(take(claim), (_, tx) => [tx.insertResult(claim, RESULT)]);
      const failing = store.transaction(take(claim), (_, tx) => [
        tx.insertResult(other, RESULT),
        // Its key is taken.
        tx.insertResult(claim, RESULT),
      ]);
      await assert.rejects(failing);
      assert.deepEqual(await standing(claim), [1, 1, 'code-mismatch']);
      assert.deepEqual(await standing(other), [1, 1, undefined]);
    });
    it('leaves no trace where it is ended so', async () => {
      const claim = await newClaim('c');
      await store.transaction(take(claim), () => undefined);
      assert.deepEqual(await standing(claim), [0, 0, undefined]);
    });
    it('takes a try of the registered, else of the decoy, and finds whose it was', async () => {
      const {key} = await newClaim('d');
      const registered = {...NEW_ACCOUNT, registration: 'sealed'};
      await store.transaction((tx) => tx.addAccount('decoy', registered));
      const whose = () =>
        store.transaction((tx) =>
          Promise.all([tx.reserveTry('d', 'decoy'), tx.findForAttempt('d', 'decoy', key, 0)]),
        );
      const [decoy, found] = await whose();
      assert.deepEqual([decoy, found?.subject, found?.failures], ['decoy', 'decoy', 1]);
      await store.transaction((tx) => tx.updateAccount('d', registered));
      const [own, mine] = await whose();
      assert.deepEqual([own, mine?.subject, mine?.failures], ['d', 'd', 1]);
    });
  });
}
