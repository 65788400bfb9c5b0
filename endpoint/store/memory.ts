/** A store in memory, for the demo in the browser and for tests. */
import type {IdempotencyKey} from '../../src/core/contract.ts';
import {MAX_FAILURES} from '../../src/core/max-failures.ts';
import type {
  Account,
  AttemptLookup,
  AttemptQuery,
  AttemptRecord,
  AuditEvent,
  DecidedAttempt,
  RevokedTicket,
  ShouldCommit,
  StoreTransaction,
  AccountSnapshot,
  Store,
} from './store.ts';

/** The contents of a memory store. The demo saves them, so that they survive a reload. */
export interface MemoryContents {
  readonly accounts: readonly (readonly [accountId: string, account: Account])[];
  readonly attempts: readonly (readonly [id: string, attempt: AttemptRecord])[];
  readonly events: readonly (readonly [id: string, event: AuditEvent])[];
  readonly revokedTickets: readonly (readonly [id: string, ticket: RevokedTicket])[];
}

const EMPTY: MemoryContents = {accounts: [], attempts: [], events: [], revokedTickets: []};

/** The tables. A transaction changes a copy of them. */
interface Tables {
  readonly accounts: Map<string, Account>;
  readonly attempts: Map<string, AttemptRecord>;
  readonly events: Map<string, AuditEvent>;
  readonly revokedTickets: Map<string, RevokedTicket>;
}

/**
 * Keeps everything in maps. Owns the tables and the order of transactions, which run one after
 * another. Does not own their durability: its contents are gone with the process.
 */
export class MemoryStore implements Store {
  #tables: Tables;
  #last: Promise<unknown> = Promise.resolve();

  constructor(contents: Partial<MemoryContents> = {}) {
    this.#tables = copyOf({...EMPTY, ...contents});
  }

  /** Returns a copy of the contents. */
  get contents(): MemoryContents {
    const {accounts, attempts, events, revokedTickets} = this.#tables;
    return {
      accounts: [...accounts],
      attempts: [...attempts],
      events: [...events],
      revokedTickets: [...revokedTickets],
    };
  }

  read<Value>(work: (tx: StoreTransaction) => Promise<Value>): Promise<Value> {
    return work(transactionOn(this.#tables));
  }

  transaction<Value>(
    work: (tx: StoreTransaction) => Promise<Value>,
    shouldCommit: ShouldCommit<Value> = () => true,
  ): Promise<Value> {
    const result = this.#last.then(() => this.#run(work, shouldCommit));
    this.#last = result.catch(() => undefined);
    return result;
  }

  async findForAttempt({accountId, key, since}: AttemptQuery): Promise<AttemptLookup | undefined> {
    const found = await transactionOn(this.#tables).getAccount(accountId, since);
    if (found?.registration === undefined) return undefined;
    return {...found, hasKey: this.#tables.attempts.has(attemptId(accountId, key))};
  }

  storeAttempt({claim, result, before, after}: DecidedAttempt): Promise<boolean> {
    const {accountId} = claim;
    return this.transaction(
      async (tx) => {
        const account = this.#tables.accounts.get(accountId);
        const isUnchanged =
          acceptsCodes(account) &&
          account.registration !== undefined &&
          account.failures === before.failures &&
          account.lastStep === before.lastStep &&
          account.forgivenAt === before.forgivenAt;
        if (!isUnchanged || !(await tx.claimKey(claim))) return false;
        const {failures, lastStep, lockedAt} = after;
        await tx.updateAccount(accountId, {...account, failures, lastStep, lockedAt});
        await tx.setResult(accountId, claim.key, result);
        return true;
      },
      (isStored) => isStored,
    );
  }

  checkReady(): Promise<void> {
    return Promise.resolve();
  }

  async close(): Promise<void> {}

  async #run<Value>(
    work: (tx: StoreTransaction) => Promise<Value>,
    shouldCommit: ShouldCommit<Value>,
  ): Promise<Value> {
    const tables = copyOf(this.#tables);
    const value = await work(transactionOn(tables));
    // After an error this line is not reached, so the changed copy is dropped.
    if (shouldCommit(value)) this.#tables = tables;
    return value;
  }
}

function copyOf({
  accounts,
  attempts,
  events,
  revokedTickets,
}: {[Table in keyof MemoryContents]: Iterable<readonly [string, unknown]>}): Tables {
  return {
    accounts: new Map(accounts as MemoryContents['accounts']),
    attempts: new Map(attempts as MemoryContents['attempts']),
    events: new Map(events as MemoryContents['events']),
    revokedTickets: new Map(revokedTickets as MemoryContents['revokedTickets']),
  };
}

/** Contains the account's id: a key finds no attempt of another trainee. */
function attemptId(accountId: string, key: IdempotencyKey): string {
  return `${key} ${accountId}`;
}

function failed({result}: AttemptRecord): boolean {
  return result?.body.counted ?? false;
}

function acceptsCodes(account: Account | undefined): account is Account {
  return account !== undefined && account.failures < MAX_FAILURES && account.lockedAt === undefined;
}

/** Reads and writes these tables. Its promises are fulfilled at once. */
function transactionOn({accounts, attempts, events, revokedTickets}: Tables): StoreTransaction {
  const byReceipt = (id: string) =>
    [...attempts].find(
      ([, {result}]) => result?.body.code === 'verified' && result.body.verificationId === id,
    );
  const change = (accountId: string, account: Account): Account => {
    accounts.set(accountId, account);
    return account;
  };

  const getAccount = (accountId: string, since: number): AccountSnapshot | undefined => {
    const account = accounts.get(accountId);
    if (!account) return undefined;
    const after = Math.max(since, account.forgivenAt);
    const recent = [...attempts.values()].filter(
      (attempt) => attempt.accountId === accountId && attempt.at > after && failed(attempt),
    );
    return {...account, recentFailures: recent.length};
  };

  return {
    async getAccount(accountId, since) {
      return getAccount(accountId, since);
    },
    async addAccount(accountId, account) {
      if (!accounts.has(accountId)) accounts.set(accountId, account);
    },
    async updateAccount(accountId, account) {
      accounts.set(accountId, account);
    },
    async acquireLease(accountId, now, until) {
      const account = accounts.get(accountId);
      if (!acceptsCodes(account) || account.leaseUntil > now) return undefined;
      return change(accountId, {...account, leaseUntil: until});
    },
    async lockAccount(accountId) {
      return accounts.get(accountId);
    },
    async claimKey(claim) {
      const id = attemptId(claim.accountId, claim.key);
      if (attempts.has(id)) return false;
      attempts.set(id, {...claim, result: undefined, checkedBy: undefined, checkedAt: undefined});
      return true;
    },
    async getAttempt(accountId, key) {
      return attempts.get(attemptId(accountId, key));
    },
    async setResult(accountId, key, result) {
      const id = attemptId(accountId, key);
      const attempt = attempts.get(id);
      if (attempt) attempts.set(id, {...attempt, result});
    },
    async releaseKey(accountId, key) {
      attempts.delete(attemptId(accountId, key));
    },
    async findByReceipt(id) {
      return byReceipt(id)?.[1];
    },
    async redeemReceipt(verificationId, by, at) {
      const [id, attempt] = byReceipt(verificationId) ?? [];
      if (id === undefined || !attempt || attempt.checkedAt !== undefined) return false;
      attempts.set(id, {...attempt, checkedBy: by, checkedAt: at});
      return true;
    },
    async countSiteFailures(site, since) {
      const all = [...attempts.values()];
      return all.filter((one) => one.site === site && one.at > since && failed(one)).length;
    },
    async addEvent(event) {
      if (events.has(event.id)) return false;
      events.set(event.id, event);
      return true;
    },
    async getEvent(id) {
      return events.get(id);
    },
    async eraseAccount(accountId) {
      let deleted = accounts.delete(accountId) ? 1 : 0;
      for (const table of [attempts, events]) {
        for (const [id, row] of table) {
          if (row.accountId !== accountId) continue;
          table.delete(id);
          deleted++;
        }
      }
      return deleted;
    },
    async listAccountIds(after, limit) {
      const ids = [...accounts.keys()].filter((id) => id > after);
      return ids.toSorted().slice(0, limit);
    },
    async listAttempts(accountId) {
      return [...attempts.values()].filter((attempt) => attempt.accountId === accountId);
    },
    async listEvents(accountId) {
      return [...events.values()].filter((event) => event.accountId === accountId);
    },
    async revokeTicket(id, at) {
      if (!revokedTickets.has(id)) revokedTickets.set(id, {id, at});
    },
    async listRevokedTickets(since) {
      return [...revokedTickets.values()].filter(({at}) => at > since);
    },
    async purge(before, limit) {
      let deleted = 0;
      for (const table of [attempts, events, revokedTickets]) {
        for (const [id, {at}] of table) {
          if (at >= before || deleted >= limit) continue;
          table.delete(id);
          deleted++;
        }
      }
      return deleted;
    },
  };
}
