/** The system under test: the reference endpoint behind a mock worker, with a clock of its own. */
import {executeServerCommand} from '@web/test-runner-commands';
import {accountIdOf} from '../../endpoint/account-id.ts';
import {createEndpoint, createContext, type EndpointOptions} from '../../endpoint/app.ts';
import {handleIdentityReport} from '../../endpoint/identity-reports.ts';
import {MemoryStore} from '../../endpoint/store/memory.ts';
import {NEW_ACCOUNT, type Account} from '../../endpoint/store/store.ts';
import {codeAt} from '../../endpoint/verifier/totp.ts';
import {withFault, type ServerFault} from '../../demo/backend/server-faults.ts';
import {startMockWorker} from '../../demo/backend/mock-worker.ts';
import {createRegistration, NO_ENCRYPTION} from './registration.ts';
import {RFC_SECRET} from './rfc6238.ts';

/** The trainee who is signed in. */
const TRAINEE = {subject: 'hong', site: 'test'};

/** A request that reached the endpoint. */
export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  readonly key: string | null;
  readonly body: string;
  readonly headers: Headers;
}

/** The path of the endpoint. */
const BASE_PATH = '/api/motp';

/**
 * The reference endpoint, its store and its clock.
 *
 * The clock stands still at noon of an ordinary day until a test moves it. So no test depends on
 * the time at which it runs.
 */
class TestSystem {
  /** The fault that the server injects. */
  fault: ServerFault = 'none';
  /** Responds instead of the endpoint, with responses that the reference endpoint never sends. */
  override: ((request: Request) => Response) | undefined;
  /** The endpoint's clock, in ms since the epoch. */
  now = 0;
  requests: ReceivedRequest[] = [];
  #held: Promise<void> | undefined;
  #store = new MemoryStore();
  #app = createEndpoint(this.#options);

  /** Starts the mock worker. A page has one worker, so this is called once. */
  async start(): Promise<void> {
    await startMockWorker([BASE_PATH], '/mockServiceWorker.js', (request) => this.#serve(request));
  }

  /** Creates a new store with one account, registered unless `secret` is `undefined`. */
  reset(account: Partial<Account> & {readonly secret?: string | undefined} = {}): void {
    this.fault = 'none';
    this.#held = undefined;
    this.override = undefined;
    this.now = Date.UTC(2026, 5, 1, 3, 0, 10);
    this.requests = [];
    const {secret, ...more} = {secret: RFC_SECRET, ...account};
    const registration = secret && createRegistration(secret);
    this.#store = new MemoryStore({
      accounts: [[accountIdOf(TRAINEE), {...NEW_ACCOUNT, registration, ...more}]],
    });
    this.#app = createEndpoint(this.#options);
  }

  /** Holds all responses back until the returned function is called. */
  holdResponses(): () => void {
    let release: (() => void) | undefined;
    this.#held = new Promise((resolve) => (release = resolve));
    return () => {
      this.#held = undefined;
      release?.();
    };
  }

  /** Returns the code that the phone shows, or showed some time steps ago. */
  code({stepsAgo = 0} = {}): Promise<string> {
    return codeAt(RFC_SECRET, this.now - stepsAgo * 60_000);
  }

  /** Returns a code that is wrong at every time step that the endpoint accepts. */
  async wrongCode(): Promise<string> {
    const right = await Promise.all(
      Array.from({length: 12}, (_, i) => this.code({stepsAgo: i - 1})),
    );
    return ['000000', '111111', '222222'].find((code) => !right.includes(code)) ?? '333333';
  }

  /** Returns a code of Debian's oathtool for the endpoint's time; `null` if it is not installed. */
  oathtool(): Promise<string | null> {
    return executeServerCommand('oathtool', {secret: RFC_SECRET, at: this.now});
  }

  /** Reports to the endpoint that the identity service has verified the trainee. */
  async identityVerified(): Promise<void> {
    await handleIdentityReport(createContext(this.#options), {
      ...TRAINEE,
      method: 'phone-identity',
      transactionId: crypto.randomUUID(),
      name: '홍길동',
      verifiedAt: this.now,
    });
  }

  /** The stored account of the trainee. */
  get account(): Account | undefined {
    return new Map(this.#store.contents.accounts).get(accountIdOf(TRAINEE));
  }

  /** The attempts that reached the server. */
  get posts(): readonly ReceivedRequest[] {
    return this.requests.filter(({method}) => method === 'POST');
  }

  get #options(): EndpointOptions {
    const trainee = {...TRAINEE, identity: undefined};
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
    await this.#held;
    if (this.override) return this.override(request);
    return withFault(
      this.fault,
      request,
      (one) => this.#app.fetch(one),
      () => this.now,
    );
  }
}

/** The system of a test file. It is reset before each test. */
export const system = new TestSystem();
await system.start();
beforeEach(() => {
  system.reset();
  // A new tab has an empty session storage.
  sessionStorage.clear();
});
