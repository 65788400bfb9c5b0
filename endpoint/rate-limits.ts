/**
 * What one can ask at most: requests by account and by address, and failures by site. The first two
 * are each process's own; what must hold exactly, five failures in a row, is the store's.
 */
import type {Store} from './store/store.ts';

/** What can be asked at most. */
export interface RateLimitSettings {
  /** Requests a minute for one account: a person types one in some seconds. */
  readonly perAccount: number;
  /** Requests a minute from one address: a company's whole office can share one. */
  readonly perAddress: number;
  /** Failures an hour at one site, against one code tried on many accounts. */
  readonly failuresPerSite: number;
}

/** What holds where a site sets nothing. */
export const DEFAULT_RATE_LIMITS: RateLimitSettings = {
  perAccount: 60,
  perAddress: 1200,
  failuresPerSite: 2000,
};

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** How long what the store said of a site's failures is believed, in ms. */
const SITE_CACHE_MS = 1000;

/** How many accounts and addresses are told apart; beyond, the oldest are forgotten. */
const MAX_BUCKETS = 100_000;

/** Says who has to wait. */
export interface RateLimits {
  /**
   * Takes one request.
   *
   * @param account whose it is, where that is known by now
   * @param address whence it came, where that is known
   * @returns for how many seconds to wait, or 0
   */
  readonly consume: (
    account: string | undefined,
    address: string | undefined,
    now: number,
  ) => number;
  /** Whether a site has used up its failures; then nothing of it is looked at. */
  readonly isExceeded: (site: string, now: number) => Promise<boolean>;
}

/** Keeps count for one process. */
export function createRateLimits(settings: RateLimitSettings, store: Store): RateLimits {
  const accounts = new TokenBuckets(settings.perAccount);
  const addresses = new TokenBuckets(settings.perAddress);
  const spent = new Map<string, {readonly until: number; readonly is: Promise<boolean>}>();
  return {
    consume: (account, address, now) =>
      Math.max(accounts.consume(account, now), addresses.consume(address, now)),
    isExceeded(site, now) {
      const known = spent.get(site);
      // A clock set back must not make it known for ever.
      if (known && known.until > now && known.until <= now + SITE_CACHE_MS) return known.is;
      const is = store
        .read((tx) => tx.countSiteFailures(site, now - HOUR_MS))
        .then((failures) => failures >= settings.failuresPerSite);
      is.catch(() => spent.delete(site));
      spent.set(site, {until: now + SITE_CACHE_MS, is});
      return is;
    },
  };
}

/** A bucket for each name, filled again evenly (token bucket). */
class TokenBuckets {
  readonly #perMinute: number;
  readonly #levels = new Map<string, {readonly left: number; readonly at: number}>();

  constructor(perMinute: number) {
    this.#perMinute = perMinute;
  }

  /** Seconds to wait, or 0 where the request is within the limit. */
  consume(name: string | undefined, now: number): number {
    if (name === undefined) return 0;
    const {left, at} = this.#levels.get(name) ?? {left: this.#perMinute, at: now};
    const gained = (Math.max(0, now - at) / MINUTE_MS) * this.#perMinute;
    const level = Math.min(this.#perMinute, left + gained);
    // Set anew, a name goes to the end of the map: the first is the one unused for longest.
    this.#levels.delete(name);
    this.#levels.set(name, {left: level >= 1 ? level - 1 : level, at: now});
    const [oldest] = this.#levels.keys();
    if (this.#levels.size > MAX_BUCKETS && oldest !== undefined) this.#levels.delete(oldest);
    return level >= 1 ? 0 : Math.ceil(((1 - level) / this.#perMinute) * (MINUTE_MS / 1000));
  }
}
