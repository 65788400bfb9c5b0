/** Attempts that arrive together share their statements, and one commit. */
import {Batches} from './batches.ts';
import type {Database} from './database.ts';
import type {AttemptLookup, AttemptQuery, DecidedAttempt} from './store.ts';

/**
 * Finds and stores attempts in batches. Owns which accounts this process is about to change. Does not own
 * whether an attempt may be stored: the database compares, because other processes share it.
 */
export class AttemptBatches {
  readonly #finding: Batches<AttemptQuery, AttemptLookup | undefined>;
  readonly #storing: Batches<DecidedAttempt, boolean>;
  /** By account, the attempt that is being stored: resolves to whether the account may have changed. */
  readonly #changing = new Map<string, Promise<boolean>>();

  constructor({
    findForAttempts,
    storeAttempts,
  }: Pick<Database, 'findForAttempts' | 'storeAttempts'>) {
    this.#finding = new Batches(findForAttempts);
    this.#storing = new Batches(storeAttempts);
  }

  /** How many attempts wait for a batch. */
  get waiting(): number {
    return this.#finding.waiting + this.#storing.waiting;
  }

  /** Finds the account of an attempt, as `Store.findForAttempt`. */
  find(query: AttemptQuery): Promise<AttemptLookup | undefined> {
    return this.#finding.add(query);
  }

  /** Stores an attempt, as `Store.storeAttempt`. */
  async store(attempt: DecidedAttempt): Promise<boolean> {
    const {accountId} = attempt.claim;
    for (;;) {
      const changing = this.#changing.get(accountId);
      if (!changing) break;
      // The database would refuse an attempt that was decided from the account before.
      if (await changing) return false;
    }
    const storing = this.#storing.add(attempt);
    const changing = storing.then(
      (isStored) => !isStored || changesAccount(attempt),
      () => true,
    );
    this.#changing.set(accountId, changing);
    void changing.finally(() => this.#changing.delete(accountId));
    return storing;
  }
}

/** Returns whether an attempt changes its account: a code that is expired or replayed does not. */
function changesAccount({before, after}: DecidedAttempt): boolean {
  return (
    before.failures !== after.failures ||
    before.lastStep !== after.lastStep ||
    before.lockedAt !== after.lockedAt
  );
}
