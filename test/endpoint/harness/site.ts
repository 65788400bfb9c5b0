/** The endpoint with its callers: the site, its pages, the app and the identity service. */
import {accountIdOf} from '../../../endpoint/account-id.ts';
import {createEndpoint, createContext, type EndpointOptions} from '../../../endpoint/app.ts';
import type {EndpointContext} from '../../../endpoint/context.ts';
import {webCryptoEncryption, type Encryption} from '../../../endpoint/crypto/encryption.ts';
import type {Store} from '../../../endpoint/store/store.ts';
import {ticketAuth} from '../../../endpoint/tickets.ts';
import {codeAt} from '../../../endpoint/verifier/totp.ts';
import {bearerAuth} from '../../../endpoint/auth.ts';
import {OpenApiCoverage} from './openapi-coverage.ts';
import {createIdempotencyKey} from '../../../src/transport/idempotency-key.ts';

/** A wrong code: the app shows it once in a million steps. */
export const WRONG_CODE = '000000';

/** A response of the endpoint. */
export interface SiteResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly body: {readonly code: string; readonly [more: string]: unknown};
}

/** The secrets of the servers. */
export const SECRETS = {
  sites: {institute: 'the-secret-of-the-institute-0001', other: 'the-secret-of-the-other-00000001'},
  identityService: 'the-secret-of-the-identity-service',
  app: 'the-secret-of-the-app-0000000000001',
} as const;

/** The identity in the manual's examples. */
export const HONG = {name: '홍길동', phone: '01012345678'} as const;

/** A person, as registered in the app. */
export interface Person {
  readonly name: string;
  readonly phone: string;
  readonly ci?: string;
}

/** Returns the id of an account of the site. */
export function idOf(subject: string): string {
  return accountIdOf({site: 'institute', subject});
}

const BASE = '/api/motp';

/**
 * Owns an endpoint and sends requests to it, without HTTP. Each response must be in its OpenAPI document. Its clock stands still until a test changes
 * `now`.
 */
export class TestSite {
  now = Date.UTC(2026, 5, 1, 3, 0, 10);
  readonly options: EndpointOptions;
  readonly context: EndpointContext;
  readonly store: Store;
  /** Every response must be in the OpenAPI document. */
  coverage = new OpenApiCoverage();
  readonly encryption: Encryption;
  readonly #app: ReturnType<typeof createEndpoint>;
  readonly #secrets = new Map<string, string>();

  private constructor(store: Store, encryption: Encryption, options: Partial<EndpointOptions>) {
    this.encryption = encryption;
    this.store = store;
    this.options = {
      basePath: BASE,
      store,
      encryption,
      now: () => this.now,
      authenticateService: bearerAuth(SECRETS),
      authenticateTrainee: ticketAuth({
        encryption,
        sites: Object.keys(SECRETS.sites),
        now: () => this.now,
      }),
      limits: {perAccount: 1e9, perAddress: 1e9, failuresPerSite: 1e9},
      ...options,
    };
    this.#app = createEndpoint(this.options);
    this.context = createContext(this.options);
  }

  /** Creates a site whose endpoint uses a store. */
  static async create(store: Store, options: Partial<EndpointOptions> = {}): Promise<TestSite> {
    const {encryption = await webCryptoEncryption(new Uint8Array(32).fill(7))} = options;
    return new TestSite(store, encryption, options);
  }

  /** Registers a trainee's app, which then confirms a code. */
  async register(subject: string, person: Person = HONG): Promise<SiteResponse> {
    const issued = await this.issueRegistration(subject, person);
    await this.confirmRegistration(subject, issued);
    this.#secrets.set(subject, String(issued.body['secret']));
    return issued;
  }

  /** Issues a seed to a device of a trainee. */
  issueRegistration(subject: string, person: Person = HONG): Promise<SiteResponse> {
    const body = {site: 'institute', subject, ...person, consent: true};
    return this.postAs('/registrations', body, SECRETS.app);
  }

  /** Confirms the code that a device shows, or another one. */
  async confirmRegistration(
    subject: string,
    {body: {device, secret}}: SiteResponse,
    code?: string,
  ): Promise<SiteResponse> {
    const shown = code ?? (await codeAt(String(secret), this.now));
    const body = {site: 'institute', subject, device, code: shown};
    return this.postAs('/registrations/confirm', body, SECRETS.app);
  }

  /** Returns the seed of a trainee's app. */
  secretOf(subject: string): string {
    return this.#secrets.get(subject) ?? '';
  }

  /** Returns the code that a trainee's app shows, or showed some steps ago. */
  codeFor(subject: string, stepsAgo = 0): Promise<string> {
    return codeAt(this.secretOf(subject), this.now - stepsAgo * 60_000);
  }

  /** Issues a ticket for a trainee's page. */
  async issueTicket(
    subject: string,
    identity?: {name: string; phone: string},
    occasion = 'enrollment',
  ): Promise<string> {
    const body = {subject, occasion, ...(identity && {identity})};
    const response = await this.postAs('/tickets', body, SECRETS.sites.institute);
    return String(response.body['ticket']);
  }

  /** Posts a code as a trainee. */
  async attempt(
    subject: string,
    code: string,
    key: string = createIdempotencyKey(),
  ): Promise<SiteResponse> {
    return this.post({code, ticket: await this.issueTicket(subject)}, key);
  }

  /** Posts an attempt as a page. */
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

  /** Sends a GET request as a trainee's page. */
  async get(path: string, subject: string): Promise<SiteResponse> {
    return this.send(path, {headers: {'Motp-Ticket': await this.issueTicket(subject)}});
  }

  /** Sends a POST request as a server. */
  postAs(path: string, body: unknown, secret: string): Promise<SiteResponse> {
    return this.send(path, {
      method: 'POST',
      headers: {'Content-Type': 'application/json', Authorization: `Bearer ${secret}`},
      body: JSON.stringify(body),
    });
  }

  /** Sends a GET request as a server. */
  getAs(path: string, secret: string, headers: Record<string, string> = {}): Promise<SiteResponse> {
    return this.send(path, {headers: {Authorization: `Bearer ${secret}`, ...headers}});
  }

  /** Reports a verified identity as the identity service. */
  reportIdentity(
    subject: string,
    more: Readonly<Record<string, unknown>> = {},
  ): Promise<SiteResponse> {
    const report = {
      site: 'institute',
      subject,
      method: 'phone-identity',
      transactionId: crypto.randomUUID(),
      ...HONG,
      verifiedAt: this.now,
      ...more,
    };
    return this.postAs('/identity-reports', report, SECRETS.identityService);
  }

  /** Sends a request unchanged. */
  async send(path: string, init: RequestInit): Promise<SiteResponse> {
    const response = await this.#app.request(`${BASE}${path}`.replace(/\/$/, ''), init);
    const text = await response.text();
    const body = (text ? JSON.parse(text) : {}) as SiteResponse['body'];
    const {status, headers} = response;
    const {method = 'GET'} = init;
    const [name = path] = path.split('?');
    if (name !== '/openapi.json') this.coverage.check({method, path: name, status, headers, body});
    return {status, headers, body};
  }
}
