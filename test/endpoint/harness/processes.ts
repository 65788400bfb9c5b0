/** Endpoints as processes of their own, on one database: what a site runs. */
import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {createInterface} from 'node:readline';
import {issueRegistration} from '../../../endpoint/registrations.ts';
import {webCryptoEncryption, type Encryption} from '../../../endpoint/crypto/encryption.ts';
import {openPostgres} from '../../../endpoint/store/postgres.ts';
import {SqlStore} from '../../../endpoint/store/sql.ts';
import {openSqlite} from '../../../endpoint/store/sqlite.ts';
import type {Store} from '../../../endpoint/store/store.ts';
import {issueTicket} from '../../../endpoint/tickets.ts';
import {SECRETS} from './site.ts';
import {newPostgresUrl, newSqlitePath} from './stores.ts';

/** The databases that processes can share. */
export type SharedDatabase = 'SQLite' | 'PostgreSQL';

const ENCRYPTION_KEY = '07'.repeat(32);

/** One process. */
export interface EndpointProcess {
  readonly url: string;
  readonly child: ChildProcess;
  /** What it has written, line by line. */
  readonly lines: readonly string[];
}

/** Some endpoints on one new database, and a hand of our own in it. */
export class EndpointService {
  readonly store: Store;
  readonly seal: Encryption;
  processes: EndpointProcess[] = [];
  readonly #environment: NodeJS.ProcessEnv;

  private constructor(store: Store, seal: Encryption, environment: NodeJS.ProcessEnv) {
    this.store = store;
    this.seal = seal;
    this.#environment = environment;
  }

  /** Starts so many processes. `more` are further settings. */
  static async of(
    kind: SharedDatabase,
    processes: number,
    more: NodeJS.ProcessEnv = {},
  ): Promise<EndpointService> {
    const where =
      kind === 'SQLite' ? {SQLITE_FILE: newSqlitePath()} : {DATABASE_URL: await newPostgresUrl()};
    const {SQLITE_FILE = '', DATABASE_URL} = where as {SQLITE_FILE?: string; DATABASE_URL?: string};
    const store = new SqlStore(
      DATABASE_URL === undefined
        ? openSqlite(SQLITE_FILE)
        : openPostgres(DATABASE_URL, {connections: 4, connectTimeoutMs: 60_000}),
    );
    const seal = await webCryptoEncryption(Uint8Array.from(Buffer.from(ENCRYPTION_KEY, 'hex')));
    const service = new EndpointService(store, seal, {
      PATH: process.env['PATH'],
      ...where,
      ENCRYPTION_KEY,
      PORT: '0',
      SITES: `institute=${SECRETS.sites.institute}`,
      IDENTITY_SERVICE_SECRET: SECRETS.identityService,
      APP_SECRET: SECRETS.app,
      REQUESTS_PER_ACCOUNT: '1000000000',
      REQUESTS_PER_ADDRESS: '1000000000',
      FAILURES_PER_SITE: '1000000000',
      ...more,
    });
    await store.isReady();
    for (let i = 0; i < processes; i++) await service.start();
    return service;
  }

  /** The addresses of all that run. */
  get urls(): readonly string[] {
    return this.processes.map(({url}) => url);
  }

  /** Starts one more process, and waits until it listens. */
  async start(): Promise<EndpointProcess> {
    const child = spawn(process.execPath, ['endpoint/start.ts'], {
      env: this.#environment,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines: string[] = [];
    const url = await new Promise<string>((resolve, reject) => {
      createInterface({input: child.stdout}).on('line', (line) => {
        lines.push(line);
        const {event, address} = JSON.parse(line) as {event: string; address?: string};
        if (event === 'listening' && address !== undefined) resolve(address);
      });
      child.once('exit', (code) => reject(new Error(`The endpoint ended with ${code}.`)));
    });
    const running = {url, child, lines};
    this.processes.push(running);
    return running;
  }

  /** Ends one process by a signal, and waits for it. */
  async stop(one: EndpointProcess, signal: NodeJS.Signals): Promise<number | null> {
    this.processes = this.processes.filter((other) => other !== one);
    const ended = once(one.child, 'exit') as Promise<[number | null]>;
    one.child.kill(signal);
    return (await ended)[0];
  }

  /** Ends everything. */
  async close(): Promise<void> {
    await Promise.all(this.processes.map((one) => this.stop(one, 'SIGKILL')));
    await this.store.close();
  }

  /** Registers a trainee's app; the seed of the phone. */
  async register(subject: string): Promise<string> {
    const {store, seal} = this;
    const {secret} = await issueRegistration(
      {store, encryption: seal, now: Date.now},
      subject,
      undefined,
      'app',
    );
    return secret;
  }

  /** A ticket for a trainee's page. */
  async issueTicket(subject: string): Promise<string> {
    const trainee = {subject, site: 'institute', identity: undefined};
    return (await issueTicket(trainee, Date.now() + 3_600_000, this.seal)) ?? '';
  }
}
