/** Attempts: each key is evaluated at most once, each failure counted exactly once (fault I1). */
import type {AttemptKey, AttemptRequest} from '../../src/core/contract.ts';
import {isBarred, locked, RECENT_MS} from './decide.ts';
import {decideElsewhere} from './remote-attempt.ts';
import {refused, type Endpoint, type Outcome} from '../context.ts';
import {decideHere} from './local-attempt.ts';
import {again} from './replay.ts';
import type {Claim} from '../store/store.ts';
import type {Trainee} from '../auth.ts';

/** Decides an attempt, or tells again what became of it. */
export async function attempt(
  endpoint: Endpoint,
  trainee: Trainee,
  key: AttemptKey,
  request: AttemptRequest,
): Promise<Outcome> {
  const {authority, limits, seal, log} = endpoint;
  const now = endpoint.now();
  const {subject, site} = trainee;
  const {occasion, unit} = request;
  const fingerprint = await fingerprintOf(request, seal.mark);
  const runsUntil = now + authority.withinMs;
  const claim: Claim = {subject, key, fingerprint, site, occasion, unit, at: now, runsUntil};

  const isSpent = await limits.isSpent(site, now);
  // What is locked is seen there without a lock, and costs nobody else's time.
  if (authority.decides === 'here' && !isSpent) {
    return decideHere(endpoint, trainee, claim, request);
  }
  const before = await whileBarred(endpoint, claim);
  if (before) return before;
  if (!isSpent) return decideElsewhere(endpoint, trainee, claim, request);
  log({event: 'site-budget-spent', site});
  return refused('rate-limited', now, {retryAfter: 60});
}

/** The answer where the account is locked, found without a lock. */
async function whileBarred(
  {store, authority, rules}: Endpoint,
  {subject, key, fingerprint, at: now}: Claim,
): Promise<Outcome | undefined> {
  const standing = await store.read((records) => records.standing(subject, now - RECENT_MS));
  if (!standing || !isBarred(standing, rules)) return undefined;
  const before = await store.read((records) => records.attempt(subject, key));
  return before
    ? again(before, fingerprint, now)
    : {status: 423, answer: locked(standing, now, false, authority.decides === 'here')};
}

/** Keyed, since a plain hash of six digits is as good as the digits. */
function fingerprintOf(
  {code, occasion, unit, ticket}: AttemptRequest,
  mark: (text: string) => Promise<string>,
): Promise<string> {
  return mark(JSON.stringify(['attempt', code, occasion, unit, ticket]));
}
