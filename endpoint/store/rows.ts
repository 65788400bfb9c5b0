/** Converts between rows of the tables and the types of the store. */
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

/** Returns the columns of an account, in the order of the `INSERT`. */
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

/** Reads an account from a row. */
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

/** Reads an account with its recent failures from a row. */
export function toAccountSnapshot(row: SqlRow): AccountSnapshot {
  return {...toAccount(row), recentFailures: Number(row['recent_failures'])};
}

/** Returns the columns of an attempt before its evaluation, in the order of the `INSERT`. */
export function claimValues(claim: AttemptClaim) {
  const {subject, key, fingerprint, site, occasion, unit, at, expiresAt} = claim;
  return [subject, key, fingerprint, site, occasion, unit ?? null, at, expiresAt];
}

/** Returns the columns of a result: status, answer, counted, verification_id. */
export function resultValues({status, body}: AttemptResult) {
  return [
    status,
    JSON.stringify(body),
    body.counted ? 1 : 0,
    body.code === 'verified' ? body.verificationId : null,
  ];
}

/** Reads an attempt from a row. */
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

/** Returns the stored JSON unchanged, so that the same key gets the same bytes. */
function toAttemptResult(
  answer: string | undefined,
  status: number | undefined,
): AttemptResult | undefined {
  if (answer === undefined || status === undefined) return undefined;
  const body: unknown = JSON.parse(answer);
  v.assert(AttemptResponse, body);
  return {status, body: body as AttemptResponse};
}

/** Reads an event from a row. */
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
