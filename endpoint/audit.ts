/** The audit trail: every attempt and every change of an account, in UTC and in Korean time. */
import {accountIdOf, ownerOf, type AccountOwner} from './account-id.ts';
import type {EndpointContext} from './context.ts';
import {formatKst} from './kst.ts';
import type {AuditEntry} from './schemas.ts';
import type {AttemptRecord, AuditEvent} from './store/store.ts';

/** Returns the audit trail of a trainee, oldest entry first. */
export async function getAuditTrail(
  {store}: Pick<EndpointContext, 'store'>,
  owner: AccountOwner,
): Promise<readonly AuditEntry[]> {
  const accountId = accountIdOf(owner);
  const [attempts, events] = await store.read((tx) =>
    Promise.all([tx.listAttempts(accountId), tx.listEvents(accountId)]),
  );
  const entries = [
    ...attempts.map((attempt) => [attempt.at, attemptEntry(attempt)] as const),
    ...events.map((event) => [event.at, eventEntry(event)] as const),
  ];
  return entries.toSorted(([a], [b]) => a - b).map(([, entry]) => entry);
}

function attemptEntry(attempt: AttemptRecord): AuditEntry {
  const {at, site, address, occasion, unit, result} = attempt;
  const {code = 'unknown', counted, failures} = result?.body ?? {};
  return {...formatTimes(at), what: code, site, address, occasion, unit, counted, failures};
}

function eventEntry({accountId, at, what, by, reason, address}: AuditEvent): AuditEntry {
  const {site} = ownerOf(accountId);
  return {...formatTimes(at), what, by, reason, site, address};
}

function formatTimes(at: number): Pick<AuditEntry, 'at' | 'korea'> {
  return {at: new Date(at).toISOString(), korea: `${formatKst(at)} KST`};
}
