/** The store on SQLite or PostgreSQL: one text of SQL for both. */
import type {Database, Query} from './database.ts';
import {accountOf, accountValues, attemptOf, eventOf} from './rows.ts';
import {MAX_FAILURES, type Records, type Store} from './store.ts';

/** See the file's head. */
export class SqlStore implements Store {
  readonly #database: Database;
  readonly #reading: Records;
  #migrated: Promise<void> | undefined;

  /** The store on a database, whose tables are brought up to date at the first use. */
  constructor(database: Database) {
    this.#database = database;
    this.#reading = recordsBy((text, values) => database.query(text, values));
  }

  async read<Value>(work: (records: Records) => Promise<Value>): Promise<Value> {
    await this.#upToDate();
    return work(this.#reading);
  }

  async transaction<Value>(
    work: (records: Records) => Promise<Value>,
    keeps: (value: Value) => boolean = () => true,
  ): Promise<Value> {
    await this.#upToDate();
    return this.#database.transaction((query) => work(recordsBy(query)), keeps);
  }

  async isReady(): Promise<boolean> {
    try {
      await this.#upToDate();
      return (await this.#database.query('SELECT 1 AS one')).length === 1;
    } catch {
      return false;
    }
  }

  close(): Promise<void> {
    return this.#database.close();
  }

  /** A database that is down at the start is asked again by the next request. */
  #upToDate(): Promise<void> {
    this.#migrated ??= this.#database.migrate().catch((error: unknown) => {
      this.#migrated = undefined;
      throw error;
    });
    return this.#migrated;
  }
}

function recordsBy(query: Query): Records {
  const oneAccount = async (text: string, values: Parameters<Query>[1]) => {
    const [row] = await query(text, values);
    return row && accountOf(row);
  };
  return {
    async standing(subject, since) {
      // All but the subject stands in a filter, out of the planner's sight: while the tables are
      // still empty it would take another index, keep that plan, and read everybody's attempts.
      const [row] = await query(
        `SELECT accounts.*, (
           SELECT count(*) FILTER (WHERE counted = 1 AND at > $2 AND at > accounts.forgiven_at)
           FROM attempts WHERE attempts.subject = accounts.subject
         ) AS recent_failures
         FROM accounts WHERE subject = $1`,
        [subject, since],
      );
      return row && {...accountOf(row), recentFailures: Number(row['recent_failures'])};
    },
    async addAccount(subject, account) {
      await query(`${INSERT_ACCOUNT} ON CONFLICT DO NOTHING`, accountValues(subject, account));
    },
    async putAccount(subject, account) {
      await query(
        `${INSERT_ACCOUNT} ON CONFLICT (subject) DO UPDATE SET
           registration = excluded.registration, failures = excluded.failures,
           last_step = excluded.last_step, locked_at = excluded.locked_at,
           forgiven_at = excluded.forgiven_at, busy_until = excluded.busy_until,
           used_code = excluded.used_code`,
        accountValues(subject, account),
      );
    },
    reserve: (subject) =>
      // Reserve, then evaluate: read-then-write let hundreds of parallel guesses through
      // elsewhere (CVE-2024-4629).
      oneAccount(
        `UPDATE accounts SET failures = failures + 1
         WHERE subject = $1 AND failures < ${MAX_FAILURES} AND locked_at IS NULL RETURNING *`,
        [subject],
      ),
    hold: (subject, now, until) =>
      oneAccount(
        `UPDATE accounts SET busy_until = $3
         WHERE subject = $1 AND failures < ${MAX_FAILURES} AND locked_at IS NULL
           AND busy_until <= $2 RETURNING *`,
        [subject, now, until],
      ),
    lockAccount: (subject) =>
      // An update that changes nothing is the lock that both databases know.
      oneAccount('UPDATE accounts SET failures = failures WHERE subject = $1 RETURNING *', [
        subject,
      ]),
    async claim({subject, key, fingerprint, site, occasion, unit, at, runsUntil}) {
      const rows = await query(
        `INSERT INTO attempts (subject, key, fingerprint, site, occasion, unit, at, runs_until)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING key`,
        [subject, key, fingerprint, site, occasion, unit ?? null, at, runsUntil],
      );
      return rows.length === 1;
    },
    async attempt(subject, key) {
      const text = 'SELECT * FROM attempts WHERE subject = $1 AND key = $2';
      const [row] = await query(text, [subject, key]);
      return row && attemptOf(row);
    },
    async finish(subject, key, {status, answer}) {
      await query(
        `UPDATE attempts SET status = $3, answer = $4, counted = $5, verification_id = $6
         WHERE subject = $1 AND key = $2`,
        [
          subject,
          key,
          status,
          JSON.stringify(answer),
          answer.counted ? 1 : 0,
          answer.code === 'verified' ? answer.verificationId : null,
        ],
      );
    },
    async drop(subject, key) {
      await query('DELETE FROM attempts WHERE subject = $1 AND key = $2', [subject, key]);
    },
    async receipt(verificationId) {
      const text = 'SELECT * FROM attempts WHERE verification_id = $1';
      const [row] = await query(text, [verificationId]);
      return row && attemptOf(row);
    },
    async redeem(verificationId, by, at) {
      const rows = await query(
        `UPDATE attempts SET checked_by = $2, checked_at = $3
         WHERE verification_id = $1 AND checked_at IS NULL RETURNING key`,
        [verificationId, by, at],
      );
      return rows.length === 1;
    },
    async siteFailures(site, since) {
      const text =
        'SELECT count(*) AS failed FROM attempts WHERE site = $1 AND at > $2 AND counted = 1';
      const [row] = await query(text, [site, since]);
      return Number(row?.['failed']);
    },
    async addEvent({id, subject, what, by, at}) {
      const rows = await query(
        `INSERT INTO events (id, subject, what, by_party, at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT DO NOTHING RETURNING id`,
        [id, subject, what, by, at],
      );
      return rows.length === 1;
    },
    async attemptsOf(subject) {
      const rows = await query('SELECT * FROM attempts WHERE subject = $1 ORDER BY at', [subject]);
      return rows.map(attemptOf);
    },
    async eventsOf(subject) {
      const rows = await query('SELECT * FROM events WHERE subject = $1 ORDER BY at', [subject]);
      return rows.map(eventOf);
    },
    async purge(before, atMost) {
      const attempts = await query(
        `DELETE FROM attempts WHERE (subject, key) IN
           (SELECT subject, key FROM attempts WHERE at < $1 ORDER BY at LIMIT $2) RETURNING key`,
        [before, atMost],
      );
      const events = await query(
        `DELETE FROM events WHERE id IN
           (SELECT id FROM events WHERE at < $1 ORDER BY at LIMIT $2) RETURNING id`,
        [before, atMost - attempts.length],
      );
      return attempts.length + events.length;
    },
  };
}

const INSERT_ACCOUNT = `INSERT INTO accounts (
    subject, registration, failures, last_step, locked_at, forgiven_at, busy_until, used_code
  ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;
