/** Evaluates an attempt with a local verifier, in one transaction. */
import type {AttemptRequest} from '../../src/core/contract.ts';
import type {Trainee} from '../auth.ts';
import type {EndpointContext} from '../context.ts';
import {problem, type Outcome} from '../problems.ts';
import {createReceiptId} from '../receipts.ts';
import type {AccountSnapshot, AttemptClaim, StoreTransaction} from '../store/store.ts';
import {
  decide,
  isBlocked,
  isLocked,
  lockedBody,
  RECENT_FAILURE_WINDOW_MS,
  type Decision,
} from './decide.ts';
import {conflictResponse} from './replay.ts';

/** An attempt to evaluate. */
interface LocalAttempt {
  readonly trainee: Trainee;
  readonly claim: AttemptClaim;
  readonly request: AttemptRequest;
}

/** The result of the transaction. `conflict`: another request has the key, or took the last try. */
type LocalResult =
  | {readonly kind: 'decided'; readonly decision: Decision}
  | {readonly kind: 'conflict' | 'not-registered'};

/** Evaluates an attempt. That of a trainee who is not registered writes nothing. */
export async function evaluateLocally(
  context: EndpointContext,
  trainee: Trainee,
  claim: AttemptClaim,
  request: AttemptRequest,
): Promise<Outcome> {
  const result = await context.store.transaction(
    (tx) => evaluateInTransaction(tx, context, {trainee, claim, request}),
    (local, tx) => {
      if (local.kind !== 'decided' || !local.decision.isStored) return undefined;
      const {decision} = local;
      return [
        tx.updateAccount(claim.accountId, decision.account),
        tx.insertResult(claim, decision),
      ];
    },
  );
  if (result.kind === 'not-registered') return problem('not-registered', claim.at);
  return result.kind === 'decided' ? result.decision : conflictResponse(context, claim);
}

/**
 * Reserves a try, looks for the key, and compares the code last. The reserved try locks the account,
 * so no other request can use the key meanwhile.
 */
async function evaluateInTransaction(
  tx: StoreTransaction,
  context: EndpointContext,
  attempt: LocalAttempt,
): Promise<LocalResult> {
  const {accountId, key, at} = attempt.claim;
  const [isReserved, found] = await Promise.all([
    tx.reserveTry(accountId),
    tx.findForAttempt(accountId, key, at - RECENT_FAILURE_WINDOW_MS),
  ]);
  if (!found) return {kind: 'not-registered'};
  if (found.hasKey) return {kind: 'conflict'};
  if (isReserved) return {kind: 'decided', decision: await decideAccount(found, context, attempt)};
  // No try is left, or the trainee was registered between the two statements.
  return isLocked(found)
    ? {kind: 'decided', decision: blockedDecision(found, at)}
    : {kind: 'conflict'};
}

async function decideAccount(
  found: AccountSnapshot,
  {verifier, rules}: EndpointContext,
  {trainee, claim, request}: LocalAttempt,
): Promise<Decision> {
  const now = claim.at;
  const account = {...found, failures: found.failures - 1};
  if (isBlocked(account, rules)) return blockedDecision(account, now);
  const result = await verifier.verify({trainee, account, request, now});
  return decide({account, result, now, rules, isAligned: true, createReceiptId});
}

function blockedDecision(account: AccountSnapshot, now: number): Decision {
  return {status: 423, body: lockedBody(account, now, false, true), account, isStored: false};
}
