/** Measures endpoints with many accounts, and their database alone for comparison. */
import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {Agent, request} from 'node:http';
import {createInterface} from 'node:readline';
import {accountIdOf} from '../endpoint/account-id.ts';
import type {Encryption} from '../endpoint/crypto/encryption.ts';
import {nodeEncryption} from '../endpoint/crypto/encryption-node.ts';
import {encryptRegistration} from '../endpoint/registration.ts';
import type {Database} from '../endpoint/store/database.ts';
import {openPostgres} from '../endpoint/store/postgres.ts';
import {openSqlite} from '../endpoint/store/sqlite.ts';
import {issueTicket} from '../endpoint/tickets.ts';
import {codeAt, newSecret, stepAt} from '../endpoint/verifier/totp.ts';

/** The result of one measurement. */
export interface Throughput {
  readonly perSecond: number;
  /** Quantiles of the duration, in ms. */
  readonly p50: number;
  readonly p99: number;
  /** CPU time of the caller for one call, in µs. The caller shares the machine with the endpoint. */
  readonly callerUs: number;
}

/** The environment variables that configure the endpoint's database. */
export type DatabaseConfig =
  {readonly DATABASE_URL: string; readonly CONNECTIONS: string} | {readonly SQLITE_FILE: string};

const KEY = '17'.repeat(32);

/** The columns of an account that have no default. */
const ACCOUNT_COLUMNS = 'subject, registration, failures, last_step, forgiven_at, busy_until';

/**
 * A filled database and the endpoint processes that use it.
 *
 * It owns both and ends them in `close()`. It does not own the PostgreSQL cluster.
 */
export class EndpointBench {
  readonly #database: Database;
  readonly #encryption: Encryption;
  readonly #secret: string;
  readonly #accounts: number;
  readonly #endpoints: ChildProcess[] = [];
  readonly #urls: string[] = [];
  #currentCode = {step: -1, code: Promise.resolve('')};
  #sharesCommits = false;

  private constructor(database: Database, seal: Encryption, secret: string, accounts: number) {
    this.#database = database;
    this.#encryption = seal;
    this.#secret = secret;
    this.#accounts = accounts;
  }

  /** Fills a database with accounts and starts the endpoints. */
  static async start(
    config: DatabaseConfig,
    accounts: number,
    processes: number,
  ): Promise<EndpointBench> {
    const database =
      'SQLITE_FILE' in config
        ? openSqlite(config.SQLITE_FILE)
        : openPostgres(config.DATABASE_URL, {connections: Number(config.CONNECTIONS)});
    await database.migrate();
    const seal = nodeEncryption(Buffer.from(KEY, 'hex'));
    const bench = new EndpointBench(database, seal, newSecret(), accounts);
    await bench.#insertAccounts();
    for (let i = 0; i < processes; i++) await bench.#startEndpoint(config);
    return bench;
  }

  /** Measures verifications, each with the correct code of a random account. */
  verify(connections: number, ms: number): Promise<Throughput> {
    const agent = new Agent({keepAlive: true, maxSockets: connections});
    const measured = measure(connections, ms, async (i) => {
      const subject = subjectOf(this.#randomAccount());
      const owner = {subject, site: 'bench', occasion: 'lesson', identity: undefined} as const;
      const {ticket} = (await issueTicket(owner, Date.now() + 3_600_000, this.#encryption)) ?? {};
      const code = await this.#code();
      const body = JSON.stringify({v: 1, code, occasion: 'lesson', unit: 9, ticket});
      const url = this.#urls[i % this.#urls.length] ?? '';
      return () => send(url, agent, body);
    });
    return measured.finally(() => agent.destroy());
  }

  /** Measures the health check: the minimum of an HTTP request to the same server. */
  pingHttp(connections: number, ms: number): Promise<Throughput> {
    const agent = new Agent({keepAlive: true, maxSockets: connections});
    const measured = measure(connections, ms, async (i) => {
      const url = `${this.#urls[i % this.#urls.length]}/health/live`;
      return () => send(url, agent);
    });
    return measured.finally(() => agent.destroy());
  }

  /** Measures a bare `UPDATE … RETURNING`: the minimum of a failure counter. */
  updateRows(connections: number, ms: number): Promise<Throughput> {
    let changes = 0;
    return measure(connections, ms, async () => {
      const id = idOf(this.#randomAccount());
      const i = ++changes;
      return async () => {
        // PostgreSQL commits each statement by itself. SQLite groups transactions into one commit.
        const sql = 'UPDATE accounts SET busy_until = $2 WHERE subject = $1 RETURNING failures';
        if (this.#sharesCommits) {
          await this.#database.transaction(
            (query) => query(sql, [id, i]),
            () => [],
          );
        } else await this.#database.query(sql, [id, i]);
      };
    });
  }

  /** Ends the endpoints and closes the database. */
  async close(): Promise<void> {
    for (const endpoint of this.#endpoints) {
      const ended = once(endpoint, 'exit');
      endpoint.kill('SIGTERM');
      await ended;
    }
    await this.#database.close();
  }

  /** Computes the current code. All accounts have the same seed, so it is computed once for each step. */
  #code(): Promise<string> {
    const now = Date.now();
    const step = stepAt(now);
    if (this.#currentCode.step !== step)
      this.#currentCode = {step, code: codeAt(this.#secret, now)};
    return this.#currentCode.code;
  }

  #randomAccount(): number {
    return Math.floor(Math.random() * this.#accounts);
  }

  /** Inserts accounts with one seed, each encrypted separately. */
  async #insertAccounts(): Promise<void> {
    const BATCH_SIZE = 5000;
    const registration = {secret: this.#secret, device: 'a phone', consentedAt: 0};
    for (let from = 0; from < this.#accounts; from += BATCH_SIZE) {
      const numbers = Array.from(
        {length: Math.min(BATCH_SIZE, this.#accounts - from)},
        (_, i) => from + i,
      );
      const rows = await Promise.all(
        numbers.map(async (i) => {
          const encrypted = await encryptRegistration(registration, idOf(i), this.#encryption);
          return `('${idOf(i)}', '${encrypted}', 0, -1, 0, 0)`;
        }),
      );
      await this.#database.transaction(
        (query) => query(`INSERT INTO accounts (${ACCOUNT_COLUMNS}) VALUES ${rows.join()}`),
        () => [],
      );
    }
    await this.#database.transaction(
      (query) => query('ANALYZE'),
      () => [],
    );
  }

  async #startEndpoint(config: DatabaseConfig): Promise<void> {
    this.#sharesCommits = 'SQLITE_FILE' in config;
    const endpoint = spawn(process.execPath, ['endpoint/cli.ts', 'serve'], {
      env: {
        PATH: process.env['PATH'],
        ...config,
        ENCRYPTION_KEY: KEY,
        SITES: `bench=${KEY}`,
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
    // Discards the rest of the log: a full pipe would block the endpoint.
    endpoint.stdout.removeAllListeners('data').resume();
  }
}

function subjectOf(i: number): string {
  return `trainee-${i}`;
}

function idOf(i: number): string {
  return accountIdOf({site: 'bench', subject: subjectOf(i)});
}

/** Runs work on several connections for a time in ms. Only the function that `prepare` returns is timed. */
async function measure(
  connections: number,
  ms: number,
  prepare: (i: number) => Promise<() => Promise<void>>,
): Promise<Throughput> {
  const times: number[] = [];
  let done = 0;
  const startUsage = process.cpuUsage();
  const warmUpEnd = performance.now() + Math.min(1000, ms / 2);
  const end = warmUpEnd + ms;
  await Promise.all(
    Array.from({length: connections}, async (_, i) => {
      while (performance.now() < end) {
        const work = await prepare(i);
        const startTime = performance.now();
        await work();
        done++;
        if (startTime > warmUpEnd) times.push(performance.now() - startTime);
      }
    }),
  );
  const sorted = times.toSorted((a, b) => a - b);
  const quantile = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? NaN;
  const {user, system} = process.cpuUsage(startUsage);
  return {
    perSecond: (times.length * 1000) / ms,
    p50: quantile(0.5),
    p99: quantile(0.99),
    callerUs: (user + system) / done,
  };
}

/** Sends a request, with POST if there is a body, and expects an outcome of a correct code. */
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
        // 409: the random account was already used in this time step.
        const {statusCode = 0} = response;
        if ([200, 409].includes(statusCode)) resolve();
        else reject(new Error(`Expected status 200 or 409, got ${statusCode}.`));
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
