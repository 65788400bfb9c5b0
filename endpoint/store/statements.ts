/** The SQL of a store's transaction, the same for SQLite and PostgreSQL. */
import {MAX_FAILURES} from '../../src/core/max-failures.ts';
import type {RunQuery} from './database.ts';
import {
  toAccount,
  accountValues,
  toAttemptRecord,
  claimValues,
  toAuditEvent,
  resultValues,
  toAccountSnapshot,
} from './rows.ts';
import type {StoreTransaction} from './store.ts';

/** Returns a transaction whose statements go through `query`. */
export function transactionOn(query: RunQuery): StoreTransaction {
  const oneAccount = async (text: string, values: Parameters<RunQuery>[1]) => {
    const [row] = await query(text, values);
    return row && toAccount(row);
  };
  return {
    async getAccount(accountId, since) {
      const [row] = await query(
        `SELECT accounts.*, ${recentFailures('$2')} FROM accounts WHERE subject = $1`,
        [accountId, since],
      );
      return row && toAccountSnapshot(row);
    },
    async addAccount(accountId, account) {
      await query(
        `INSERT INTO accounts (subject, registration, failures, last_step, locked_at, forgiven_at,
           busy_until, used_code, pending, suspended_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING`,
        accountValues(accountId, account),
      );
    },
    async updateAccount(accountId, account) {
      await query(
        `UPDATE accounts SET registration = $2, failures = $3, last_step = $4, locked_at = $5,
           forgiven_at = $6, busy_until = $7, used_code = $8, pending = $9, suspended_at = $10
         WHERE subject = $1`,
        accountValues(accountId, account),
      );
    },
    acquireLease: (accountId, now, until) =>
      oneAccount(
        `UPDATE accounts SET busy_until = $3
         WHERE subject = $1 AND failures < ${MAX_FAILURES} AND locked_at IS NULL
           AND busy_until <= $2 RETURNING *`,
        [accountId, now, until],
      ),
    lockAccount: (accountId) =>
      // An update without a change is a row lock in both databases.
      oneAccount('UPDATE accounts SET failures = failures WHERE subject = $1 RETURNING *', [
        accountId,
      ]),
    async claimKey(claim) {
      const rows = await query(
        `INSERT INTO attempts (${CLAIM_COLUMNS})
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING key`,
        claimValues(claim),
      );
      return rows.length === 1;
    },
    async getAttempt(accountId, key) {
      const text = 'SELECT * FROM attempts WHERE subject = $1 AND key = $2';
      const [row] = await query(text, [accountId, key]);
      return row && toAttemptRecord(row);
    },
    async setResult(accountId, key, result) {
      await query(
        `UPDATE attempts SET status = $3, answer = $4, counted = $5, verification_id = $6
         WHERE subject = $1 AND key = $2`,
        [accountId, key, ...resultValues(result)],
      );
    },
    async releaseKey(accountId, key) {
      await query('DELETE FROM attempts WHERE subject = $1 AND key = $2', [accountId, key]);
    },
    async findByReceipt(verificationId) {
      const text = 'SELECT * FROM attempts WHERE verification_id = $1';
      const [row] = await query(text, [verificationId]);
      return row && toAttemptRecord(row);
    },
    async redeemReceipt(verificationId, by, at) {
      const rows = await query(
        `UPDATE attempts SET checked_by = $2, checked_at = $3
         WHERE verification_id = $1 AND checked_at IS NULL RETURNING key`,
        [verificationId, by, at],
      );
      return rows.length === 1;
    },
    async countSiteFailures(site, since) {
      const text =
        'SELECT count(*) AS failed FROM attempts WHERE site = $1 AND at > $2 AND counted = 1';
      const [row] = await query(text, [site, since]);
      return Number(row?.['failed']);
    },
    async addEvent({id, accountId, what, by, at, reason, address}) {
      const rows = await query(
        `INSERT INTO events (id, subject, what, by_party, at, reason, address)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING id`,
        [id, accountId, what, by, at, reason ?? null, address ?? null],
      );
      return rows.length === 1;
    },
    async getEvent(id) {
      const [row] = await query('SELECT * FROM events WHERE id = $1', [id]);
      return row && toAuditEvent(row);
    },
    async eraseAccount(accountId) {
      let deleted = 0;
      // The account first: its lock keeps a running attempt from adding rows.
      for (const table of ['accounts', 'attempts', 'events']) {
        const text = `DELETE FROM ${table} WHERE subject = $1 RETURNING subject`;
        deleted += (await query(text, [accountId])).length;
      }
      return deleted;
    },
    async listAccountIds(after, limit) {
      const text = 'SELECT subject FROM accounts WHERE subject > $1 ORDER BY subject LIMIT $2';
      const rows = await query(text, [after, limit]);
      return rows.map((row) => String(row['subject']));
    },
    async listAttempts(accountId) {
      const rows = await query('SELECT * FROM attempts WHERE subject = $1 ORDER BY at', [
        accountId,
      ]);
      return rows.map(toAttemptRecord);
    },
    async listEvents(accountId) {
      const rows = await query('SELECT * FROM events WHERE subject = $1 ORDER BY at', [accountId]);
      return rows.map(toAuditEvent);
    },
    async revokeTicket(id, at) {
      const text = 'INSERT INTO revoked_tickets (id, at) VALUES ($1, $2) ON CONFLICT DO NOTHING';
      await query(text, [id, at]);
    },
    async listRevokedTickets(since) {
      const rows = await query('SELECT id, at FROM revoked_tickets WHERE at > $1', [since]);
      return rows.map((row) => ({id: String(row['id']), at: Number(row['at'])}));
    },
    async purge(before, limit) {
      const attempts = await query(
        `DELETE FROM attempts WHERE (subject, key) IN
           (SELECT subject, key FROM attempts WHERE at < $1 ORDER BY at LIMIT $2) RETURNING key`,
        [before, limit],
      );
      const events = await query(
        `DELETE FROM events WHERE id IN
           (SELECT id FROM events WHERE at < $1 ORDER BY at LIMIT $2) RETURNING id`,
        [before, limit - attempts.length],
      );
      const revoked = await query(
        `DELETE FROM revoked_tickets WHERE id IN
           (SELECT id FROM revoked_tickets WHERE at < $1 ORDER BY at LIMIT $2) RETURNING id`,
        [before, limit - attempts.length - events.length],
      );
      return attempts.length + events.length + revoked.length;
    },
  };
}

/**
 * Counts the recent failures of an account. The times stand in a `FILTER`, which the planner ignores:
 * with empty tables it would choose another index, keep that plan, and later read all attempts.
 */
export function recentFailures(since: string): string {
  return `(
    SELECT count(*) FILTER (WHERE at > ${since} AND at > accounts.forgiven_at)
    FROM attempts WHERE attempts.subject = accounts.subject AND counted = 1
  ) AS recent_failures`;
}

/** The columns of an attempt before its evaluation. */
export const CLAIM_COLUMNS =
  'subject, key, fingerprint, site, occasion, unit, at, runs_until, address';
