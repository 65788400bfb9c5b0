/** Audits attempts that were not evaluated: of a locked account, or with differing identities. */
import {ownerOf} from '../account-id.ts';
import {networkOf} from '../client-address.ts';
import type {Outcome} from '../problems.ts';
import type {AttemptClaim, Store} from '../store/store.ts';

const MINUTE_MS = 60_000;

/** The most entries that are remembered within a minute. Beyond it, an entry can be written twice. */
const MAX_ENTRIES = 100_000;

/**
 * Adds refused attempts to the audit trail: one a minute for each account, reason and network, so that
 * an attacker can't fill the disk. Owns the list of what this process has written in this minute.
 */
export class RefusedAttempts {
  readonly #store: Store;
  readonly #written = new Set<string>();
  #minute = 0;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Records an attempt, if its outcome is a refusal. @throws StoreError if it can't be written */
  async record(
    {accountId, at, address}: AttemptClaim,
    {body, isReplayed = false}: Outcome,
  ): Promise<void> {
    const {code: reason, counted} = body as Outcome['body'] & {readonly counted?: boolean};
    const isRefused = reason === 'locked' || reason === 'identity-mismatch';
    if (!isRefused || counted || isReplayed) return;
    const minute = Math.floor(at / MINUTE_MS);
    if (minute !== this.#minute || this.#written.size >= MAX_ENTRIES) this.#written.clear();
    this.#minute = minute;
    const network = address === undefined ? '' : networkOf(address);
    const id = `refused ${accountId} ${reason} ${network} ${minute}`;
    if (this.#written.has(id)) return;
    const by = `trainee of ${ownerOf(accountId).site}`;
    const event = {id, accountId, what: 'attempt-refused', by, at, reason, address} as const;
    await this.#store.transaction((tx) => tx.addEvent(event));
    this.#written.add(id);
  }
}
