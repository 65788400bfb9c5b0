/**
 * Handles `POST {endpoint}`. Each key is evaluated at most once, and each failure is counted exactly
 * once (docs/faults.md, I1).
 */
import type {IdempotencyKey, AttemptRequest} from '../../src/core/contract.ts';
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
  const {verifier, limits, encryption, log} = context;
  const at = context.now();
  const {subject, site} = trainee;
  const {occasion, unit} = request;
  const fingerprint = await createFingerprint(request, encryption.hmac);
  const expiresAt = at + verifier.timeoutMs;
  const claim: AttemptClaim = {subject, key, fingerprint, site, occasion, unit, at, expiresAt};

  const isExceeded = await limits.isExceeded(site, at);
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
  {subject, key, fingerprint, at}: AttemptClaim,
): Promise<Outcome | undefined> {
  const account = await store.read((tx) => tx.getAccount(subject, at - RECENT_FAILURE_WINDOW_MS));
  if (!account || !isBlocked(account, rules)) return undefined;
  const earlier = await store.read((tx) => tx.getAttempt(subject, key));
  return earlier
    ? replay(earlier, fingerprint, at)
    : {status: 423, body: lockedBody(account, at, false, verifier.mode === 'local')};
}

/** Returns a keyed hash of the request: a plain hash of six digits would reveal the digits. */
function createFingerprint(
  {code, occasion, unit, ticket}: AttemptRequest,
  hmac: (text: string) => Promise<string>,
): Promise<string> {
  return hmac(JSON.stringify(['attempt', code, occasion, unit, ticket]));
}
