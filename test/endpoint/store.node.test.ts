/** What every store promises of a transaction: all of it counts, or nothing. */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {NEW_ACCOUNT, type Claim, type Records, type Store} from '../../endpoint/store/store.ts';
import {newAttemptKey} from '../../src/transport/idempotency-key.ts';
import {STORES} from './harness/stores.ts';

const RESULT = {
  status: 422,
  answer: {code: 'code-mismatch', counted: true, serverTime: 1, failures: 1},
} as const;

/** Takes a try, as every attempt begins. */
function take({subject}: Claim) {
  return (records: Records) => records.reserve(subject, subject);
}

for (const {name, missing, open} of STORES) {
  describe(`a transaction in ${name}`, {skip: missing ?? false}, () => {
    let store: Store;

    before(async () => {
      store = await open();
    });

    after(() => store.close());

    /** An account of its own, with an attempt that is about to be kept. */
    async function newClaim(subject: string): Promise<Claim> {
      await store.transaction((records) => records.addAccount(subject, NEW_ACCOUNT));
      const [key, at] = [newAttemptKey(), Date.now()];
      const about = {fingerprint: 'f', site: 'institute', occasion: 'exam', unit: 1} as const;
      return {subject, key, at, runsUntil: at, ...about};
    }

    async function standing({subject, key}: Claim) {
      const {failures, recentFailures} =
        (await store.read((records) => records.standing(subject, 0))) ?? {};
      const attempt = await store.read((records) => records.attempt(subject, key));
      return [failures, recentFailures, attempt?.result?.answer.code];
    }

    it('counts with what is written last', async () => {
      const claim = await newClaim('a');
      await store.transaction(take(claim), (_, records) => [records.keep(claim, RESULT)]);
      assert.deepEqual(await standing(claim), [1, 1, 'code-mismatch']);
    });
    it('counts for nothing where one of its last writes fails', async () => {
      const claim = await newClaim('b');
      const other = {...claim, key: newAttemptKey()};
      await store.transaction(take(claim), (_, records) => [records.keep(claim, RESULT)]);
      const failing = store.transaction(take(claim), (_, records) => [
        records.keep(other, RESULT),
        // Its key is taken.
        records.keep(claim, RESULT),
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
      await store.transaction((records) => records.addAccount('decoy', registered));
      const whose = () =>
        store.transaction((records) =>
          Promise.all([records.reserve('d', 'decoy'), records.find('d', 'decoy', key, 0)]),
        );
      const [decoy, found] = await whose();
      assert.deepEqual([decoy, found?.subject, found?.failures], ['decoy', 'decoy', 1]);
      await store.transaction((records) => records.putAccount('d', registered));
      const [own, mine] = await whose();
      assert.deepEqual([own, mine?.subject, mine?.failures], ['d', 'd', 1]);
    });
  });
}
