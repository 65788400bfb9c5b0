/** Endpoints with many accounts, and how fast they are beside the bare database. */
import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {Agent, request} from 'node:http';
import {createInterface} from 'node:readline';
import type {Encryption} from '../endpoint/crypto/encryption.ts';
import {nodeEncryption} from '../endpoint/crypto/encryption-node.ts';
import {encryptRegistration} from '../endpoint/registration.ts';
import type {Database} from '../endpoint/store/database.ts';
import {openPostgres} from '../endpoint/store/postgres.ts';
import {openSqlite} from '../endpoint/store/sqlite.ts';
import {issueTicket} from '../endpoint/tickets.ts';
import {codeAt, newSecret, stepAt} from '../endpoint/verifier/totp.ts';

/** What came of measuring. */
export interface Measured {
  readonly perSecond: number;
  /** ms. */
  readonly p50: number;
  readonly p99: number;
  /** What each cost the caller, in µs of a core: it shares the machine with what it measures. */
  readonly callerUs: number;
}

/** Where the database is, as the endpoint is told. */
export type Where =
  {readonly DATABASE_URL: string; readonly CONNECTIONS: string} | {readonly SQLITE_FILE: string};

const KEY = '17'.repeat(32);

/** See the file's head. */
export class Bench {
  readonly #database: Database;
  readonly #seal: Encryption;
  readonly #secret: string;
  readonly #accounts: number;
  readonly #endpoints: ChildProcess[] = [];
  readonly #urls: string[] = [];
  #shown = {step: -1, code: Promise.resolve('')};
  #sharesCommits = false;

  private constructor(database: Database, seal: Encryption, secret: string, accounts: number) {
    this.#database = database;
    this.#seal = seal;
    this.#secret = secret;
    this.#accounts = accounts;
  }

  /** Fills a database with accounts, and starts endpoints on it. */
  static async of(where: Where, accounts: number, processes: number): Promise<Bench> {
    const database =
      'SQLITE_FILE' in where
        ? openSqlite(where.SQLITE_FILE)
        : openPostgres(where.DATABASE_URL, {connections: Number(where.CONNECTIONS)});
    await database.migrate();
    const seal = nodeEncryption(Buffer.from(KEY, 'hex'));
    const bench = new Bench(database, seal, newSecret(), accounts);
    await bench.#fill();
    for (let i = 0; i < processes; i++) await bench.#start(where);
    return bench;
  }

  /** Verifies, each time another account’s right code. */
  verify(connections: number, ms: number): Promise<Measured> {
    const agent = new Agent({keepAlive: true, maxSockets: connections});
    const measured = measure(connections, ms, async (i) => {
      const subject = subjectOf(this.#any());
      const trainee = {subject, site: 'bench', identity: undefined};
      const ticket = await issueTicket(trainee, Date.now() + 3_600_000, this.#seal);
      const code = await this.#code();
      const body = JSON.stringify({v: 1, code, occasion: 'lesson', unit: 9, ticket});
      const url = this.#urls[i % this.#urls.length] ?? '';
      return () => send(url, agent, body);
    });
    return measured.finally(() => agent.destroy());
  }

  /** The least that an exchange needs: the same server says that it is alive. */
  hello(connections: number, ms: number): Promise<Measured> {
    const agent = new Agent({keepAlive: true, maxSockets: connections});
    const measured = measure(connections, ms, async (i) => {
      const url = `${this.#urls[i % this.#urls.length]}/health/live`;
      return () => send(url, agent);
    });
    return measured.finally(() => agent.destroy());
  }

  /** The least that a counter of failures needs: one row changed, and told. */
  bare(connections: number, ms: number): Promise<Measured> {
    let changes = 0;
    return measure(connections, ms, async () => {
      const subject = subjectOf(this.#any());
      const i = ++changes;
      return async () => {
        // By a transaction of one statement, as PostgreSQL runs it by itself; SQLite shares commits.
        const sql = 'UPDATE accounts SET busy_until = $2 WHERE subject = $1 RETURNING failures';
        if (this.#sharesCommits) {
          await this.#database.transaction(
            (query) => query(sql, [subject, i]),
            () => [],
          );
        } else await this.#database.query(sql, [subject, i]);
      };
    });
  }

  /** Ends everything. */
  async close(): Promise<void> {
    for (const endpoint of this.#endpoints) {
      const ended = once(endpoint, 'exit');
      endpoint.kill('SIGTERM');
      await ended;
    }
    await this.#database.close();
  }

  /** All accounts have one seed, so one code will do for a whole step. */
  #code(): Promise<string> {
    const now = Date.now();
    const step = stepAt(now);
    if (this.#shown.step !== step) this.#shown = {step, code: codeAt(this.#secret, now)};
    return this.#shown.code;
  }

  #any(): number {
    return Math.floor(Math.random() * this.#accounts);
  }

  /** Accounts of one seed, in few statements: each sealed for itself. */
  async #fill(): Promise<void> {
    const AT_ONCE = 5000;
    const registration = {secret: this.#secret, device: 'a phone', consentedAt: 0};
    for (let from = 0; from < this.#accounts; from += AT_ONCE) {
      const numbers = Array.from(
        {length: Math.min(AT_ONCE, this.#accounts - from)},
        (_, i) => from + i,
      );
      const rows = await Promise.all(
        numbers.map(async (i) => {
          const sealed = await encryptRegistration(registration, subjectOf(i), this.#seal);
          return `('${subjectOf(i)}', '${sealed}', 0, -1, NULL, 0, 0, NULL)`;
        }),
      );
      await this.#database.transaction(
        (query) => query(`INSERT INTO accounts VALUES ${rows.join()}`),
        () => [],
      );
    }
    await this.#database.transaction(
      (query) => query('ANALYZE'),
      () => [],
    );
  }

  async #start(where: Where): Promise<void> {
    this.#sharesCommits = 'SQLITE_FILE' in where;
    const endpoint = spawn(process.execPath, ['endpoint/start.ts'], {
      env: {
        PATH: process.env['PATH'],
        ...where,
        ENCRYPTION_KEY: KEY,
        PORT: '0',
        REQUESTS_PER_ADDRESS: '1000000000',
        REQUESTS_PER_ACCOUNT: '1000000000',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#endpoints.push(endpoint);
    const [line] = (await once(createInterface({input: endpoint.stdout}), 'line')) as [string];
    const {address} = JSON.parse(line) as {readonly address: string};
    this.#urls.push(address);
    // What it tells from here on is taken from it, and not looked at.
    endpoint.stdout.removeAllListeners('data').resume();
  }
}

function subjectOf(i: number): string {
  return `trainee-${i}`;
}

/** Does work on so many connections at once for so long; only what `prepare` returns is timed. */
async function measure(
  connections: number,
  ms: number,
  prepare: (i: number) => Promise<() => Promise<void>>,
): Promise<Measured> {
  const times: number[] = [];
  let done = 0;
  const used = process.cpuUsage();
  const warm = performance.now() + Math.min(1000, ms / 2);
  const end = warm + ms;
  await Promise.all(
    Array.from({length: connections}, async (_, i) => {
      while (performance.now() < end) {
        const work = await prepare(i);
        const began = performance.now();
        await work();
        done++;
        if (began > warm) times.push(performance.now() - began);
      }
    }),
  );
  const sorted = times.toSorted((a, b) => a - b);
  const quantile = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? NaN;
  const {user, system} = process.cpuUsage(used);
  return {
    perSecond: (times.length * 1000) / ms,
    p50: quantile(0.5),
    p99: quantile(0.99),
    callerUs: (user + system) / done,
  };
}

/** Posts where there is a body, and expects one of the outcomes that a right code has. */
function send(url: string, agent: Agent, body?: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const posted = body !== undefined && {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Content-Length': Buffer.byteLength(body),
        'Idempotency-Key': `"${crypto.randomUUID()}"`,
      },
    };
    const sent = request(url, {agent, ...posted}, (response) => {
      response.resume();
      response.on('end', () => {
        // A random account can come twice within a minute: then its code has been used.
        const {statusCode = 0} = response;
        if ([200, 409].includes(statusCode)) resolve();
        else reject(new Error(`Status ${statusCode}`));
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
