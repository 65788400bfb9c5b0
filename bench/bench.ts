/** Measures endpoints with many accounts, and their database alone for comparison. */
import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
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
import {openBareDatabase, type BareDatabase, type DatabaseConfig} from './bare-database.ts';
import {HttpConnection, httpRequest} from './http-connection.ts';
import type {Workload} from './throughput.ts';

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
  readonly #bare: BareDatabase;
  readonly #encryption: Encryption;
  readonly #secret: string;
  readonly #accounts: number;
  readonly #endpoints: ChildProcess[] = [];
  readonly #urls: string[] = [];
  #currentCode = {step: -1, code: Promise.resolve('')};

  private constructor(
    database: Database,
    bare: BareDatabase,
    seal: Encryption,
    secret: string,
    accounts: number,
  ) {
    this.#database = database;
    this.#bare = bare;
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
    const bench = new EndpointBench(
      database,
      openBareDatabase(config),
      seal,
      newSecret(),
      accounts,
    );
    await bench.#insertAccounts();
    for (let i = 0; i < processes; i++) await bench.#startEndpoint(config);
    return bench;
  }

  /** Verifies the right code of a random account with each call. */
  async openVerifications(connections: number): Promise<Workload> {
    return this.#overHttp(connections, async () => {
      const subject = subjectOf(this.#randomAccount());
      const owner = {subject, site: 'bench', occasion: 'lesson', identity: undefined} as const;
      const {ticket} = (await issueTicket(owner, Date.now() + 3_600_000, this.#encryption)) ?? {};
      const body = {v: 1, code: await this.#code(), occasion: 'lesson', unit: 9, ticket};
      return httpRequest('POST', '', {
        headers: {'Idempotency-Key': `"${crypto.randomUUID()}"`},
        body: JSON.stringify(body),
      });
    });
  }

  /** Asks for the health check with each call: the minimum of an HTTP request to the same server. */
  async openPings(connections: number): Promise<Workload> {
    const text = httpRequest('GET', '/health/live');
    return this.#overHttp(connections, async () => text);
  }

  /** Runs a bare `UPDATE … RETURNING` with each call: the minimum of a failure counter. */
  openUpdates(): Workload {
    let changes = 0;
    return {
      prepare: async () => {
        const id = idOf(this.#randomAccount());
        const i = ++changes;
        return () => this.#bare.update(id, i);
      },
      close: () => undefined,
    };
  }

  /** Ends the endpoints and closes the database. */
  async close(): Promise<void> {
    for (const endpoint of this.#endpoints) {
      const ended = once(endpoint, 'exit');
      endpoint.kill('SIGTERM');
      await ended;
    }
    await this.#bare.close();
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

  /** Sends a request with each call, and expects an outcome of a correct code. */
  async #overHttp(
    connections: number,
    prepare: () => Promise<ReturnType<typeof httpRequest>>,
  ): Promise<Workload> {
    const all = await Promise.all(
      Array.from({length: connections}, (_, i) =>
        HttpConnection.open(new URL(this.#urls[i % this.#urls.length] ?? '')),
      ),
    );
    return {
      async prepare(i) {
        const text = await prepare();
        return async () => {
          const status = await all[i]?.send(text);
          // 409: the random account was already used in this time step.
          if (status !== 200 && status !== 409) throw new Error(`The status was ${status}.`);
        };
      },
      close: () => all.forEach((one) => one.close()),
    };
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
      await this.#database.transaction((query) =>
        query(`INSERT INTO accounts (${ACCOUNT_COLUMNS}) VALUES ${rows.join()}`),
      );
    }
    await this.#database.transaction((query) => query('ANALYZE'));
  }

  async #startEndpoint(config: DatabaseConfig): Promise<void> {
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
