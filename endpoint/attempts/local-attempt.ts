/** Evaluates an attempt with a local verifier, in one transaction. */
import type {AttemptRequest} from '../../src/core/contract.ts';
import {MAX_FAILURES} from '../../src/core/max-failures.ts';
import type {Trainee} from '../auth.ts';
import type {EndpointContext} from '../context.ts';
import {problem, type Outcome} from '../problems.ts';
import {createReceiptId} from '../receipts.ts';
import type {
  AccountSnapshot,
  AttemptClaim,
  AttemptLookup,
  StoreTransaction,
} from '../store/store.ts';
import {
  decide,
  isBlocked,
  isLocked,
  lockedBody,
  RECENT_FAILURE_WINDOW_MS,
  type Decision,
} from './decide.ts';
import {createDecoy, decoyFor} from './decoy-account.ts';
import {conflictResponse} from './replay.ts';

/** An attempt, and the decoy that takes the trainee's place if the trainee is not registered. */
interface LocalAttempt {
  readonly trainee: Trainee;
  readonly decoy: Trainee;
  readonly claim: AttemptClaim;
  readonly request: AttemptRequest;
}

/** The result of the transaction. */
interface LocalResult {
  readonly found: AttemptLookup;
  /** `undefined` if the key was taken, or the last try. */
  readonly decision: Decision | undefined;
}

/** Evaluates an attempt. A trainee who is not registered waits as long as one who is. */
export async function evaluateLocally(
  context: EndpointContext,
  trainee: Trainee,
  claim: AttemptClaim,
  request: AttemptRequest,
): Promise<Outcome> {
  const decoy = decoyFor(trainee);
  const result = await context.store.transaction(
    (tx) => evaluateInTransaction(tx, context, {trainee, decoy, claim, request}),
    (local, tx) => {
      if (!local?.decision?.isStored) return undefined;
      const {found, decision} = local;
      return [
        tx.updateAccount(found.subject, decision.account),
        tx.insertResult({...claim, subject: found.subject}, decision),
      ];
    },
  );
  if (!result) {
    await createDecoy(context, decoy);
    return evaluateLocally(context, trainee, claim, request);
  }
  const outcome = result.decision ?? (await conflictResponse(context, claim));
  return result.found.subject === claim.subject ? outcome : problem('not-registered', claim.at);
}

/**
 * Reserves a try, looks for the key, and compares the code last. The reserved try locks the account,
 * so no other request can use the key meanwhile.
 *
 * @returns `undefined` if neither the account nor the decoy exists
 */
async function evaluateInTransaction(
  tx: StoreTransaction,
  context: EndpointContext,
  attempt: LocalAttempt,
): Promise<LocalResult | undefined> {
  const {trainee, decoy, claim} = attempt;
  const subjects = [trainee.subject, decoy.subject] as const;
  const [reserved, found] = await Promise.all([
    tx.reserveTry(...subjects),
    tx.findForAttempt(...subjects, claim.key, claim.at - RECENT_FAILURE_WINDOW_MS),
  ]);
  if (!found) return undefined;
  if (found.hasKey) return {found, decision: undefined};
  if (reserved === found.subject) {
    return {found, decision: await decideAccount(found, context, attempt)};
  }
  // No try is left, or the trainee was registered between the two statements.
  return {found, decision: isLocked(found) ? blockedDecision(found, claim.at) : undefined};
}

async function decideAccount(
  found: AttemptLookup,
  {verifier, rules}: EndpointContext,
  {trainee, decoy, claim, request}: LocalAttempt,
): Promise<Decision> {
  const now = claim.at;
  const account = {...found, failures: found.failures - 1};
  const isRegistered = found.subject === trainee.subject;
  if (isRegistered && isBlocked(account, rules)) return blockedDecision(account, now);
  const owner = isRegistered ? trainee : decoy;
  const result = await verifier.verify({trainee: owner, account, request, now});
  return isRegistered
    ? decide({account, result, now, rules, isAligned: true, createReceiptId})
    : decoyDecision(account, now);
}

function blockedDecision(account: AccountSnapshot, now: number): Decision {
  return {status: 423, body: lockedBody(account, now, false, true), account, isStored: false};
}

/**
 * Writes as much as a failure does, so that it takes as long. Forgives the decoy's failures before
 * they lock it.
 */
function decoyDecision(before: AccountSnapshot, now: number): Decision {
  const {recentFailures, ...account} = before;
  const body = {code: 'not-registered', counted: true, serverTime: now} as const;
  const forgivenAt = recentFailures < MAX_FAILURES - 1 ? account.forgivenAt : now;
  const after = {...account, failures: 0, lockedAt: undefined, forgivenAt};
  return {status: 409, body, account: after, isStored: true};
}
