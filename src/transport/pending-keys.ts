/**
 * The key of an attempt that is not decided yet, kept over a reload so that the new page can ask
 * what became of it. The code is kept nowhere; where the key is found, it tells nobody anything.
 */
import * as v from 'valibot';
import {IdempotencyKey} from '../core/contract.ts';
import type {VerificationContext} from './verification-context.ts';

/** How long a key is worth asking for, in ms. */
const MAX_AGE_MS = 10 * 60_000;

const PREFIX = 'motp-verify:';

/** See the file's head. */
export class PendingKeys {
  readonly #storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  readonly #now: () => number;
  /** For pages where the browser keeps nothing. */
  readonly #memory = new Map<string, string>();

  /**
   * @param storage the tab's own; it may throw
   * @param now ms since the epoch: after a reload there is no other clock to go by
   */
  constructor(
    storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
    now: () => number,
  ) {
    this.#storage = storage;
    this.#now = now;
  }

  /** Keeps the key of an attempt at this check. */
  save(context: string, key: IdempotencyKey): void {
    const value = `${this.#now()} ${key}`;
    try {
      this.#storage().setItem(context, value);
    } catch {
      this.#memory.set(context, value);
    }
  }

  /** The key of an attempt at this check that was not decided, where it is not too old. */
  load(context: string): IdempotencyKey | undefined {
    const [since, text] = this.#read(context)?.split(' ') ?? [];
    const age = this.#now() - Number(since);
    const key = v.safeParse(IdempotencyKey, text);
    if (key.success && age >= 0 && age <= MAX_AGE_MS) return key.output;
    this.clear(context);
    return undefined;
  }

  /** The attempt is decided. */
  clear(context: string): void {
    this.#memory.delete(context);
    try {
      this.#storage().removeItem(context);
    } catch {
      // Nothing is kept there.
    }
  }

  #read(context: string): string | null | undefined {
    try {
      return this.#storage().getItem(context) ?? this.#memory.get(context);
    } catch {
      return this.#memory.get(context);
    }
  }
}

/**
 * The name under which the key of an attempt is kept: another for each endpoint, check and ticket,
 * so that no outcome is shown for what it is not; and one that tells none of them.
 */
export function storageKeyFor({
  endpoint,
  requestContext: {occasion, unit, ticket},
}: VerificationContext): string {
  const text = [endpoint.url.href, occasion, unit, ticket].join('\n');
  // FNV-1a.
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return PREFIX + (hash >>> 0).toString(36);
}
