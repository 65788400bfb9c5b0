/**
 * Creates the tables, in migrations that both SQLite and PostgreSQL understand. Migrations are only ever
 * added, and an older process must work with the newer tables: two versions can run at once
 * (docs/faults.md, S9).
 */
import type {RunQuery} from './database.ts';

/** The statements of each migration. */
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
    // Partial indexes: an attempt that did not fail is not in the first, one without a receipt not in
    // the second.
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
  // Counts failures without reading the other attempts of the trainee.
  ['CREATE INDEX failures_of_subject ON attempts (subject, at) WHERE counted = 1'],
  [
    'CREATE TABLE revoked_tickets (id TEXT PRIMARY KEY, at BIGINT NOT NULL)',
    'CREATE INDEX revoked_tickets_by_time ON revoked_tickets (at)',
  ],
  // Holds a check value of the encryption key.
  ['CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL)'],
  // Since then, the column `subject` holds the id of the account: the site and its subject.
  [
    'ALTER TABLE accounts ADD COLUMN pending TEXT',
    'ALTER TABLE accounts ADD COLUMN suspended_at BIGINT',
    'ALTER TABLE attempts ADD COLUMN address TEXT',
    'ALTER TABLE events ADD COLUMN reason TEXT',
    'ALTER TABLE events ADD COLUMN address TEXT',
  ],
];

/**
 * Counts the migrations that are missing.
 *
 * @throws an error of the database if no migration has run yet
 */
export async function countMissingMigrations(query: RunQuery): Promise<number> {
  const [row] = await query('SELECT count(*) AS taken FROM schema_steps');
  return Math.max(0, STEPS.length - Number(row?.['taken']));
}

/**
 * Runs the migrations that are missing. The caller runs it in a transaction, one process at a time.
 *
 * @returns the number of migrations that ran
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
