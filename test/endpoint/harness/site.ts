/** The endpoint as a training site, its pages, the app and the identity service reach it. */
import {createEndpoint, createContext, type EndpointOptions} from '../../../endpoint/app.ts';
import type {EndpointContext} from '../../../endpoint/context.ts';
import {webCryptoEncryption, type Encryption} from '../../../endpoint/crypto/encryption.ts';
import type {Store} from '../../../endpoint/store/store.ts';
import {verifyTicket} from '../../../endpoint/tickets.ts';
import {codeAt} from '../../../endpoint/verifier/totp.ts';
import {bearerAuth} from '../../../endpoint/auth.ts';
import {createIdempotencyKey} from '../../../src/transport/idempotency-key.ts';

/** A code that no trainee of these tests is ever shown, but once in a million. */
export const WRONG_CODE = '000000';

/** An answer as it came. */
export interface SiteResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly body: {readonly code: string; readonly [more: string]: unknown};
}

/** The secrets of the parties. */
export const SECRETS = {
  sites: {institute: 'the-secret-of-the-institute-0001', other: 'the-secret-of-the-other-00000001'},
  identityService: 'the-secret-of-the-identity-service',
  app: 'the-secret-of-the-app-0000000000001',
} as const;

/** 홍길동, as the manual registers him. */
export const HONG = {name: '홍길동', phone: '01012345678'} as const;

const BASE = '/api/motp';

/** See the file's head. Its clock stands still until a test moves it. */
export class TestSite {
  now = Date.UTC(2026, 5, 1, 3, 0, 10);
  readonly options: EndpointOptions;
  readonly endpoint: EndpointContext;
  readonly seal: Encryption;
  readonly #app: ReturnType<typeof createEndpoint>;
  readonly #secrets = new Map<string, string>();

  private constructor(store: Store, seal: Encryption, options: Partial<EndpointOptions>) {
    this.seal = seal;
    this.options = {
      basePath: BASE,
      store,
      encryption: seal,
      now: () => this.now,
      authenticateService: bearerAuth(SECRETS),
      authenticateTrainee: (_request, issueTicket) =>
        issueTicket === undefined ? {kind: 'anonymous'} : verifyTicket(issueTicket, this.now, seal),
      limits: {perAccount: 1e9, perAddress: 1e9, failuresPerSite: 1e9},
      ...options,
    };
    this.#app = createEndpoint(this.options);
    this.endpoint = createContext(this.options);
  }

  /** A site whose endpoint has this store. */
  static async create(store: Store, options: Partial<EndpointOptions> = {}): Promise<TestSite> {
    return new TestSite(store, await webCryptoEncryption(new Uint8Array(32).fill(7)), options);
  }

  /** Registers a trainee's app. */
  async register(
    subject: string,
    identity: {name: string; phone: string} = HONG,
  ): Promise<SiteResponse> {
    const body = {subject, ...identity, consent: true};
    const said = await this.postAs('/registrations', body, SECRETS.app);
    this.#secrets.set(subject, String(said.body['secret']));
    return said;
  }

  /** The seed that the trainee's phone was given. */
  secretOf(subject: string): string {
    return this.#secrets.get(subject) ?? '';
  }

  /** What the trainee's phone shows, so many steps ago. */
  codeFor(subject: string, stepsAgo = 0): Promise<string> {
    return codeAt(this.secretOf(subject), this.now - stepsAgo * 60_000);
  }

  /** A ticket for a trainee's page. */
  async ticket(subject: string, identity?: {name: string; phone: string}): Promise<string> {
    const body = {subject, ...(identity && {identity})};
    const said = await this.postAs('/tickets', body, SECRETS.sites.institute);
    return String(said.body['ticket']);
  }

  /** A trainee tries a code. */
  async attempt(
    subject: string,
    code: string,
    key: string = createIdempotencyKey(),
  ): Promise<SiteResponse> {
    return this.post({code, ticket: await this.ticket(subject)}, key);
  }

  /** A page posts an attempt. */
  post(
    fields: Readonly<Record<string, unknown>>,
    key: string | null = createIdempotencyKey(),
    headers: Readonly<Record<string, string>> = {},
  ): Promise<SiteResponse> {
    const body = JSON.stringify({v: 1, occasion: 'enrollment', ...fields});
    return this.send('/', {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(key !== null && {'Idempotency-Key': `"${key}"`}),
        ...headers,
      },
      body,
    });
  }

  /** A page asks, with a ticket for this trainee. */
  async get(path: string, subject: string): Promise<SiteResponse> {
    return this.send(path, {headers: {'Motp-Ticket': await this.ticket(subject)}});
  }

  /** A server tells something. */
  postAs(path: string, body: unknown, secret: string): Promise<SiteResponse> {
    return this.send(path, {
      method: 'POST',
      headers: {'Content-Type': 'application/json', Authorization: `Bearer ${secret}`},
      body: JSON.stringify(body),
    });
  }

  /** A server asks something. */
  getAs(path: string, secret: string, headers: Record<string, string> = {}): Promise<SiteResponse> {
    return this.send(path, {headers: {Authorization: `Bearer ${secret}`, ...headers}});
  }

  /** The identity service reports that a trainee has proved who they are. */
  reportIdentity(
    subject: string,
    more: Readonly<Record<string, unknown>> = {},
  ): Promise<SiteResponse> {
    const report = {
      subject,
      method: 'phone-identity',
      transactionId: crypto.randomUUID(),
      ...HONG,
      verifiedAt: this.now,
      ...more,
    };
    return this.postAs('/identity-reports', report, SECRETS.identityService);
  }

  /** Sends a request as it is. */
  async send(path: string, init: RequestInit): Promise<SiteResponse> {
    const response = await this.#app.request(`${BASE}${path}`.replace(/\/$/, ''), init);
    const text = await response.text();
    const body = (text ? JSON.parse(text) : {}) as SiteResponse['body'];
    return {status: response.status, headers: response.headers, body};
  }
}
