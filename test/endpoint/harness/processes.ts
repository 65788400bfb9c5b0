/** Endpoints as separate processes on one database, as a site runs them. */
import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {createInterface} from 'node:readline';
import {setTimeout as pause} from 'node:timers/promises';
import {confirmRegistration, issueRegistration} from '../../../endpoint/registrations.ts';
import {webCryptoEncryption, type Encryption} from '../../../endpoint/crypto/encryption.ts';
import {openPostgres} from '../../../endpoint/store/postgres.ts';
import {SqlStore} from '../../../endpoint/store/sql.ts';
import {openSqlite} from '../../../endpoint/store/sqlite.ts';
import type {Store} from '../../../endpoint/store/store.ts';
import {issueTicket} from '../../../endpoint/tickets.ts';
import {codeAt} from '../../../endpoint/verifier/totp.ts';
import {SECRETS} from './site.ts';
import {newPostgresUrl, newSqlitePath} from './stores.ts';

/** A database that several processes can share. */
export type SharedDatabase = 'SQLite' | 'PostgreSQL';

/** The app's server, for the audit trail. */
const APP = {by: 'app'} as const;

const ENCRYPTION_KEY = '07'.repeat(32);

/** A running endpoint. */
export interface EndpointProcess {
  readonly url: string;
  readonly child: ChildProcess;
  /** The lines that it has logged. */
  readonly lines: readonly string[];
}

/** Waits for a line of the log: it arrives after the response that it is about. */
export async function waitForEvent({lines}: EndpointProcess, event: string): Promise<void> {
  while (!lines.some((line) => line.includes(`"event":"${event}"`))) await pause(10);
}

/**
 * Owns a new database and the endpoint processes on it. Its own store on the database registers trainees
 * and reads results.
 */
export class EndpointService {
  readonly store: Store;
  readonly encryption: Encryption;
  processes: EndpointProcess[] = [];
  readonly #environment: NodeJS.ProcessEnv;

  private constructor(store: Store, encryption: Encryption, environment: NodeJS.ProcessEnv) {
    this.store = store;
    this.encryption = encryption;
    this.#environment = environment;
  }

  /** Creates a database and starts processes. @param more further environment variables */
  static async create(
    kind: SharedDatabase,
    processes: number,
    more: NodeJS.ProcessEnv = {},
  ): Promise<EndpointService> {
    const database =
      kind === 'SQLite' ? {SQLITE_FILE: newSqlitePath()} : {DATABASE_URL: await newPostgresUrl()};
    const {SQLITE_FILE = '', DATABASE_URL} = database as {
      SQLITE_FILE?: string;
      DATABASE_URL?: string;
    };
    const store = new SqlStore(
      DATABASE_URL === undefined
        ? openSqlite(SQLITE_FILE)
        : openPostgres(DATABASE_URL, {connections: 4, connectTimeoutMs: 60_000}),
    );
    const encryption = await webCryptoEncryption(
      Uint8Array.from(Buffer.from(ENCRYPTION_KEY, 'hex')),
    );
    const service = new EndpointService(store, encryption, {
      PATH: process.env['PATH'],
      ...database,
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
    await store.checkReady();
    for (let i = 0; i < processes; i++) await service.startProcess();
    return service;
  }

  /** The settings that name the database. */
  get databaseSettings(): NodeJS.ProcessEnv {
    return this.#environment;
  }

  /** Returns the URLs of all running endpoints. */
  get urls(): readonly string[] {
    return this.processes.map(({url}) => url);
  }

  /** Starts a process, and waits until it listens. */
  async startProcess(): Promise<EndpointProcess> {
    const child = spawn(process.execPath, ['endpoint/cli.ts', 'serve'], {
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
      child.once('exit', (code) => reject(new Error(`The endpoint exited with ${code}.`)));
    });
    const running = {url, child, lines};
    this.processes.push(running);
    return running;
  }

  /** Sends a signal to a process, and waits for its exit. @returns its exit code */
  async stopProcess(one: EndpointProcess, signal: NodeJS.Signals): Promise<number | null> {
    this.processes = this.processes.filter((other) => other !== one);
    const ended = once(one.child, 'exit') as Promise<[number | null]>;
    one.child.kill(signal);
    return (await ended)[0];
  }

  /** Kills all processes and closes the store. */
  async close(): Promise<void> {
    await Promise.all(this.processes.map((one) => this.stopProcess(one, 'SIGKILL')));
    await this.store.close();
  }

  /** Registers a trainee's app. @returns the seed */
  async register(subject: string): Promise<string> {
    const {store, encryption} = this;
    const context = {store, encryption, now: Date.now};
    const owner = {site: 'institute', subject};
    const {secret, device} = await issueRegistration(context, owner, APP);
    const confirmation = {...owner, device, code: await codeAt(secret, Date.now())};
    // A slow machine may need more than a step.
    await confirmRegistration(context, confirmation, 60_000, APP);
    return secret;
  }

  /** Issues a ticket for a trainee's page. */
  async issueTicket(subject: string): Promise<string> {
    const owner = {subject, site: 'institute', occasion: 'exam', identity: undefined} as const;
    return (await issueTicket(owner, Date.now() + 3_600_000, this.encryption))?.ticket ?? '';
  }
}
