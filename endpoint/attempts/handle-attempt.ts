/**
 * Handles `POST {endpoint}`. Each key is evaluated at most once, and each failure is counted exactly
 * once (docs/faults.md, I1).
 */
import type {IdempotencyKey, AttemptRequest} from '../../src/core/contract.ts';
import {accountIdOf} from '../account-id.ts';
import type {Trainee} from '../auth.ts';
import type {EndpointContext} from '../context.ts';
import {problem, type Outcome} from '../problems.ts';
import type {AttemptClaim} from '../store/store.ts';
import {isBlocked, lockedBody, RECENT_FAILURE_WINDOW_MS} from './decide.ts';
import {evaluateLocally} from './local-attempt.ts';
import {evaluateRemotely} from './remote-attempt.ts';
import {replay} from './replay.ts';

/** Evaluates an attempt, or replays the outcome of its key. */
export async function handleAttempt(
  context: EndpointContext,
  trainee: Trainee,
  key: IdempotencyKey,
  request: AttemptRequest,
): Promise<Outcome> {
  const at = context.now();
  const {site, address} = trainee;
  const {occasion, unit} = request;
  const text = fingerprintText(trainee, request);
  const [fingerprint = '', ...earlierFingerprints] = await context.encryption.hmacs(text);
  const claim: AttemptClaim = {
    accountId: accountIdOf(trainee),
    key,
    fingerprint,
    earlierFingerprints,
    site,
    occasion,
    unit,
    at,
    address,
    expiresAt: at + context.verifier.timeoutMs,
  };
  const outcome = await evaluate(context, trainee, claim, request);
  await context.refusedAttempts.record(claim, outcome);
  return outcome;
}

async function evaluate(
  context: EndpointContext,
  trainee: Trainee,
  claim: AttemptClaim,
  request: AttemptRequest,
): Promise<Outcome> {
  const {verifier, limits, log} = context;
  const {site, at} = claim;

  const isExceeded = await limits.isExceeded(trainee, at);
  // A local attempt finds a locked account without waiting for a lock of the database.
  if (verifier.mode === 'local' && !isExceeded) {
    return evaluateLocally(context, trainee, claim, request);
  }
  const locked = await lockedResponse(context, claim);
  if (locked) return locked;
  if (!isExceeded) return evaluateRemotely(context, trainee, claim, request);
  log({event: 'site-limit-exceeded', site});
  return problem('rate-limited', at, {retryAfter: 60});
}

/** Returns the response for a blocked account, read without a lock; `undefined` otherwise. */
async function lockedResponse(
  {store, verifier, rules}: EndpointContext,
  claim: AttemptClaim,
): Promise<Outcome | undefined> {
  const {accountId, key, at} = claim;
  const account = await store.read((tx) => tx.getAccount(accountId, at - RECENT_FAILURE_WINDOW_MS));
  if (!account || !isBlocked(account, rules)) return undefined;
  const earlier = await store.read((tx) => tx.getAttempt(accountId, key));
  return earlier
    ? replay(earlier, claim, at)
    : {status: 423, body: lockedBody(account, at, false, verifier.mode === 'local')};
}

/**
 * Returns what a request means. Only its HMAC is stored: a plain hash of six digits would reveal the
 * digits. The ticket's text is not part of it, because a page has a new ticket after a reload.
 */
function fingerprintText({subject, site}: Trainee, {code, occasion, unit}: AttemptRequest): string {
  return JSON.stringify(['attempt', subject, site, code, occasion, unit]);
}
