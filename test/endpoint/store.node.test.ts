/** What every store commits: a transaction as a whole, and an attempt only while its account is unchanged. */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {
  NEW_ACCOUNT,
  type Account,
  type AttemptClaim,
  type DecidedAttempt,
  type Store,
} from '../../endpoint/store/store.ts';
import {createIdempotencyKey} from '../../src/transport/idempotency-key.ts';
import {STORES} from './harness/stores.ts';

const RESULT = {
  status: 422,
  body: {code: 'code-mismatch', counted: true, serverTime: 1, failures: 1},
} as const;

/** An account with a registration. */
const REGISTERED: Account = {...NEW_ACCOUNT, registration: 'sealed', lastStep: 7, forgivenAt: 3};

/** An account after one failure. */
const FAILED: Account = {...REGISTERED, failures: 1};

/** Every change of an account after which an attempt must be decided again. */
const CHANGES: Readonly<Record<string, Partial<Account>>> = {
  'has failed': {failures: 1},
  'has verified a code': {lastStep: 8},
  'is locked': {lockedAt: 1},
  'was unlocked': {forgivenAt: 4},
  'has no registration': {registration: undefined},
};

/** Creates an attempt that failed on a registered account. */
function newAttempt(accountId: string, key = createIdempotencyKey()): DecidedAttempt {
  const at = Date.now();
  const about = {fingerprint: 'f', site: 'institute', occasion: 'exam', unit: 1} as const;
  const claim: AttemptClaim = {
    ...about,
    accountId,
    key,
    at,
    address: undefined,
    expiresAt: at,
  };
  return {claim, result: RESULT, before: REGISTERED, after: FAILED};
}

for (const {name, skipReason, open} of STORES) {
  describe(name, {skip: skipReason ?? false}, () => {
    let store: Store;
    let accounts = 0;

    before(async () => {
      store = await open();
    });

    after(() => store.close());

    /** Creates an account. */
    async function newAccount(): Promise<string> {
      const accountId = `account-${++accounts}`;
      await store.transaction((tx) => tx.addAccount(accountId, REGISTERED));
      return accountId;
    }

    async function getAccount(accountId: string) {
      return store.read((tx) => tx.getAccount(accountId, 0));
    }

    it('commits a transaction as a whole', async () => {
      const account = await newAccount();
      await store.transaction((tx) => tx.updateAccount(account, FAILED));
      assert.equal((await getAccount(account))?.failures, 1);
    });
    it('commits nothing of a transaction that is not to be committed', async () => {
      const account = await newAccount();
      await store.transaction(
        (tx) => tx.updateAccount(account, FAILED),
        () => false,
      );
      assert.equal((await getAccount(account))?.failures, 0);
    });
    it('commits nothing of a transaction that fails', async () => {
      const account = await newAccount();
      const failing = store.transaction(async (tx) => {
        await tx.updateAccount(account, FAILED);
        throw new Error('a bug');
      });
      await assert.rejects(failing, /a bug/);
      assert.equal((await getAccount(account))?.failures, 0);
    });
    it('finds the account of an attempt, and whether its key is used', async () => {
      const account = await newAccount();
      const attempt = newAttempt(account);
      const query = {accountId: account, key: attempt.claim.key, since: 0};
      const found = await store.findForAttempt(query);
      assert.deepEqual([found?.failures, found?.recentFailures, found?.hasKey], [0, 0, false]);
      assert.equal(await store.storeAttempt(attempt), true);
      const again = await store.findForAttempt(query);
      assert.deepEqual([again?.failures, again?.recentFailures, again?.hasKey], [1, 1, true]);
      const other = {...query, key: createIdempotencyKey(), since: attempt.claim.at};
      const later = await store.findForAttempt(other);
      assert.deepEqual([later?.failures, later?.recentFailures, later?.hasKey], [1, 0, false]);
    });
    it('finds no account of a trainee who is not registered', async () => {
      const account = await newAccount();
      await store.transaction((tx) => tx.updateAccount(account, NEW_ACCOUNT));
      for (const accountId of [account, 'nobody']) {
        const query = {accountId, key: createIdempotencyKey(), since: 0};
        assert.equal(await store.findForAttempt(query), undefined);
      }
    });
    for (const [change, columns] of Object.entries(CHANGES)) {
      it(`stores no attempt of an account that ${change} meanwhile`, async () => {
        const account = await newAccount();
        const attempt = newAttempt(account);
        const changed = {...REGISTERED, ...columns};
        await store.transaction((tx) => tx.updateAccount(account, changed));
        assert.equal(await store.storeAttempt(attempt), false);
        const {recentFailures, ...stored} = (await getAccount(account)) ?? {};
        assert.deepEqual([stored, recentFailures], [changed, 0]);
        assert.deepEqual(await store.read((tx) => tx.listAttempts(account)), []);
      });
    }
    it('stores no second attempt with a key, and does not change the account', async () => {
      const account = await newAccount();
      const first = {...newAttempt(account), after: REGISTERED};
      assert.equal(await store.storeAttempt(first), true);
      assert.equal(await store.storeAttempt(newAttempt(account, first.claim.key)), false);
      assert.equal((await getAccount(account))?.failures, 0);
    });
    it('changes nothing of an account but what an attempt decides', async () => {
      const account = await newAccount();
      const more = {...REGISTERED, pending: 'sealed too', leaseUntil: 9};
      const attempt = newAttempt(account);
      await store.transaction((tx) => tx.updateAccount(account, more));
      assert.equal(await store.storeAttempt(attempt), true);
      const stored = await getAccount(account);
      assert.deepEqual(stored, {...more, failures: 1, recentFailures: 1});
    });
    it('stores one of many attempts that were decided from one account', async () => {
      const account = await newAccount();
      const all = Array.from({length: 20}, () => store.storeAttempt(newAttempt(account)));
      const stored = (await Promise.all(all)).filter(Boolean);
      assert.equal(stored.length, 1);
      assert.equal((await getAccount(account))?.failures, 1);
      assert.equal((await store.read((tx) => tx.listAttempts(account))).length, 1);
    });
    it('stores every attempt that does not change its account', async () => {
      const account = await newAccount();
      const all = Array.from({length: 20}, () =>
        store.storeAttempt({...newAttempt(account), after: REGISTERED}),
      );
      assert.deepEqual(await Promise.all(all), Array(20).fill(true));
      assert.equal((await store.read((tx) => tx.listAttempts(account))).length, 20);
    });
    it('stores attempts that arrive together with one that can’t be stored', async () => {
      const ids = await Promise.all(Array.from({length: 5}, newAccount));
      const attempts = ids.map((id) => newAttempt(id));
      const body = {
        ...RESULT.body,
        get serverTime(): number {
          throw new Error('a bug');
        },
      };
      const bad = {...newAttempt(await newAccount()), result: {...RESULT, body}};
      const [, ...all] = await Promise.allSettled(
        [bad, ...attempts].map((attempt) => store.storeAttempt(attempt)),
      );
      const stored = all.map((one) => one.status === 'fulfilled' && one.value);
      assert.deepEqual(stored, Array(5).fill(true));
    });
    it('stores each attempt of many accounts, with its own result', async () => {
      const ids = await Promise.all(Array.from({length: 300}, newAccount));
      const attempts = ids.map((id, i) => {
        const body = {...RESULT.body, serverTime: i};
        return {...newAttempt(id), result: {...RESULT, body}};
      });
      const [stale] = ids;
      assert(stale !== undefined);
      await store.transaction((tx) => tx.updateAccount(stale, FAILED));
      const stored = await Promise.all(attempts.map((attempt) => store.storeAttempt(attempt)));
      assert.deepEqual(
        stored,
        ids.map((id) => id !== stale),
      );
      for (const [i, {claim}] of attempts.entries()) {
        const found = await store.read((tx) => tx.getAttempt(claim.accountId, claim.key));
        assert.equal(found?.result?.body.serverTime, i === 0 ? undefined : i);
      }
    });
  });
}
