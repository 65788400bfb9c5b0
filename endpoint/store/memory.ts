/** A store in memory, for the browser demo and the tests. */
import type {AttemptKey} from '../../src/core/contract.ts';
import {
  MAX_FAILURES,
  type Account,
  type Attempt,
  type AuditEvent,
  type Ending,
  type Records,
  type Standing,
  type Store,
} from './store.ts';

/** Everything that a memory store holds, for keeping it over a reload of the page. */
export interface Contents {
  readonly accounts: readonly (readonly [subject: string, account: Account])[];
  readonly attempts: readonly (readonly [id: string, attempt: Attempt])[];
  readonly events: readonly (readonly [id: string, event: AuditEvent])[];
}

const EMPTY: Contents = {accounts: [], attempts: [], events: []};

/** The tables of one moment; a transaction works on copies. */
interface Tables {
  readonly accounts: Map<string, Account>;
  readonly attempts: Map<string, Attempt>;
  readonly events: Map<string, AuditEvent>;
}

/** See the file's head. */
export class MemoryStore implements Store {
  #tables: Tables;
  #last: Promise<unknown> = Promise.resolve();

  constructor(contents: Partial<Contents> = {}) {
    this.#tables = copyOf({...EMPTY, ...contents});
  }

  /** A copy of everything. */
  get contents(): Contents {
    const {accounts, attempts, events} = this.#tables;
    return {accounts: [...accounts], attempts: [...attempts], events: [...events]};
  }

  read<Value>(work: (records: Records) => Promise<Value>): Promise<Value> {
    return work(recordsOf(this.#tables));
  }

  transaction<Value>(
    work: (records: Records) => Promise<Value>,
    ending: Ending<Value, Records> = () => [],
  ): Promise<Value> {
    const result = this.#last.then(() => this.#run(work, ending));
    this.#last = result.catch(() => undefined);
    return result;
  }

  isReady(): Promise<boolean> {
    return Promise.resolve(true);
  }

  async close(): Promise<void> {}

  async #run<Value>(
    work: (records: Records) => Promise<Value>,
    ending: Ending<Value, Records>,
  ): Promise<Value> {
    const tables = copyOf(this.#tables);
    const records = recordsOf(tables);
    const value = await work(records);
    const writes = ending(value, records);
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
}: {[Table in keyof Contents]: Iterable<readonly [string, unknown]>}): Tables {
  return {
    accounts: new Map(accounts as Contents['accounts']),
    attempts: new Map(attempts as Contents['attempts']),
    events: new Map(events as Contents['events']),
  };
}

/** An attempt belongs to its subject: nobody learns of another's by its key. */
function idOf(subject: string, key: AttemptKey): string {
  return `${key} ${subject}`;
}

function failed({result}: Attempt): boolean {
  return result?.answer.counted ?? false;
}

function isOpen(account: Account | undefined): account is Account {
  return account !== undefined && account.failures < MAX_FAILURES && account.lockedAt === undefined;
}

/** The records in tables; what they promise is what they are, without waiting. */
function recordsOf({accounts, attempts, events}: Tables): Records {
  const byReceipt = (id: string) =>
    [...attempts].find(
      ([, {result}]) => result?.answer.code === 'verified' && result.answer.verificationId === id,
    );
  const whose = (subject: string, decoy: string) =>
    accounts.get(subject)?.registration === undefined ? decoy : subject;
  const change = (subject: string, account: Account): Account => {
    accounts.set(subject, account);
    return account;
  };

  const standing = (subject: string, since: number): Standing | undefined => {
    const account = accounts.get(subject);
    if (!account) return undefined;
    const after = Math.max(since, account.forgivenAt);
    const recent = [...attempts.values()].filter(
      (attempt) => attempt.subject === subject && attempt.at > after && failed(attempt),
    );
    return {...account, recentFailures: recent.length};
  };

  return {
    async standing(subject, since) {
      return standing(subject, since);
    },
    async addAccount(subject, account) {
      if (!accounts.has(subject)) accounts.set(subject, account);
    },
    async putAccount(subject, account) {
      accounts.set(subject, account);
    },
    async reserve(subject, decoy) {
      const owner = whose(subject, decoy);
      const account = accounts.get(owner);
      if (!isOpen(account)) return undefined;
      change(owner, {...account, failures: account.failures + 1});
      return owner;
    },
    async find(subject, decoy, key, since) {
      const owner = whose(subject, decoy);
      const found = standing(owner, since);
      return found && {...found, subject: owner, hasKey: attempts.has(idOf(owner, key))};
    },
    async keep(claim, result) {
      const id = idOf(claim.subject, claim.key);
      if (attempts.has(id)) throw new Error('The key is taken.');
      attempts.set(id, {...claim, result, checkedBy: undefined, checkedAt: undefined});
    },
    async hold(subject, now, until) {
      const account = accounts.get(subject);
      if (!isOpen(account) || account.busyUntil > now) return undefined;
      return change(subject, {...account, busyUntil: until});
    },
    async lockAccount(subject) {
      return accounts.get(subject);
    },
    async claim(claim) {
      const id = idOf(claim.subject, claim.key);
      if (attempts.has(id)) return false;
      attempts.set(id, {...claim, result: undefined, checkedBy: undefined, checkedAt: undefined});
      return true;
    },
    async attempt(subject, key) {
      return attempts.get(idOf(subject, key));
    },
    async finish(subject, key, result) {
      const id = idOf(subject, key);
      const attempt = attempts.get(id);
      if (attempt) attempts.set(id, {...attempt, result});
    },
    async drop(subject, key) {
      attempts.delete(idOf(subject, key));
    },
    async receipt(id) {
      return byReceipt(id)?.[1];
    },
    async redeem(verificationId, by, at) {
      const [id, attempt] = byReceipt(verificationId) ?? [];
      if (id === undefined || !attempt || attempt.checkedAt !== undefined) return false;
      attempts.set(id, {...attempt, checkedBy: by, checkedAt: at});
      return true;
    },
    async siteFailures(site, since) {
      const all = [...attempts.values()];
      return all.filter((one) => one.site === site && one.at > since && failed(one)).length;
    },
    async addEvent(event) {
      if (events.has(event.id)) return false;
      events.set(event.id, event);
      return true;
    },
    async attemptsOf(subject) {
      return [...attempts.values()].filter((attempt) => attempt.subject === subject);
    },
    async eventsOf(subject) {
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
