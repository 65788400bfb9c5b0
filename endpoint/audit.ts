/** The audit trail: every decision and every change of an account, in UTC and as Korea reads it. */
import {formatKst} from './kst.ts';
import type {EndpointContext} from './context.ts';
import type {AuditEntry} from './schemas.ts';
import type {AttemptRecord, AuditEvent} from './store/store.ts';

/** The trail of one trainee, oldest first. */
export async function getAuditTrail(
  {store}: Pick<EndpointContext, 'store'>,
  subject: string,
): Promise<readonly AuditEntry[]> {
  const [attempts, events] = await store.read((tx) =>
    Promise.all([tx.listAttempts(subject), tx.listEvents(subject)]),
  );
  const lines = [
    ...attempts.map((attempt) => [attempt.at, attemptEntry(attempt)] as const),
    ...events.map((event) => [event.at, eventEntry(event)] as const),
  ];
  return lines.toSorted(([a], [b]) => a - b).map(([, line]) => line);
}

function attemptEntry({at, occasion, unit, result}: AttemptRecord): AuditEntry {
  const {code = 'undecided', counted, failures} = result?.body ?? {};
  return {...formatTimes(at), what: code, occasion, unit, counted, failures};
}

function eventEntry({at, what, by}: AuditEvent): AuditEntry {
  return {...formatTimes(at), what, by};
}

function formatTimes(at: number): Pick<AuditEntry, 'at' | 'korea'> {
  return {at: new Date(at).toISOString(), korea: `${formatKst(at)} KST`};
}
