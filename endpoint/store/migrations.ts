/**
 * The tables, as the steps that lead to them, in the SQL that SQLite and PostgreSQL share. Steps are
 * only ever added, and add only what an older process can do without: two versions can run at once.
 */
import type {RunQuery} from './database.ts';

/** Each step's statements. */
const STEPS: readonly (readonly string[])[] = [
  [
    `CREATE TABLE accounts (
      subject TEXT PRIMARY KEY,
      registration TEXT,
      failures INTEGER NOT NULL,
      last_step BIGINT NOT NULL,
      locked_at BIGINT,
      forgiven_at BIGINT NOT NULL,
      busy_until BIGINT NOT NULL,
      used_code TEXT
    )`,
    `CREATE TABLE attempts (
      subject TEXT NOT NULL,
      key TEXT NOT NULL,
      fingerprint TEXT NOT NULL,
      site TEXT NOT NULL,
      occasion TEXT NOT NULL,
      unit INTEGER,
      at BIGINT NOT NULL,
      runs_until BIGINT NOT NULL,
      status INTEGER,
      answer TEXT,
      counted INTEGER NOT NULL DEFAULT 0,
      verification_id TEXT,
      checked_by TEXT,
      checked_at BIGINT,
      PRIMARY KEY (subject, key)
    )`,
    // An attempt that did not fail costs the first nothing, one that was not verified the second.
    'CREATE INDEX failures_of_site ON attempts (site, at) WHERE counted = 1',
    'CREATE UNIQUE INDEX receipts ON attempts (verification_id) WHERE verification_id IS NOT NULL',
    'CREATE INDEX attempts_by_time ON attempts (at)',
    `CREATE TABLE events (
      id TEXT PRIMARY KEY,
      subject TEXT NOT NULL,
      what TEXT NOT NULL,
      by_party TEXT NOT NULL,
      at BIGINT NOT NULL
    )`,
    'CREATE INDEX events_of_subject ON events (subject, at)',
    'CREATE INDEX events_by_time ON events (at)',
  ],
  // However long a trainee's history is, only failures are read to count them.
  ['CREATE INDEX failures_of_subject ON attempts (subject, at) WHERE counted = 1'],
];

/**
 * Takes the steps that are still to take. Runs inside a transaction that nobody else migrates in.
 *
 * @returns how many steps were taken
 */
export async function migrate(query: RunQuery): Promise<number> {
  await query('CREATE TABLE IF NOT EXISTS schema_steps (step INTEGER PRIMARY KEY)');
  const [row] = await query('SELECT count(*) AS taken FROM schema_steps');
  const taken = Number(row?.['taken']);
  const due = STEPS.slice(taken);
  for (const [i, statements] of due.entries()) {
    for (const statement of statements) await query(statement);
    await query('INSERT INTO schema_steps (step) VALUES ($1)', [taken + i + 1]);
  }
  return due.length;
}
