/** Converts between rows of the tables and the types of the store. */
import * as v from 'valibot';
import {
  AttemptRequest,
  decodeAttemptResponse,
  IdempotencyKey,
  type AttemptResponse,
} from '../../src/core/contract.ts';
import type {SqlRow} from './database.ts';
import type {
  Account,
  AttemptRecord,
  AuditEvent,
  AuditEventKind,
  AttemptClaim,
  AttemptResult,
  AccountSnapshot,
  UsedCode,
} from './store.ts';

/** Returns the columns of an account, in the order of the `INSERT`. */
export function accountValues(accountId: string, account: Account) {
  const {registration, failures, lastStep, lockedAt, forgivenAt, leaseUntil, usedCodes} = account;
  return [
    accountId,
    registration ?? null,
    failures,
    lastStep,
    lockedAt ?? null,
    forgivenAt,
    leaseUntil,
    usedCodes.length === 0 ? null : JSON.stringify(usedCodes),
    account.pending ?? null,
    account.suspendedAt ?? null,
  ];
}

/** Reads an account from a row. */
export function toAccount(row: SqlRow): Account {
  return {
    registration: text(row['registration']),
    pending: text(row['pending']),
    failures: Number(row['failures']),
    lastStep: Number(row['last_step']),
    lockedAt: number(row['locked_at']),
    suspendedAt: number(row['suspended_at']),
    forgivenAt: Number(row['forgiven_at']),
    leaseUntil: Number(row['busy_until']),
    usedCodes: toUsedCodes(text(row['used_code'])),
  };
}

/** Reads the accepted codes. An earlier version stored one HMAC, without its time. */
function toUsedCodes(stored: string | undefined): readonly UsedCode[] {
  if (stored === undefined) return [];
  return stored.startsWith('[') ? v.parse(UsedCodes, JSON.parse(stored)) : [];
}

const UsedCodes = v.array(v.object({hmac: v.string(), at: v.number()}));

/** Reads an account with its recent failures from a row. */
export function toAccountSnapshot(row: SqlRow): AccountSnapshot {
  return {...toAccount(row), recentFailures: Number(row['recent_failures'])};
}

/** Returns the columns of an attempt before its evaluation, in the order of the `INSERT`. */
export function claimValues(claim: AttemptClaim) {
  const {accountId, key, fingerprint, site, occasion, unit, at, expiresAt, address} = claim;
  return [
    accountId,
    key,
    fingerprint,
    site,
    occasion,
    unit ?? null,
    at,
    expiresAt,
    address ?? null,
  ];
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
    accountId: String(row['subject']),
    key: v.parse(IdempotencyKey, row['key']),
    fingerprint: String(row['fingerprint']),
    site: String(row['site']),
    occasion: v.parse(AttemptRequest.entries.occasion, row['occasion']),
    unit: number(row['unit']),
    at: Number(row['at']),
    address: text(row['address']),
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
  if (!decodeAttemptResponse(status, body)) {
    throw new Error('The stored response of an attempt does not follow the contract.');
  }
  return {status, body: body as AttemptResponse};
}

/** Reads an event from a row. */
export function toAuditEvent(row: SqlRow): AuditEvent {
  return {
    id: String(row['id']),
    accountId: String(row['subject']),
    // A later version may have written a kind that this one does not know.
    what: String(row['what']) as AuditEventKind,
    by: String(row['by_party']),
    at: Number(row['at']),
    reason: text(row['reason']),
    address: text(row['address']),
  };
}

function text(value: SqlRow[string] | undefined): string | undefined {
  return value == null ? undefined : String(value);
}

function number(value: SqlRow[string] | undefined): number | undefined {
  return value == null ? undefined : Number(value);
}
