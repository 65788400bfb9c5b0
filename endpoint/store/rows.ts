/** Rows of the tables as what they mean. */
import * as v from 'valibot';
import {AttemptResponse, IdempotencyKey, AttemptRequest} from '../../src/core/contract.ts';
import type {SqlRow} from './database.ts';
import {
  AUDIT_EVENTS,
  type Account,
  type AttemptRecord,
  type AuditEvent,
  type AttemptClaim,
  type AttemptResult,
  type AccountSnapshot,
} from './store.ts';

/** An account's columns, in the order of their insertion. */
export function accountValues(subject: string, account: Account) {
  const {registration, failures, lastStep, lockedAt, forgivenAt, leaseUntil, lastCodeHmac} =
    account;
  return [
    subject,
    registration ?? null,
    failures,
    lastStep,
    lockedAt ?? null,
    forgivenAt,
    leaseUntil,
    lastCodeHmac ?? null,
  ];
}

/** The account of a row. */
export function toAccount(row: SqlRow): Account {
  return {
    registration: text(row['registration']),
    failures: Number(row['failures']),
    lastStep: Number(row['last_step']),
    lockedAt: number(row['locked_at']),
    forgivenAt: Number(row['forgiven_at']),
    leaseUntil: Number(row['busy_until']),
    lastCodeHmac: text(row['used_code']),
  };
}

/** The account of a row, with its recent failures. */
export function toAccountSnapshot(row: SqlRow): AccountSnapshot {
  return {...toAccount(row), recentFailures: Number(row['recent_failures'])};
}

/** An attempt's columns before it is decided, in the order of their insertion. */
export function claimValues(claim: AttemptClaim) {
  const {subject, key, fingerprint, site, occasion, unit, at, expiresAt} = claim;
  return [subject, key, fingerprint, site, occasion, unit ?? null, at, expiresAt];
}

/** The columns of what became of it: status, answer, counted, verification_id. */
export function resultValues({status, body}: AttemptResult) {
  return [
    status,
    JSON.stringify(body),
    body.counted ? 1 : 0,
    body.code === 'verified' ? body.verificationId : null,
  ];
}

/** The attempt of a row. */
export function toAttemptRecord(row: SqlRow): AttemptRecord {
  return {
    subject: String(row['subject']),
    key: v.parse(IdempotencyKey, row['key']),
    fingerprint: String(row['fingerprint']),
    site: String(row['site']),
    occasion: v.parse(AttemptRequest.entries.occasion, row['occasion']),
    unit: number(row['unit']),
    at: Number(row['at']),
    expiresAt: Number(row['runs_until']),
    result: toAttemptResult(text(row['answer']), number(row['status'])),
    checkedBy: text(row['checked_by']),
    checkedAt: number(row['checked_at']),
  };
}

/** The answer comes back to the letter as it went out, so that the same key gets the same bytes. */
function toAttemptResult(
  answer: string | undefined,
  status: number | undefined,
): AttemptResult | undefined {
  if (answer === undefined || status === undefined) return undefined;
  const said: unknown = JSON.parse(answer);
  v.assert(AttemptResponse, said);
  return {status, body: said as AttemptResponse};
}

/** The event of a row. */
export function toAuditEvent(row: SqlRow): AuditEvent {
  return {
    id: String(row['id']),
    subject: String(row['subject']),
    what: v.parse(v.picklist(AUDIT_EVENTS), row['what']),
    by: String(row['by_party']),
    at: Number(row['at']),
  };
}

function text(value: SqlRow[string] | undefined): string | undefined {
  return value == null ? undefined : String(value);
}

function number(value: SqlRow[string] | undefined): number | undefined {
  return value == null ? undefined : Number(value);
}
