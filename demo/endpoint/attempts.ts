/** Attempts: each key is evaluated at most once, each failure counted exactly once (fault I1). */
import type {AttemptKey, AttemptRequest} from '../../src/core/contract.ts';
import {decide, isLocked, locked, RECENT_MS, type Decision} from './decision.ts';
import {decoyFor} from './decoy.ts';
import {decideElsewhere} from './elsewhere.ts';
import {refused, type Endpoint, type Outcome} from './endpoint.ts';
import {again, notTaken} from './outcomes.ts';
import {MAX_FAILURES, type Claim, type Records, type Standing} from './store/store.ts';
import type {Trainee} from './trainee.ts';

/** Decides an attempt, or tells again what became of it. */
export async function attempt(
  endpoint: Endpoint,
  trainee: Trainee,
  key: AttemptKey,
  request: AttemptRequest,
): Promise<Outcome> {
  const {store, authority, limits, seal, rules, log} = endpoint;
  const now = endpoint.now();
  const {subject, site} = trainee;
  const {occasion, unit} = request;
  const fingerprint = await fingerprintOf(request, seal.mark);
  const runsUntil = now + authority.withinMs;
  const claim: Claim = {subject, key, fingerprint, site, occasion, unit, at: now, runsUntil};

  // Before any lock: what is locked costs nobody else's time.
  const standing = await store.read((records) => records.standing(subject, now - RECENT_MS));
  if (standing && isBarred(standing, rules.maxRecentFailures)) {
    const before = await store.read((records) => records.attempt(subject, key));
    return before
      ? again(before, fingerprint, now)
      : {status: 423, answer: locked(standing, now, false, authority.decides === 'here')};
  }
  if (await limits.isSpent(site, now)) {
    log({event: 'site-budget-spent', site});
    return refused('rate-limited', now, {retryAfter: 60});
  }
  if (authority.decides === 'elsewhere') return decideElsewhere(endpoint, trainee, claim, request);
  // Who is not registered gets the same work done, so that the time taken tells nobody.
  const isRegistered = standing?.registration !== undefined;
  const who = isRegistered ? trainee : await decoyFor(endpoint, trainee);
  const asked = {trainee: who, claim: {...claim, subject: who.subject}, request, isRegistered};
  const decided = await store.transaction(
    (records) => decideHere(records, endpoint, asked),
    (decision) => decision?.kept ?? false,
  );
  if (!isRegistered) return refused('not-registered', now);
  return decided ?? notTaken(endpoint, claim);
}

/** One attempt at its authority. */
interface Asked {
  readonly trainee: Trainee;
  readonly claim: Claim;
  readonly request: AttemptRequest;
  /** Otherwise it is a decoy that is asked about, and what comes of it is nothing. */
  readonly isRegistered: boolean;
}

/** The contract's one transaction; `undefined` where the key or the last try was taken before. */
async function decideHere(
  records: Records,
  {authority, rules}: Endpoint,
  {trainee, claim, request, isRegistered}: Asked,
): Promise<Decision | undefined> {
  const {subject, key, at: now} = claim;
  const [isOurs, reserved, standing] = await Promise.all([
    records.claim(claim),
    records.reserve(subject),
    records.standing(subject, now - RECENT_MS),
  ]);
  if (!isOurs || !reserved || !standing) return undefined;
  const account = {...standing, failures: reserved.failures - 1};
  const verdict = await authority.judge({trainee, account, request, now});
  const decision = isRegistered
    ? decide({standing: account, verdict, now, rules, aligned: true, newReceipt})
    : ofDecoy(account, now);
  if (!decision.kept) return decision;
  await Promise.all([
    records.putAccount(subject, decision.account),
    records.finish(subject, key, decision),
  ]);
  return decision;
}

/** Written as a failure is, so that it takes as long; forgiven when there are as many as can be. */
function ofDecoy(standing: Standing, now: number): Decision {
  const {recentFailures, ...account} = standing;
  const answer = {code: 'not-registered', counted: true, serverTime: now} as const;
  const forgivenAt = recentFailures < MAX_FAILURES - 1 ? account.forgivenAt : now;
  const after = {...account, failures: 0, lockedAt: undefined, forgivenAt};
  return {status: 409, answer, account: after, kept: true};
}

function isBarred(standing: Standing, maxRecentFailures: number): boolean {
  return isLocked(standing) || standing.recentFailures >= maxRecentFailures;
}

function newReceipt(): string {
  return crypto.randomUUID();
}

/** Keyed, since a plain hash of six digits is as good as the digits. */
function fingerprintOf(
  {code, occasion, unit, ticket}: AttemptRequest,
  mark: (text: string) => Promise<string>,
): Promise<string> {
  return mark(JSON.stringify(['attempt', code, occasion, unit, ticket]));
}
