/**
 * Rate limits: budgets by account, by address and by site. Each account has a share of its own that no
 * other account can use up, and draws on the common budget beyond it. Requests are counted by each
 * process for itself. The limit that must be exact, five failures in a row, is in the store.
 */
import {accountIdOf} from './account-id.ts';
import type {Trainee} from './auth.ts';
import {networkOf} from './client-address.ts';
import type {Store} from './store/store.ts';

/** The limits that a site can change. */
export interface RateLimitSettings {
  /**
   * Attempts a minute for one account, and as many other requests. A person needs some seconds to type
   * a code. A fifth of it is the account's own share, whatever others send from the same address.
   */
  readonly perAccount: number;
  /**
   * Requests a minute from one address, which a whole office can share: those of its accounts beyond
   * their own shares, and as many from pages that are not signed in.
   */
  readonly perAddress: number;
  /**
   * Failures an hour at one site, against one code that is tried on many accounts. Beyond it, an account
   * is evaluated until it has had {@link FAILURES_OF_ACCOUNT} of its own.
   */
  readonly failuresPerSite: number;
}

/** The limits of a site that changes none. */
export const DEFAULT_RATE_LIMITS: RateLimitSettings = {
  perAccount: 60,
  perAddress: 1200,
  failuresPerSite: 2000,
};

/** An account's own share of its address, as a part of `perAccount`. */
const OWN_SHARE = 1 / 5;

/** An account's own share of the site's failures: how many it may have in an hour, whatever others do. */
export const FAILURES_OF_ACCOUNT = 2;

/** Wrong secrets a minute from one address. */
const WRONG_SECRETS = 10;

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** How long the number of a site's failures is cached, in ms. */
const SITE_CACHE_MS = 1000;

/** The most accounts or addresses that are counted. Beyond it, the least recently used is dropped. */
const MAX_BUCKETS = 100_000;

/** The account of a request, and where the request came from. */
type Requester = Pick<Trainee, 'subject' | 'site' | 'address'>;

/** The rate limits of one process. */
export interface RateLimits {
  /**
   * Counts one request of a trainee.
   *
   * @returns the seconds to wait, or 0 if the request is allowed
   */
  readonly consume: (requester: Requester, kind: 'attempt' | 'query', now: number) => number;
  /** Counts one request without a trainee. It uses up no trainee's budget. @returns as `consume` */
  readonly consumeAnonymous: (address: string | undefined, now: number) => number;
  /** Counts one wrong secret of a server. @returns as `consume` */
  readonly consumeWrongSecret: (address: string | undefined, now: number) => number;
  /**
   * Whether the site has had too many failures, and the account its own share of them. The endpoint
   * then evaluates no code of this account.
   */
  readonly isExceeded: (requester: Requester, now: number) => Promise<boolean>;
}

/** Creates the rate limits of one process. */
export function createRateLimits(settings: RateLimitSettings, store: Store): RateLimits {
  const {perAccount, perAddress, failuresPerSite} = settings;
  const ofAccount = {attempt: new TokenBuckets(perAccount), query: new TokenBuckets(perAccount)};
  const shares = new TokenBuckets(Math.max(1, perAccount * OWN_SHARE));
  const common = new TokenBuckets(perAddress);
  const anonymous = new TokenBuckets(perAddress);
  const wrongSecrets = new TokenBuckets(WRONG_SECRETS);
  const sites = new Map<string, {readonly until: number; readonly isExceeded: Promise<boolean>}>();

  return {
    consume(requester, kind, now) {
      const {address} = requester;
      const account = accountIdOf(requester);
      // First, so that what an account sends beyond its limit uses up nothing that others share.
      const wait = ofAccount[kind].consume(account, now);
      if (wait > 0 || address === undefined) return wait;
      const waitForShare = shares.consume(account, now);
      if (waitForShare === 0) return 0;
      return Math.min(waitForShare, common.consume(networkOf(address), now));
    },
    consumeAnonymous: (address, now) =>
      address === undefined ? 0 : anonymous.consume(networkOf(address), now),
    consumeWrongSecret: (address = '', now) => wrongSecrets.consume(networkOf(address), now),
    async isExceeded(requester, now) {
      if (!(await isSiteExceeded(requester.site, now))) return false;
      const accountId = accountIdOf(requester);
      const account = await store.read((tx) => tx.getAccount(accountId, now - HOUR_MS));
      return account !== undefined && account.recentFailures >= FAILURES_OF_ACCOUNT;
    },
  };

  function isSiteExceeded(site: string, now: number): Promise<boolean> {
    const cached = sites.get(site);
    // The second comparison drops the entry after the clock was set back.
    if (cached && cached.until > now && cached.until <= now + SITE_CACHE_MS) {
      return cached.isExceeded;
    }
    const isExceeded = store
      .read((tx) => tx.countSiteFailures(site, now - HOUR_MS))
      .then((failures) => failures >= failuresPerSite);
    isExceeded.catch(() => sites.delete(site));
    sites.set(site, {until: now + SITE_CACHE_MS, isExceeded});
    return isExceeded;
  }
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
  consume(name: string, now: number): number {
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
