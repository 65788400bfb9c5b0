/** An attempt whose code this endpoint decides itself: the contract's one transaction. */
import type {AttemptRequest} from '../../src/core/contract.ts';
import {decide, isBarred, isLocked, locked, RECENT_MS, type Decision} from './decide.ts';
import {decoyOf, makeDecoy} from './decoy-account.ts';
import {refused, type Endpoint, type Outcome} from '../context.ts';
import {notTaken} from './replay.ts';
import {newReceipt} from '../receipts.ts';
import {MAX_FAILURES, type Claim, type Found, type Records, type Standing} from '../store/store.ts';
import type {Trainee} from '../auth.ts';

/** One attempt, and the decoy on which it is made where the trainee is not registered. */
interface Asked {
  readonly trainee: Trainee;
  readonly decoy: Trainee;
  readonly claim: Claim;
  readonly request: AttemptRequest;
}

/** What came of the transaction. */
interface Seen {
  readonly found: Found;
  /** `undefined` where the key or the try was taken. */
  readonly decision: Decision | undefined;
}

/**
 * Decides an attempt by the account alone. Who is not registered gets the same work done on a decoy,
 * so that the time taken tells nobody.
 */
export async function decideHere(
  endpoint: Endpoint,
  trainee: Trainee,
  claim: Claim,
  request: AttemptRequest,
): Promise<Outcome> {
  const decoy = decoyOf(trainee);
  const seen = await endpoint.store.transaction(
    (records) => decideIn(records, endpoint, {trainee, decoy, claim, request}),
    (one, records) => {
      if (!one?.decision?.kept) return undefined;
      const {found, decision} = one;
      return [
        records.putAccount(found.subject, decision.account),
        records.keep({...claim, subject: found.subject}, decision),
      ];
    },
  );
  if (!seen) {
    await makeDecoy(endpoint, decoy);
    return decideHere(endpoint, trainee, claim, request);
  }
  const outcome = seen.decision ?? (await notTaken(endpoint, claim));
  return seen.found.subject === claim.subject ? outcome : refused('not-registered', claim.at);
}

/**
 * Takes a try, looks for the key, and only then compares: the try's lock on the account keeps others
 * from its keys as well. `undefined` where there is neither the account nor the decoy yet.
 */
async function decideIn(
  records: Records,
  endpoint: Endpoint,
  asked: Asked,
): Promise<Seen | undefined> {
  const {trainee, decoy, claim} = asked;
  const names = [trainee.subject, decoy.subject] as const;
  const [tried, found] = await Promise.all([
    records.reserve(...names),
    records.find(...names, claim.key, claim.at - RECENT_MS),
  ]);
  if (!found) return undefined;
  if (found.hasKey) return {found, decision: undefined};
  if (tried === found.subject) return {found, decision: await decisionOn(found, endpoint, asked)};
  // No try is left, or the trainee was registered in this very moment.
  return {found, decision: isLocked(found) ? barred(found, claim.at) : undefined};
}

async function decisionOn(
  found: Found,
  {authority, rules}: Endpoint,
  {trainee, decoy, claim, request}: Asked,
): Promise<Decision> {
  const now = claim.at;
  const standing = {...found, failures: found.failures - 1};
  const isRegistered = found.subject === trainee.subject;
  if (isRegistered && isBarred(standing, rules)) return barred(standing, now);
  const who = isRegistered ? trainee : decoy;
  const verdict = await authority.judge({trainee: who, account: standing, request, now});
  return isRegistered
    ? decide({standing, verdict, now, rules, aligned: true, newReceipt})
    : ofDecoy(standing, now);
}

function barred(standing: Standing, now: number): Decision {
  const answer = locked(standing, now, false, true);
  return {status: 423, answer, account: standing, kept: false};
}

/** Written as a failure is, so that it takes as long; forgiven when there are as many as can be. */
function ofDecoy(standing: Standing, now: number): Decision {
  const {recentFailures, ...account} = standing;
  const answer = {code: 'not-registered', counted: true, serverTime: now} as const;
  const forgivenAt = recentFailures < MAX_FAILURES - 1 ? account.forgivenAt : now;
  const after = {...account, failures: 0, lockedAt: undefined, forgivenAt};
  return {status: 409, answer, account: after, kept: true};
}
