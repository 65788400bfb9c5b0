/** Where registrations, counts and outcomes are kept. */
import type {Answer, AttemptKey} from '../../src/core/contract.ts';

/** One trainee's registration with the verification system. */
export interface Account {
  /** The seed of the app's codes, in base32; absent until the app is registered. */
  readonly secret: string | undefined;
  /** Failures in a row. */
  readonly failures: number;
  /** The last time step whose code was accepted: none up to it counts again. */
  readonly lastStep: number;
  /** When the fifth failure locked the account, ms since the epoch. */
  readonly lockedAt: number | undefined;
}

/** An attempt that was decided, so that the same key gets the same answer again. */
export interface DecidedAttempt {
  /** What was asked under the key: another question under the same key is refused. */
  readonly fingerprint: string;
  readonly status: number;
  readonly answer: Answer;
}

/** What can be read and written inside a transaction. */
export interface Transaction {
  account(subject: string): Account | undefined;
  putAccount(subject: string, account: Account): void;
  attempt(subject: string, key: AttemptKey): DecidedAttempt | undefined;
  putAttempt(subject: string, key: AttemptKey, attempt: DecidedAttempt): void;
}

/** Runs work so that all of it counts or none, and nobody else's comes between. */
export interface Store {
  transaction<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result>;
}

/** Everything that a memory store holds, for keeping it over a reload of the page. */
export interface Contents {
  readonly accounts: readonly (readonly [subject: string, account: Account])[];
  readonly attempts: readonly (readonly [id: string, attempt: DecidedAttempt])[];
}

/** A store in memory, for the browser demo and the tests. */
export class MemoryStore implements Store {
  #accounts: Map<string, Account>;
  #attempts: Map<string, DecidedAttempt>;
  #last: Promise<unknown> = Promise.resolve();

  constructor({accounts, attempts}: Contents = {accounts: [], attempts: []}) {
    this.#accounts = new Map(accounts);
    this.#attempts = new Map(attempts);
  }

  /** A copy of everything. */
  get contents(): Contents {
    return {accounts: [...this.#accounts], attempts: [...this.#attempts]};
  }

  transaction<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    const result = this.#last.then(() => this.#run(work));
    this.#last = result.catch(() => undefined);
    return result;
  }

  async #run<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    const accounts = new Map(this.#accounts);
    const attempts = new Map(this.#attempts);
    const result = await work({
      account: (subject) => accounts.get(subject),
      putAccount: (subject, account) => void accounts.set(subject, account),
      attempt: (subject, key) => attempts.get(id(subject, key)),
      putAttempt: (subject, key, attempt) => void attempts.set(id(subject, key), attempt),
    });
    // What threw never gets here: its copies are dropped, and nothing of it has counted.
    this.#accounts = accounts;
    this.#attempts = attempts;
    return result;
  }
}

/** An attempt belongs to its subject: nobody learns of another's by its key. */
function id(subject: string, key: AttemptKey): string {
  return `${key} ${subject}`;
}
