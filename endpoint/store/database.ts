/** A database of the SQL that SQLite and PostgreSQL share. */
import type {CommitWrites} from './store.ts';

/** What goes into a statement and comes out; whole numbers stay below 2^53. */
export type SqlValue = string | number | null;

/** A row of an answer, by column. */
export type SqlRow = Readonly<Record<string, SqlValue>>;

/** Runs one statement, with `$1`, `$2` … for its values. */
export type RunQuery = (text: string, values?: readonly SqlValue[]) => Promise<readonly SqlRow[]>;

/** One of the two. */
export interface Database {
  /** Runs one statement by itself, without a lock. */
  readonly query: RunQuery;
  /**
   * Runs statements so that all count or none.
   *
   * @param commitWrites what is written last, or `undefined` where nothing of the work is to count
   * @throws StoreError where the database is out of order
   */
  transaction<Result>(
    work: (query: RunQuery) => Promise<Result>,
    commitWrites: CommitWrites<Result, RunQuery>,
  ): Promise<Result>;
  /** Brings the tables up to date; one process at a time does, and the others wait. */
  migrate(): Promise<void>;
  close(): Promise<void>;
}
