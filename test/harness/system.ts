/** The verification system of a test: the reference endpoint on real HTTP, with a clock of its own. */
import {executeServerCommand} from '@web/test-runner-commands';
import {createEndpoint, createContext, type EndpointOptions} from '../../endpoint/app.ts';
import {handleIdentityReport} from '../../endpoint/identity-reports.ts';
import {MemoryStore} from '../../endpoint/store/memory.ts';
import {NEW_ACCOUNT, type Account} from '../../endpoint/store/store.ts';
import {codeAt} from '../../endpoint/verifier/totp.ts';
import {withFault, type ServerFault} from '../../demo/backend/server-faults.ts';
import {startMockWorker} from '../../demo/backend/mock-worker.ts';
import {createRegistration, NO_ENCRYPTION} from './registration.ts';
import {RFC_SECRET} from './rfc6238.ts';

/** The one trainee who is signed in. */
const SUBJECT = 'hong';

/** A request as the endpoint saw it. */
export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  readonly key: string | null;
  readonly body: string;
  readonly headers: Headers;
}

/** Where a test's endpoint is served. */
const BASE_PATH = '/api/motp';

/**
 * See the file's head. The clock stands still at noon of an ordinary day until a test moves it, so
 * that no test depends on when it runs.
 */
class TestSystem {
  /** What the server is like. */
  fault: ServerFault = 'none';
  /** In place of the endpoint, where a test needs an answer that ours never gives. */
  override: ((request: Request) => Response) | undefined;
  /** The system's clock, ms since the epoch. */
  now = 0;
  requests: ReceivedRequest[] = [];
  #release: Promise<void> | undefined;
  #store = new MemoryStore();
  #app = createEndpoint(this.#options);

  /** Takes the place of the network. Once in a page, since a page has one worker. */
  async start(): Promise<void> {
    await startMockWorker([BASE_PATH], '/mockServiceWorker.js', (request) => this.#serve(request));
  }

  /** A system that nobody has used, with one trainee, registered unless `secret` is undefined. */
  reset(account: Partial<Account> & {readonly secret?: string | undefined} = {}): void {
    this.fault = 'none';
    this.#release = undefined;
    this.override = undefined;
    this.now = Date.UTC(2026, 5, 1, 3, 0, 10);
    this.requests = [];
    const {secret, ...more} = {secret: RFC_SECRET, ...account};
    const registration = secret && createRegistration(secret);
    this.#store = new MemoryStore({accounts: [[SUBJECT, {...NEW_ACCOUNT, registration, ...more}]]});
    this.#app = createEndpoint(this.#options);
  }

  /** Holds every answer back, so that a test can look meanwhile, until the result is called. */
  holdResponses(): () => void {
    let release: (() => void) | undefined;
    this.#release = new Promise((resolve) => (release = resolve));
    return () => {
      this.#release = undefined;
      release?.();
    };
  }

  /** The code that the trainee's phone shows, so many steps ago. */
  code({stepsAgo = 0} = {}): Promise<string> {
    return codeAt(RFC_SECRET, this.now - stepsAgo * 60_000);
  }

  /** A code that is right at no step that the endpoint looks at. */
  async wrongCode(): Promise<string> {
    const right = await Promise.all(
      Array.from({length: 12}, (_, i) => this.code({stepsAgo: i - 1})),
    );
    return ['000000', '111111', '222222'].find((code) => !right.includes(code)) ?? '333333';
  }

  /** A code of Debian's oathtool for the system's time, or `null` where it is not installed. */
  oathtool(): Promise<string | null> {
    return executeServerCommand('oathtool', {secret: RFC_SECRET, at: this.now});
  }

  /** The identity service has verified the trainee by phone. */
  async identityVerified(): Promise<void> {
    await handleIdentityReport(createContext(this.#options), {
      subject: SUBJECT,
      method: 'phone-identity',
      transactionId: crypto.randomUUID(),
      name: '홍길동',
      verifiedAt: this.now,
    });
  }

  /** The trainee's account as it is stored. */
  get account(): Account | undefined {
    return new Map(this.#store.contents.accounts).get(SUBJECT);
  }

  /** The attempts that reached the server. */
  get posts(): readonly ReceivedRequest[] {
    return this.requests.filter(({method}) => method === 'POST');
  }

  get #options(): EndpointOptions {
    const trainee = {subject: SUBJECT, site: 'test', identity: undefined};
    return {
      basePath: BASE_PATH,
      store: this.#store,
      encryption: NO_ENCRYPTION,
      authenticateTrainee: () => ({kind: 'trainee', trainee}),
      now: () => this.now,
    };
  }

  async #serve(request: Request): Promise<Response> {
    this.requests.push({
      method: request.method,
      path: new URL(request.url).pathname,
      key: request.headers.get('Idempotency-Key'),
      body: await request.clone().text(),
      headers: request.headers,
    });
    await this.#release;
    if (this.override) return this.override(request);
    return withFault(
      this.fault,
      request,
      (one) => this.#app.fetch(one),
      () => this.now,
    );
  }
}

/** The one system of the test file that imports it, made anew before each of its tests. */
export const system = new TestSystem();
await system.start();
beforeEach(() => {
  system.reset();
  // As in a new tab.
  sessionStorage.clear();
});
