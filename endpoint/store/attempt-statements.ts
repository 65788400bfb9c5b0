/** The SQL of attempts that arrive together, the same for SQLite and PostgreSQL but for their table. */
import {MAX_FAILURES} from '../../src/core/max-failures.ts';
import type {SqlRow, SqlValue} from './database.ts';
import {claimValues, resultValues, toAccountSnapshot} from './rows.ts';
import {CLAIM_COLUMNS, recentFailures} from './statements.ts';
import type {AttemptLookup, AttemptQuery, DecidedAttempt} from './store.ts';

/** The columns of a table of values, with their types in PostgreSQL. */
export type ValueColumns = readonly (readonly [name: string, type: 'text' | 'bigint'])[];

/** The columns of an {@link AttemptQuery}, and its position in the batch. */
export const QUERY_COLUMNS: ValueColumns = [
  ['position', 'bigint'],
  ['account', 'text'],
  ['key', 'text'],
  ['since', 'bigint'],
];

/** Returns the values of queries, by row. */
export function queryValues(queries: readonly AttemptQuery[]): readonly (readonly SqlValue[])[] {
  return queries.map(({accountId, key, since}, position) => [position, accountId, key, since]);
}

/**
 * Returns the statement that finds the accounts of attempts.
 *
 * @param source the table of their values, `given`, joined with `accounts`
 */
export function findText(source: string): string {
  return `
    SELECT given.position, accounts.*, ${recentFailures('given.since')}, (
      SELECT count(*) FROM attempts WHERE attempts.subject = given.account AND attempts.key = given.key
    ) AS has_key
    FROM ${source} WHERE accounts.registration IS NOT NULL`;
}

/** Returns what was found for each query. */
export function toLookups(
  queries: readonly AttemptQuery[],
  rows: readonly SqlRow[],
): readonly (AttemptLookup | undefined)[] {
  const lookups = queries.map((): AttemptLookup | undefined => undefined);
  for (const row of rows) {
    lookups[Number(row['position'])] = {
      ...toAccountSnapshot(row),
      hasKey: Number(row['has_key']) > 0,
    };
  }
  return lookups;
}

/** The columns of a {@link DecidedAttempt}: what the account was, what it becomes, and the attempt. */
export const DECIDED_COLUMNS: ValueColumns = [
  ['old_failures', 'bigint'],
  ['old_last_step', 'bigint'],
  ['old_forgiven_at', 'bigint'],
  ['failures', 'bigint'],
  ['last_step', 'bigint'],
  ['locked_at', 'bigint'],
  ['subject', 'text'],
  ['key', 'text'],
  ['fingerprint', 'text'],
  ['site', 'text'],
  ['occasion', 'text'],
  ['unit', 'bigint'],
  ['at', 'bigint'],
  ['runs_until', 'bigint'],
  ['address', 'text'],
  ['status', 'bigint'],
  ['answer', 'text'],
  ['counted', 'bigint'],
  ['verification_id', 'text'],
];

/** Returns the values of attempts, by row. */
export function decidedValues(
  attempts: readonly DecidedAttempt[],
): readonly (readonly SqlValue[])[] {
  return attempts.map(({claim, result, before, after}) => [
    before.failures,
    before.lastStep,
    before.forgivenAt,
    after.failures,
    after.lastStep,
    after.lockedAt ?? null,
    ...claimValues(claim),
    ...resultValues(result),
  ]);
}

/**
 * Whether an attempt may be stored: its account is as it was read, and its key is free. Each change that
 * matters to an attempt changes one of these columns: a failure, a success, a lock, an unlock and a
 * registration. None of them brings all the earlier values back: a success changes `last_step`, an unlock
 * and a registration change `forgiven_at` to their time.
 *
 * The key is looked up by a scalar subquery, which no planner turns into a join: a join could read all keys.
 */
export const IS_UNCHANGED = `accounts.subject = given.subject AND accounts.registration IS NOT NULL
  AND accounts.failures = given.old_failures AND accounts.failures < ${MAX_FAILURES}
  AND accounts.last_step = given.old_last_step AND accounts.locked_at IS NULL
  AND accounts.forgiven_at = given.old_forgiven_at AND (
    SELECT 1 FROM attempts WHERE attempts.subject = given.subject AND attempts.key = given.key
  ) IS NULL`;

/** Changes accounts to what the attempts make of them. */
export const SET_ACCOUNT = `UPDATE accounts SET failures = given.failures, last_step = given.last_step,
  locked_at = given.locked_at`;

const ATTEMPT_COLUMNS = `${CLAIM_COLUMNS}, status, answer, counted, verification_id`;

/** Inserts attempts, from columns of the same names. */
export const INSERT_ATTEMPTS = `INSERT INTO attempts (${ATTEMPT_COLUMNS}) SELECT ${ATTEMPT_COLUMNS}`;

/** Returns whether each attempt was stored. @param rows the `subject` of each that was */
export function toStored(
  attempts: readonly DecidedAttempt[],
  rows: readonly SqlRow[],
): readonly boolean[] {
  const stored = new Set(rows.map((row) => row['subject']));
  return attempts.map(({claim}) => stored.has(claim.accountId));
}
