/** A database of the SQL that SQLite and PostgreSQL share. */
import type {Ending} from './store.ts';

/** What goes into a statement and comes out; whole numbers stay below 2^53. */
export type Value = string | number | null;

/** A row of an answer, by column. */
export type Row = Readonly<Record<string, Value>>;

/** Runs one statement, with `$1`, `$2` … for its values. */
export type Query = (text: string, values?: readonly Value[]) => Promise<readonly Row[]>;

/** One of the two. */
export interface Database {
  /** Runs one statement by itself, without a lock. */
  readonly query: Query;
  /**
   * Runs statements so that all count or none.
   *
   * @param ending what is written last, or `undefined` where nothing of the work is to count
   * @throws StoreError where the database is out of order
   */
  transaction<Result>(
    work: (query: Query) => Promise<Result>,
    ending: Ending<Result, Query>,
  ): Promise<Result>;
  /** Brings the tables up to date; one process at a time does, and the others wait. */
  migrate(): Promise<void>;
  close(): Promise<void>;
}
