/**
 * Evaluates an attempt with a local verifier: reads the account, decides, and stores the result only if the
 * account is still as it was read. Otherwise the attempt is decided again. So every response was committed
 * before it is sent, and of many codes at once only those that were counted get a result.
 */
import type {AttemptRequest} from '../../src/core/contract.ts';
import type {Trainee} from '../auth.ts';
import type {EndpointContext} from '../context.ts';
import {problem, type Outcome} from '../problems.ts';
import {createReceiptId} from '../receipts.ts';
import type {AccountSnapshot, AttemptClaim} from '../store/store.ts';
import {StoreError} from '../store/store-error.ts';
import {decide, isBlocked, lockedBody, RECENT_FAILURE_WINDOW_MS, type Decision} from './decide.ts';
import {conflictResponse} from './replay.ts';

/** How long an attempt is decided again while others change or hold its account, in ms. */
const BUSY_TIMEOUT_MS = 4000;

/** The longest delay before a repeated decision, in ms: another process may hold the account. */
const RETRY_DELAY_MS = 10;

/** Evaluates an attempt. That of a trainee who is not registered writes nothing. */
export async function evaluateLocally(
  context: EndpointContext,
  trainee: Trainee,
  claim: AttemptClaim,
  request: AttemptRequest,
): Promise<Outcome> {
  const {store} = context;
  const {accountId, key, at} = claim;
  const query = {accountId, key, since: at - RECENT_FAILURE_WINDOW_MS};
  const deadline = performance.now() + BUSY_TIMEOUT_MS;
  for (let retries = 0; ; retries++) {
    const before = await store.findForAttempt(query);
    if (!before) return problem('not-registered', at);
    if (before.hasKey) return conflictResponse(context, claim);
    const decision = await decideAccount(before, context, trainee, claim, request);
    if (!decision.isStored) return decision;
    const {account: after} = decision;
    if (await store.storeAttempt({claim, result: decision, before, after})) return decision;
    if (performance.now() > deadline) throw new StoreError('locked', undefined, 'busy');
    if (retries > 0) await delay(Math.random() * RETRY_DELAY_MS);
  }
}

async function decideAccount(
  account: AccountSnapshot,
  {verifier, rules}: EndpointContext,
  trainee: Trainee,
  {at: now}: AttemptClaim,
  request: AttemptRequest,
): Promise<Decision> {
  if (isBlocked(account, rules)) {
    return {status: 423, body: lockedBody(account, now, false, true), account, isStored: false};
  }
  const result = await verifier.verify({trainee, account, request, now});
  return decide({account, result, now, rules, isAligned: true, createReceiptId});
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
