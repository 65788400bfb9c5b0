/** A store in memory, for the browser demo and the tests. */
import type {IdempotencyKey} from '../../src/core/contract.ts';
import {MAX_FAILURES} from '../../src/core/max-failures.ts';
import type {
  Account,
  AttemptRecord,
  AuditEvent,
  CommitWrites,
  StoreTransaction,
  AccountSnapshot,
  Store,
} from './store.ts';

/** Everything that a memory store holds, for keeping it over a reload of the page. */
export interface MemoryContents {
  readonly accounts: readonly (readonly [subject: string, account: Account])[];
  readonly attempts: readonly (readonly [id: string, attempt: AttemptRecord])[];
  readonly events: readonly (readonly [id: string, event: AuditEvent])[];
}

const EMPTY: MemoryContents = {accounts: [], attempts: [], events: []};

/** The tables of one moment; a transaction works on copies. */
interface Tables {
  readonly accounts: Map<string, Account>;
  readonly attempts: Map<string, AttemptRecord>;
  readonly events: Map<string, AuditEvent>;
}

/** See the file's head. */
export class MemoryStore implements Store {
  #tables: Tables;
  #last: Promise<unknown> = Promise.resolve();

  constructor(contents: Partial<MemoryContents> = {}) {
    this.#tables = copyOf({...EMPTY, ...contents});
  }

  /** A copy of everything. */
  get contents(): MemoryContents {
    const {accounts, attempts, events} = this.#tables;
    return {accounts: [...accounts], attempts: [...attempts], events: [...events]};
  }

  read<Value>(work: (tx: StoreTransaction) => Promise<Value>): Promise<Value> {
    return work(transactionOn(this.#tables));
  }

  transaction<Value>(
    work: (tx: StoreTransaction) => Promise<Value>,
    commitWrites: CommitWrites<Value, StoreTransaction> = () => [],
  ): Promise<Value> {
    const result = this.#last.then(() => this.#run(work, commitWrites));
    this.#last = result.catch(() => undefined);
    return result;
  }

  isReady(): Promise<boolean> {
    return Promise.resolve(true);
  }

  async close(): Promise<void> {}

  async #run<Value>(
    work: (tx: StoreTransaction) => Promise<Value>,
    commitWrites: CommitWrites<Value, StoreTransaction>,
  ): Promise<Value> {
    const tables = copyOf(this.#tables);
    const tx = transactionOn(tables);
    const value = await work(tx);
    const writes = commitWrites(value, tx);
    await Promise.all(writes ?? []);
    // What threw never gets here: its copies are dropped, and nothing of it has counted.
    if (writes) this.#tables = tables;
    return value;
  }
}

function copyOf({
  accounts,
  attempts,
  events,
}: {[Table in keyof MemoryContents]: Iterable<readonly [string, unknown]>}): Tables {
  return {
    accounts: new Map(accounts as MemoryContents['accounts']),
    attempts: new Map(attempts as MemoryContents['attempts']),
    events: new Map(events as MemoryContents['events']),
  };
}

/** An attempt belongs to its subject: nobody learns of another's by its key. */
function attemptId(subject: string, key: IdempotencyKey): string {
  return `${key} ${subject}`;
}

function failed({result}: AttemptRecord): boolean {
  return result?.body.counted ?? false;
}

function acceptsCodes(account: Account | undefined): account is Account {
  return account !== undefined && account.failures < MAX_FAILURES && account.lockedAt === undefined;
}

/** The records in tables; what they promise is what they are, without waiting. */
function transactionOn({accounts, attempts, events}: Tables): StoreTransaction {
  const byReceipt = (id: string) =>
    [...attempts].find(
      ([, {result}]) => result?.body.code === 'verified' && result.body.verificationId === id,
    );
  const whose = (subject: string, decoy: string) =>
    accounts.get(subject)?.registration === undefined ? decoy : subject;
  const change = (subject: string, account: Account): Account => {
    accounts.set(subject, account);
    return account;
  };

  const standing = (subject: string, since: number): AccountSnapshot | undefined => {
    const account = accounts.get(subject);
    if (!account) return undefined;
    const after = Math.max(since, account.forgivenAt);
    const recent = [...attempts.values()].filter(
      (attempt) => attempt.subject === subject && attempt.at > after && failed(attempt),
    );
    return {...account, recentFailures: recent.length};
  };

  return {
    async getAccount(subject, since) {
      return standing(subject, since);
    },
    async addAccount(subject, account) {
      if (!accounts.has(subject)) accounts.set(subject, account);
    },
    async updateAccount(subject, account) {
      accounts.set(subject, account);
    },
    async reserveTry(subject, decoy) {
      const owner = whose(subject, decoy);
      const account = accounts.get(owner);
      if (!acceptsCodes(account)) return undefined;
      change(owner, {...account, failures: account.failures + 1});
      return owner;
    },
    async findForAttempt(subject, decoy, key, since) {
      const owner = whose(subject, decoy);
      const found = standing(owner, since);
      return found && {...found, subject: owner, hasKey: attempts.has(attemptId(owner, key))};
    },
    async insertResult(claim, result) {
      const id = attemptId(claim.subject, claim.key);
      if (attempts.has(id)) throw new Error('The key is taken.');
      attempts.set(id, {...claim, result, checkedBy: undefined, checkedAt: undefined});
    },
    async acquireLease(subject, now, until) {
      const account = accounts.get(subject);
      if (!acceptsCodes(account) || account.leaseUntil > now) return undefined;
      return change(subject, {...account, leaseUntil: until});
    },
    async lockAccount(subject) {
      return accounts.get(subject);
    },
    async claim(claim) {
      const id = attemptId(claim.subject, claim.key);
      if (attempts.has(id)) return false;
      attempts.set(id, {...claim, result: undefined, checkedBy: undefined, checkedAt: undefined});
      return true;
    },
    async getAttempt(subject, key) {
      return attempts.get(attemptId(subject, key));
    },
    async setResult(subject, key, result) {
      const id = attemptId(subject, key);
      const attempt = attempts.get(id);
      if (attempt) attempts.set(id, {...attempt, result});
    },
    async releaseKey(subject, key) {
      attempts.delete(attemptId(subject, key));
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
    async listAttempts(subject) {
      return [...attempts.values()].filter((attempt) => attempt.subject === subject);
    },
    async listEvents(subject) {
      return [...events.values()].filter((event) => event.subject === subject);
    },
    async purge(before, atMost) {
      let ended = 0;
      for (const table of [attempts, events]) {
        for (const [id, {at}] of table) {
          if (at >= before || ended >= atMost) continue;
          table.delete(id);
          ended++;
        }
      }
      return ended;
    },
  };
}
