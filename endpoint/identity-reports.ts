/** Ends locks: the identity service reports whose identity it has verified. */
import {accountIdOf} from './account-id.ts';
import type {EndpointContext} from './context.ts';
import {isSamePerson} from './identity.ts';
import {decryptRegistration, type Registration} from './registration.ts';
import type {IdentityReport} from './schemas.ts';
import type {Account, AuditEvent} from './store/store.ts';
import type {UnlockResult} from './verifier/verifier.ts';

/** The outcome of a report. */
export type UnlockOutcome =
  | UnlockResult['kind']
  | 'not-registered'
  /** The verified person is not the registered one. */
  | 'identity-mismatch'
  /** The person was verified before the lock, too long ago, or in the future. */
  | 'report-outdated'
  /** The transaction was reported before, with another content. */
  | 'reference-used'
  /** An operator has suspended the account. */
  | 'suspended';

/** How long after a verification it can be reported, in ms. */
export const REPORT_LIFETIME_MS = 10 * 60_000;

/** How far the clock of the identity service may be ahead, in ms. */
const CLOCK_SKEW_MS = 60_000;

/** Who reports, for the audit trail. */
const REPORTER = 'identity-service';

/**
 * Ends the lock and forgives the failures (manual: 휴대폰 본인인증 후 다시 사용). The identity service
 * reports server to server, never through the trainee's page. A repeated report changes nothing. Each
 * report that ends no lock is in the audit trail.
 *
 * @param address the network address of the identity service, for the audit trail
 */
export async function handleIdentityReport(
  context: EndpointContext,
  report: IdentityReport,
  address?: string,
): Promise<UnlockOutcome> {
  const {store, verifier, now} = context;
  const at = now();
  const accountId = accountIdOf(report);
  const event: AuditEvent = {
    id: `${REPORTER} ${report.transactionId}`,
    accountId,
    what: report.method,
    by: REPORTER,
    at,
    address,
  };
  const earlier = await store.read((tx) => tx.getEvent(event.id));
  if (earlier) return isSameReport(earlier, event) ? 'released' : refuse('reference-used');
  const account = await store.read((tx) => tx.getAccount(accountId, at));
  const problem = await findProblem(context, account, report, at);
  if (problem) return refuse(problem);
  const result = await verifier.unlock(report.subject, {...report, phone: report.phone});
  if (result.kind !== 'released') return refuse(result.kind);
  const outcome = await store.transaction(async (tx): Promise<UnlockOutcome> => {
    const before = await tx.lockAccount(accountId);
    if (!before) return 'not-registered';
    // Another report or failure may have come since the check.
    if (before.suspendedAt !== undefined) return 'suspended';
    if (isBeforeLock(before, report)) return 'report-outdated';
    if (!(await tx.addEvent(event))) {
      const other = await tx.getEvent(event.id);
      return other && isSameReport(other, event) ? 'released' : 'reference-used';
    }
    const unlocked = {failures: 0, lockedAt: undefined, forgivenAt: at};
    await tx.updateAccount(accountId, {...before, ...unlocked});
    return 'released';
  });
  return outcome === 'released' ? outcome : refuse(outcome);

  async function refuse(reason: UnlockOutcome): Promise<UnlockOutcome> {
    const id = `refused ${crypto.randomUUID()}`;
    await store.transaction((tx) => tx.addEvent({...event, id, what: 'report-refused', reason}));
    return reason;
  }
}

/** Returns why a report ends no lock; `undefined` if it does. */
async function findProblem(
  {verifier, encryption}: EndpointContext,
  account: Account | undefined,
  report: IdentityReport,
  now: number,
): Promise<UnlockOutcome | undefined> {
  if (!account) return 'not-registered';
  if (account.suspendedAt !== undefined) return 'suspended';
  const {verifiedAt} = report;
  const isTooOld = verifiedAt <= now - REPORT_LIFETIME_MS;
  if (isTooOld || verifiedAt > now + CLOCK_SKEW_MS || isBeforeLock(account, report)) {
    return 'report-outdated';
  }
  if (account.registration === undefined) {
    // With a remote verifier, only that one knows who is registered.
    return verifier.mode === 'local' ? 'not-registered' : undefined;
  }
  const accountId = accountIdOf(report);
  const registration = await decryptRegistration(account.registration, accountId, encryption);
  return isRegisteredPerson(registration, report) ? undefined : 'identity-mismatch';
}

/**
 * Whether the verified person is the registered one. A phone verification names the phone. An i-PIN
 * does not, and names are not unique: it needs the connecting information (CI).
 */
function isRegisteredPerson(
  {identity, ci}: Registration,
  {method, name, phone, ci: verifiedCi}: IdentityReport,
): boolean {
  if (!identity) return true;
  if (!isSamePerson(name, identity.name)) return false;
  if (ci !== undefined && verifiedCi !== undefined) return verifiedCi === ci;
  return method === 'phone-identity' && phone === identity.phone;
}

/** A verification from before the lock says nothing about who made the failures since. */
function isBeforeLock({lockedAt = 0}: Account, {verifiedAt}: IdentityReport): boolean {
  return verifiedAt < lockedAt;
}

/** Whether a transaction was reported before, for the same trainee and method. */
function isSameReport(earlier: AuditEvent, {accountId, what}: AuditEvent): boolean {
  return earlier.accountId === accountId && earlier.what === what;
}
