/**
 * Rate limits: requests by account and by address, failures by site. The first two are counted by each
 * process for itself. The limit that must be exact, five failures in a row, is in the store.
 */
import type {Store} from './store/store.ts';

/** The limits that a site can change. */
export interface RateLimitSettings {
  /** Requests a minute for one account; a person needs some seconds to type a code. */
  readonly perAccount: number;
  /** Requests a minute from one address, which a whole office can share. */
  readonly perAddress: number;
  /** Failures an hour at one site, against one code that is tried on many accounts. */
  readonly failuresPerSite: number;
}

/** The limits of a site that changes none. */
export const DEFAULT_RATE_LIMITS: RateLimitSettings = {
  perAccount: 60,
  perAddress: 1200,
  failuresPerSite: 2000,
};

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** How long the number of a site's failures is cached, in ms. */
const SITE_CACHE_MS = 1000;

/** The most accounts or addresses that are counted. Beyond it, the least recently used is dropped. */
const MAX_BUCKETS = 100_000;

/** The rate limits of one process. */
export interface RateLimits {
  /**
   * Counts one request.
   *
   * @param account its account, if known by now
   * @param address its network address, if known
   * @returns the seconds to wait, or 0 if the request is allowed
   */
  readonly consume: (
    account: string | undefined,
    address: string | undefined,
    now: number,
  ) => number;
  /** Whether a site has had too many failures. The endpoint then evaluates no code of the site. */
  readonly isExceeded: (site: string, now: number) => Promise<boolean>;
}

/** Creates the rate limits of one process. */
export function createRateLimits(settings: RateLimitSettings, store: Store): RateLimits {
  const accounts = new TokenBuckets(settings.perAccount);
  const addresses = new TokenBuckets(settings.perAddress);
  const sites = new Map<string, {readonly until: number; readonly isExceeded: Promise<boolean>}>();
  return {
    consume: (account, address, now) =>
      Math.max(accounts.consume(account, now), addresses.consume(address, now)),
    isExceeded(site, now) {
      const cached = sites.get(site);
      // The second comparison drops the entry after the clock was set back.
      if (cached && cached.until > now && cached.until <= now + SITE_CACHE_MS) {
        return cached.isExceeded;
      }
      const isExceeded = store
        .read((tx) => tx.countSiteFailures(site, now - HOUR_MS))
        .then((failures) => failures >= settings.failuresPerSite);
      isExceeded.catch(() => sites.delete(site));
      sites.set(site, {until: now + SITE_CACHE_MS, isExceeded});
      return isExceeded;
    },
  };
}

/**
 * Keeps a token bucket for each name, refilled evenly. Owns the buckets' levels. Does not own the clock:
 * the caller passes the time, so that tests need not wait.
 */
class TokenBuckets {
  readonly #perMinute: number;
  readonly #levels = new Map<string, {readonly tokens: number; readonly at: number}>();

  constructor(perMinute: number) {
    this.#perMinute = perMinute;
  }

  /** Takes one token. @returns the seconds to wait, or 0 if there was one */
  consume(name: string | undefined, now: number): number {
    if (name === undefined) return 0;
    const {tokens, at} = this.#levels.get(name) ?? {tokens: this.#perMinute, at: now};
    const refilled = (Math.max(0, now - at) / MINUTE_MS) * this.#perMinute;
    const level = Math.min(this.#perMinute, tokens + refilled);
    // Deleted and set again, the name moves to the end of the map: the first is the oldest.
    this.#levels.delete(name);
    this.#levels.set(name, {tokens: level >= 1 ? level - 1 : level, at: now});
    const [oldest] = this.#levels.keys();
    if (this.#levels.size > MAX_BUCKETS && oldest !== undefined) this.#levels.delete(oldest);
    return level >= 1 ? 0 : Math.ceil(((1 - level) / this.#perMinute) * (MINUTE_MS / 1000));
  }
}
