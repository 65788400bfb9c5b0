/** The tickets that sites have revoked, for example because the trainee has signed out. */
import type {Store} from './store/store.ts';
import {TICKET_LIFETIME_MS} from './tickets.ts';

/** How long the list is used before it is read again, in ms. */
const REFRESH_MS = 1000;

/** How far back a read overlaps the read before, in ms: for slow commits and clocks that differ. */
const OVERLAP_MS = 60_000;

/**
 * The revoked tickets that can still be valid. Owns a copy of the store's list, so that no attempt waits
 * for another query. A revocation counts at once in its own process, and after a second in the others.
 */
export class RevokedTickets {
  readonly #store: Store;
  /** The time of each revocation, by site and ticket. */
  readonly #revoked = new Map<string, number>();
  #readAt: number | undefined;
  #reading: Promise<void> | undefined;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Revokes a ticket of a site. Another site's ticket with the same id stays valid. */
  async revoke(site: string, id: string, now: number): Promise<void> {
    await this.#store.transaction((tx) => tx.revokeTicket(`${site} ${id}`, now));
    this.#revoked.set(`${site} ${id}`, now);
  }

  /** Whether a ticket is revoked. @throws StoreError if the list can't be read */
  async has(site: string, id: string, now: number): Promise<boolean> {
    const readAt = this.#readAt;
    // The second comparison reads again after the clock was set back.
    const isFresh = readAt !== undefined && now < readAt + REFRESH_MS && now >= readAt;
    if (!isFresh)
      await (this.#reading ??= this.#read(now).finally(() => (this.#reading = undefined)));
    return this.#revoked.has(`${site} ${id}`);
  }

  async #read(now: number): Promise<void> {
    const oldest = now - TICKET_LIFETIME_MS;
    const since = Math.min(this.#readAt ?? oldest, now) - OVERLAP_MS;
    const revoked = await this.#store.read((tx) => tx.listRevokedTickets(since));
    for (const {id, at} of revoked) this.#revoked.set(id, at);
    // A ticket that was revoked longer ago has expired.
    for (const [id, at] of this.#revoked) if (at < oldest - OVERLAP_MS) this.#revoked.delete(id);
    this.#readAt = now;
  }
}
