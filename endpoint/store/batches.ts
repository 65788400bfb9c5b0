/** Groups items that arrive together, so that they share one statement and one commit. */
import {StoreError} from './store-error.ts';

/**
 * Runs a batch. Calls `take` when it can run at once, so that all that have arrived by then share it.
 *
 * @returns the result of each item, in their order
 */
export type RunBatch<Item, Result> = (take: () => readonly Item[]) => Promise<readonly Result[]>;

/** The most items of one batch. */
const MAX_SIZE = 128;

/** An item that waits for its result. */
interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Runs items in batches, one batch at a time: what arrives meanwhile waits for the next one, so batches grow
 * with the load. Owns the items that wait. Does not own connections and statements, which belong to the
 * database.
 */
export class Batches<Item, Result> {
  readonly #run: RunBatch<Item, Result>;
  #waiting: Waiting<Item, Result>[] = [];
  #isRunning = false;

  constructor(run: RunBatch<Item, Result>) {
    this.#run = run;
  }

  /** How many items wait for a batch. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Adds an item to the next batch. @throws as the batch */
  add(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({item, resolve, reject});
      if (this.#isRunning) return;
      this.#isRunning = true;
      // After the requests that have arrived in this turn of the event loop.
      setImmediate(() => void this.#runAll());
    });
  }

  async #runAll(): Promise<void> {
    while (this.#waiting.length > 0) await this.#runNext();
    this.#isRunning = false;
  }

  async #runNext(): Promise<void> {
    let batch: readonly Waiting<Item, Result>[] | undefined;
    const take = (): readonly Item[] => {
      batch = this.#waiting.splice(0, MAX_SIZE);
      return batch.map(({item}) => item);
    };
    try {
      const results = await this.#run(take);
      for (const [i, {resolve}] of (batch ?? []).entries()) resolve(results[i] as Result);
    } catch (error) {
      // Without a connection, every item has waited for it.
      const failed = batch ?? this.#waiting.splice(0);
      // An item that the database does not understand must not fail the others.
      if (failed.length > 1 && !(error instanceof StoreError)) await this.#runEach(failed);
      else for (const {reject} of failed) reject(error);
    }
  }

  async #runEach(batch: readonly Waiting<Item, Result>[]): Promise<void> {
    for (const {item, resolve, reject} of batch) {
      await this.#run(() => [item]).then(([result]) => resolve(result as Result), reject);
    }
  }
}
