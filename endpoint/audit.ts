/** The audit trail: every attempt and every change of an account, in UTC and in Korean time. */
import type {EndpointContext} from './context.ts';
import {formatKst} from './kst.ts';
import type {AuditEntry} from './schemas.ts';
import type {AttemptRecord, AuditEvent} from './store/store.ts';

/** Returns the audit trail of a trainee, oldest entry first. */
export async function getAuditTrail(
  {store}: Pick<EndpointContext, 'store'>,
  subject: string,
): Promise<readonly AuditEntry[]> {
  const [attempts, events] = await store.read((tx) =>
    Promise.all([tx.listAttempts(subject), tx.listEvents(subject)]),
  );
  const entries = [
    ...attempts.map((attempt) => [attempt.at, attemptEntry(attempt)] as const),
    ...events.map((event) => [event.at, eventEntry(event)] as const),
  ];
  return entries.toSorted(([a], [b]) => a - b).map(([, entry]) => entry);
}

function attemptEntry({at, occasion, unit, result}: AttemptRecord): AuditEntry {
  const {code = 'unknown', counted, failures} = result?.body ?? {};
  return {...formatTimes(at), what: code, occasion, unit, counted, failures};
}

function eventEntry({at, what, by}: AuditEvent): AuditEntry {
  return {...formatTimes(at), what, by};
}

function formatTimes(at: number): Pick<AuditEntry, 'at' | 'korea'> {
  return {at: new Date(at).toISOString(), korea: `${formatKst(at)} KST`};
}
