/** Attempts: each key is evaluated at most once, each failure counted exactly once (fault I1). */
import type {IdempotencyKey, AttemptRequest} from '../../src/core/contract.ts';
import {isBlocked, lockedBody, RECENT_FAILURE_WINDOW_MS} from './decide.ts';
import {evaluateRemotely} from './remote-attempt.ts';
import type {EndpointContext} from '../context.ts';
import {problem, type Outcome} from '../problems.ts';
import {evaluateLocally} from './local-attempt.ts';
import {replay} from './replay.ts';
import type {AttemptClaim} from '../store/store.ts';
import type {Trainee} from '../auth.ts';

/** Decides an attempt, or tells again what became of it. */
export async function handleAttempt(
  endpoint: EndpointContext,
  trainee: Trainee,
  key: IdempotencyKey,
  request: AttemptRequest,
): Promise<Outcome> {
  const {verifier, limits, encryption, log} = endpoint;
  const now = endpoint.now();
  const {subject, site} = trainee;
  const {occasion, unit} = request;
  const fingerprint = await createFingerprint(request, encryption.hmac);
  const runsUntil = now + verifier.timeoutMs;
  const claim: AttemptClaim = {
    subject,
    key,
    fingerprint,
    site,
    occasion,
    unit,
    at: now,
    expiresAt: runsUntil,
  };

  const isSpent = await limits.isExceeded(site, now);
  // What is locked is seen there without a lock, and costs nobody else's time.
  if (verifier.mode === 'local' && !isSpent) {
    return evaluateLocally(endpoint, trainee, claim, request);
  }
  const before = await lockedResponse(endpoint, claim);
  if (before) return before;
  if (!isSpent) return evaluateRemotely(endpoint, trainee, claim, request);
  log({event: 'site-limit-exceeded', site});
  return problem('rate-limited', now, {retryAfter: 60});
}

/** The answer where the account is locked, found without a lock. */
async function lockedResponse(
  {store, verifier, rules}: EndpointContext,
  {subject, key, fingerprint, at: now}: AttemptClaim,
): Promise<Outcome | undefined> {
  const standing = await store.read((tx) => tx.getAccount(subject, now - RECENT_FAILURE_WINDOW_MS));
  if (!standing || !isBlocked(standing, rules)) return undefined;
  const before = await store.read((tx) => tx.getAttempt(subject, key));
  return before
    ? replay(before, fingerprint, now)
    : {status: 423, body: lockedBody(standing, now, false, verifier.mode === 'local')};
}

/** Keyed, since a plain hash of six digits is as good as the digits. */
function createFingerprint(
  {code, occasion, unit, ticket}: AttemptRequest,
  mark: (text: string) => Promise<string>,
): Promise<string> {
  return mark(JSON.stringify(['attempt', code, occasion, unit, ticket]));
}
