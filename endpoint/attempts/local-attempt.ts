/** An attempt whose code this endpoint decides itself: the contract's one transaction. */
import type {AttemptRequest} from '../../src/core/contract.ts';
import {MAX_FAILURES} from '../../src/core/max-failures.ts';
import {
  decide,
  isBlocked,
  isLocked,
  lockedBody,
  RECENT_FAILURE_WINDOW_MS,
  type Decision,
} from './decide.ts';
import {decoyFor, createDecoy} from './decoy-account.ts';
import type {EndpointContext} from '../context.ts';
import {problem, type Outcome} from '../problems.ts';
import {conflictResponse} from './replay.ts';
import {createReceiptId} from '../receipts.ts';
import {
  type AttemptClaim,
  type AttemptLookup,
  type StoreTransaction,
  type AccountSnapshot,
} from '../store/store.ts';
import type {Trainee} from '../auth.ts';

/** One attempt, and the decoy on which it is made where the trainee is not registered. */
interface LocalAttempt {
  readonly trainee: Trainee;
  readonly decoy: Trainee;
  readonly claim: AttemptClaim;
  readonly request: AttemptRequest;
}

/** What came of the transaction. */
interface LocalResult {
  readonly found: AttemptLookup;
  /** `undefined` where the key or the try was taken. */
  readonly decision: Decision | undefined;
}

/**
 * Decides an attempt by the account alone. Who is not registered gets the same work done on a decoy,
 * so that the time taken tells nobody.
 */
export async function evaluateLocally(
  endpoint: EndpointContext,
  trainee: Trainee,
  claim: AttemptClaim,
  request: AttemptRequest,
): Promise<Outcome> {
  const decoy = decoyFor(trainee);
  const seen = await endpoint.store.transaction(
    (tx) => evaluateInTransaction(tx, endpoint, {trainee, decoy, claim, request}),
    (one, tx) => {
      if (!one?.decision?.isStored) return undefined;
      const {found, decision} = one;
      return [
        tx.updateAccount(found.subject, decision.account),
        tx.insertResult({...claim, subject: found.subject}, decision),
      ];
    },
  );
  if (!seen) {
    await createDecoy(endpoint, decoy);
    return evaluateLocally(endpoint, trainee, claim, request);
  }
  const outcome = seen.decision ?? (await conflictResponse(endpoint, claim));
  return seen.found.subject === claim.subject ? outcome : problem('not-registered', claim.at);
}

/**
 * Takes a try, looks for the key, and only then compares: the try's lock on the account keeps others
 * from its keys as well. `undefined` where there is neither the account nor the decoy yet.
 */
async function evaluateInTransaction(
  tx: StoreTransaction,
  endpoint: EndpointContext,
  asked: LocalAttempt,
): Promise<LocalResult | undefined> {
  const {trainee, decoy, claim} = asked;
  const names = [trainee.subject, decoy.subject] as const;
  const [tried, found] = await Promise.all([
    tx.reserveTry(...names),
    tx.findForAttempt(...names, claim.key, claim.at - RECENT_FAILURE_WINDOW_MS),
  ]);
  if (!found) return undefined;
  if (found.hasKey) return {found, decision: undefined};
  if (tried === found.subject)
    return {found, decision: await decideAccount(found, endpoint, asked)};
  // No try is left, or the trainee was registered in this very moment.
  return {found, decision: isLocked(found) ? blockedDecision(found, claim.at) : undefined};
}

async function decideAccount(
  found: AttemptLookup,
  {verifier, rules}: EndpointContext,
  {trainee, decoy, claim, request}: LocalAttempt,
): Promise<Decision> {
  const now = claim.at;
  const standing = {...found, failures: found.failures - 1};
  const isRegistered = found.subject === trainee.subject;
  if (isRegistered && isBlocked(standing, rules)) return blockedDecision(standing, now);
  const who = isRegistered ? trainee : decoy;
  const verdict = await verifier.verify({trainee: who, account: standing, request, now});
  return isRegistered
    ? decide({
        account: standing,
        result: verdict,
        now,
        rules,
        isAligned: true,
        createReceiptId: createReceiptId,
      })
    : decoyDecision(standing, now);
}

function blockedDecision(standing: AccountSnapshot, now: number): Decision {
  const body = lockedBody(standing, now, false, true);
  return {status: 423, body, account: standing, isStored: false};
}

/** Written as a failure is, so that it takes as long; forgiven when there are as many as can be. */
function decoyDecision(standing: AccountSnapshot, now: number): Decision {
  const {recentFailures, ...account} = standing;
  const body = {code: 'not-registered', counted: true, serverTime: now} as const;
  const forgivenAt = recentFailures < MAX_FAILURES - 1 ? account.forgivenAt : now;
  const after = {...account, failures: 0, lockedAt: undefined, forgivenAt};
  return {status: 409, body, account: after, isStored: true};
}
