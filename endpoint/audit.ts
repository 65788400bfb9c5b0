/** The audit trail: every decision and every change of an account, in UTC and as Korea reads it. */
import {koreanTime} from './kst.ts';
import type {Endpoint} from './context.ts';
import type {AuditLine} from './schemas.ts';
import type {Attempt, AuditEvent} from './store/store.ts';

/** The trail of one trainee, oldest first. */
export async function auditOf(
  {store}: Pick<Endpoint, 'store'>,
  subject: string,
): Promise<readonly AuditLine[]> {
  const [attempts, events] = await store.read((records) =>
    Promise.all([records.attemptsOf(subject), records.eventsOf(subject)]),
  );
  const lines = [
    ...attempts.map((attempt) => [attempt.at, ofAttempt(attempt)] as const),
    ...events.map((event) => [event.at, ofEvent(event)] as const),
  ];
  return lines.toSorted(([a], [b]) => a - b).map(([, line]) => line);
}

function ofAttempt({at, occasion, unit, result}: Attempt): AuditLine {
  const {code = 'undecided', counted, failures} = result?.answer ?? {};
  return {...moment(at), what: code, occasion, unit, counted, failures};
}

function ofEvent({at, what, by}: AuditEvent): AuditLine {
  return {...moment(at), what, by};
}

function moment(at: number): Pick<AuditLine, 'at' | 'korea'> {
  return {at: new Date(at).toISOString(), korea: `${koreanTime(at)} KST`};
}
