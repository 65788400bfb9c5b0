/** What the errors of SQLite mean for the store. */
import {StoreError, type StoreErrorReason} from './store-error.ts';

/** `SQLITE_BUSY` (https://sqlite.org/rescode.html). */
const BUSY = 5;

/** What the result codes mean that are no bugs. */
const REASONS: Readonly<Record<number, StoreErrorReason>> = {
  [BUSY]: 'locked',
  6: 'locked',
  8: 'read-only',
  10: 'disk-error',
  11: 'corrupt',
  13: 'full',
  14: 'no-access',
  26: 'corrupt',
};

/** Returns whether another connection holds the database. */
export function isBusy(error: unknown): boolean {
  return codeOf(error) === BUSY;
}

/** Returns an error as one of the store. Any other is a bug, and returned unchanged. */
export function toStoreError(error: unknown): unknown {
  const reason = REASONS[codeOf(error) ?? -1] ?? FILE_REASONS[fileErrorCode(error)];
  return reason === undefined ? error : new StoreError(reason, error);
}

/** What the errors of the file system mean, when the file is opened. */
const FILE_REASONS: Readonly<Record<string, StoreErrorReason>> = {
  ENOSPC: 'full',
  EROFS: 'read-only',
  EACCES: 'no-access',
  EPERM: 'no-access',
  ENOENT: 'no-access',
  ENOTDIR: 'no-access',
  EISDIR: 'no-access',
};

function fileErrorCode(error: unknown): string {
  const {code} = error as {readonly code?: unknown};
  return typeof code === 'string' ? code : '';
}

/** Returns the primary result code: the low byte of an extended one. */
function codeOf(error: unknown): number | undefined {
  const {errcode} = error as {readonly errcode?: unknown};
  return typeof errcode === 'number' ? errcode & 0xff : undefined;
}
