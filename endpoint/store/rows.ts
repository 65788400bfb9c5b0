/** Rows of the tables as what they mean. */
import * as v from 'valibot';
import {Answer, AttemptKey, AttemptRequest} from '../../src/core/contract.ts';
import type {Row} from './database.ts';
import {
  EVENTS,
  type Account,
  type Attempt,
  type AuditEvent,
  type Claim,
  type Result,
  type Standing,
} from './store.ts';

/** An account's columns, in the order of their insertion. */
export function accountValues(subject: string, account: Account) {
  const {registration, failures, lastStep, lockedAt, forgivenAt, busyUntil, usedCode} = account;
  return [
    subject,
    registration ?? null,
    failures,
    lastStep,
    lockedAt ?? null,
    forgivenAt,
    busyUntil,
    usedCode ?? null,
  ];
}

/** The account of a row. */
export function accountOf(row: Row): Account {
  return {
    registration: text(row['registration']),
    failures: Number(row['failures']),
    lastStep: Number(row['last_step']),
    lockedAt: number(row['locked_at']),
    forgivenAt: Number(row['forgiven_at']),
    busyUntil: Number(row['busy_until']),
    usedCode: text(row['used_code']),
  };
}

/** The account of a row, with its recent failures. */
export function standingOf(row: Row): Standing {
  return {...accountOf(row), recentFailures: Number(row['recent_failures'])};
}

/** An attempt's columns before it is decided, in the order of their insertion. */
export function claimValues(claim: Claim) {
  const {subject, key, fingerprint, site, occasion, unit, at, runsUntil} = claim;
  return [subject, key, fingerprint, site, occasion, unit ?? null, at, runsUntil];
}

/** The columns of what became of it: status, answer, counted, verification_id. */
export function resultValues({status, answer}: Result) {
  return [
    status,
    JSON.stringify(answer),
    answer.counted ? 1 : 0,
    answer.code === 'verified' ? answer.verificationId : null,
  ];
}

/** The attempt of a row. */
export function attemptOf(row: Row): Attempt {
  return {
    subject: String(row['subject']),
    key: v.parse(AttemptKey, row['key']),
    fingerprint: String(row['fingerprint']),
    site: String(row['site']),
    occasion: v.parse(AttemptRequest.entries.occasion, row['occasion']),
    unit: number(row['unit']),
    at: Number(row['at']),
    runsUntil: Number(row['runs_until']),
    result: resultOf(text(row['answer']), number(row['status'])),
    checkedBy: text(row['checked_by']),
    checkedAt: number(row['checked_at']),
  };
}

/** The answer comes back to the letter as it went out, so that the same key gets the same bytes. */
function resultOf(answer: string | undefined, status: number | undefined): Result | undefined {
  if (answer === undefined || status === undefined) return undefined;
  const said: unknown = JSON.parse(answer);
  v.assert(Answer, said);
  return {status, answer: said as Answer};
}

/** The event of a row. */
export function eventOf(row: Row): AuditEvent {
  return {
    id: String(row['id']),
    subject: String(row['subject']),
    what: v.parse(v.picklist(EVENTS), row['what']),
    by: String(row['by_party']),
    at: Number(row['at']),
  };
}

function text(value: Row[string] | undefined): string | undefined {
  return value == null ? undefined : String(value);
}

function number(value: Row[string] | undefined): number | undefined {
  return value == null ? undefined : Number(value);
}
