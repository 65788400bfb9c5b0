/** What the errors of PostgreSQL mean for the store. */
import {DatabaseError} from 'pg';
import {StoreError, type StoreErrorReason} from './store-error.ts';

/** Waiting for a lock timed out. */
const LOCK_NOT_AVAILABLE = '55P03';

/** The SQLSTATE of a table that does not exist. */
export const UNDEFINED_TABLE = '42P01';

/** Another transaction has inserted the same key. */
const UNIQUE_VIOLATION = '23505';

/** What the SQLSTATEs of the server mean (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
const REASONS: readonly (readonly [state: RegExp, reason: StoreErrorReason])[] = [
  [/^08/, 'unreachable'],
  [/^(28|3D000)/, 'refused'],
  [/^(53100|58030)/, 'full'],
  [/^53/, 'overloaded'],
  [/^(57|58)/, 'stopped'],
  [/^25006/, 'read-only'],
  [/^42501/, 'no-permission'],
  // A missing table or column.
  [/^(42P01|42703)/, 'not-migrated'],
];

/** Returns whether an error is a serialization failure or a deadlock (one of two was aborted). */
export function isCollision(error: unknown): boolean {
  return ['40001', '40P01'].includes(stateOf(error) ?? '');
}

/** Returns whether a row with the same key exists. Nothing was committed. */
export function isKeyTaken(error: unknown): boolean {
  return stateOf(error) === UNIQUE_VIOLATION;
}

/** Returns an error as one of the store. Any other is a bug, and returned unchanged. */
export function toStoreError(error: unknown): unknown {
  const state = stateOf(error);
  if (state === undefined) return error;
  if (state === LOCK_NOT_AVAILABLE) return new StoreError('locked', error, 'busy');
  if (isCollision(error)) return new StoreError('collision', error, 'busy');
  const reason = reasonOf(error);
  return reason === 'unknown' ? error : new StoreError(reason, error);
}

/** Returns why the server has failed, as far as it says. */
export function reasonOf(error: unknown): StoreErrorReason {
  const state = stateOf(error) ?? '';
  return REASONS.find(([pattern]) => pattern.test(state))?.[1] ?? 'unknown';
}

/** Returns the SQLSTATE, if the server reported one. */
export function stateOf(error: unknown): string | undefined {
  return error instanceof DatabaseError ? error.code : undefined;
}
