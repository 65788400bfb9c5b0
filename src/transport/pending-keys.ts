import * as v from 'valibot';
import {IdempotencyKey} from '../core/contract.ts';

/** How long a key is kept, in ms. */
const MAX_AGE_MS = 10 * 60_000;

/** The beginning of each name. What else is in the storage is the page's. */
export const STORAGE_PREFIX = 'motp-verify:';

/** The part of `Storage` that {@link PendingKeys} uses. */
type KeyStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * Stores the keys of pending attempts, so that the page can ask for their results after a reload. It
 * never stores a code. A key alone reveals nothing about the trainee.
 */
export class PendingKeys {
  readonly #storage: () => KeyStorage;
  readonly #now: () => number;
  /** Used if the browser's storage throws. */
  readonly #memory = new Map<string, string>();

  /**
   * @param storage returns `sessionStorage`, or throws if a browser blocks it
   * @param now returns ms since the epoch: after a reload there is no other clock
   */
  constructor(storage: () => KeyStorage, now: () => number) {
    this.#storage = storage;
    this.#now = now;
  }

  /** Saves the key of a pending attempt. `storageKeyFor` returns the name. */
  save(name: string, key: IdempotencyKey): void {
    const value = `${this.#now()} ${key}`;
    try {
      this.#storage().setItem(name, value);
    } catch {
      this.#memory.set(name, value);
    }
  }

  /** Loads the key of a pending attempt. Keys that are too old are cleared, whatever their names. */
  load(name: string): IdempotencyKey | undefined {
    for (const stored of this.#storedNames()) this.#loadFresh(stored);
    return this.#loadFresh(name);
  }

  #loadFresh(name: string): IdempotencyKey | undefined {
    const [savedAt, text] = this.#read(name)?.split(' ') ?? [];
    const ageMs = this.#now() - Number(savedAt);
    const key = v.safeParse(IdempotencyKey, text);
    if (key.success && ageMs >= 0 && ageMs <= MAX_AGE_MS) return key.output;
    this.clear(name);
    return undefined;
  }

  #storedNames(): readonly string[] {
    try {
      return Object.keys(this.#storage()).filter((name) => name.startsWith(STORAGE_PREFIX));
    } catch {
      // A blocked storage has no key.
      return [];
    }
  }

  /** Removes the key of an attempt that is decided. */
  clear(name: string): void {
    this.#memory.delete(name);
    try {
      this.#storage().removeItem(name);
    } catch {
      // A blocked storage has no key.
    }
  }

  #read(name: string): string | undefined {
    let value: string | null | undefined;
    try {
      value = this.#storage().getItem(name);
    } catch {
      // A blocked storage has no key.
    }
    return value ?? this.#memory.get(name);
  }
}
