/** The endpoint that is looked at, and the trainee as whom it is asked. */
import {decodeAttemptResponse, type AttemptResponse} from '../src/core/contract.ts';
import {codeAt} from '../endpoint/verifier/totp.ts';
import type {LegacyMap} from './legacy-map.ts';

/** What is known of it. */
export interface EndpointUnderTestOptions {
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly ticket: string | undefined;
  readonly secret: string | undefined;
  readonly mayLock: boolean;
  readonly map: LegacyMap | undefined;
  readonly isForm: boolean;
  readonly codeField: string;
  readonly charset: string;
}

/** What a case can need. */
export type Need = 'secret' | 'lock';

/** A case of the contract. */
export interface ConformanceCase {
  readonly name: string;
  readonly needs?: readonly Need[];
  /** Tries it. @returns what doesn't hold, each in words */
  readonly check: (subject: EndpointUnderTest) => Promise<readonly string[]>;
}

/** What was answered. */
export interface EndpointResponse {
  readonly status: number;
  readonly headers: Headers;
  /** The body's JSON, or `undefined` where it is none. */
  readonly body: Readonly<Record<string, unknown>> | undefined;
  /** As the widget reads it. */
  readonly answer: AttemptResponse | undefined;
}

/** An attempt that departs from what is right in some way. */
export interface RequestOverride {
  readonly key?: string | null;
  readonly body?: unknown;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly isSignedOut?: boolean;
}

/** See the file's head. */
export class EndpointUnderTest {
  readonly url: string;
  readonly map: LegacyMap | undefined;
  readonly #options: EndpointUnderTestOptions;

  constructor(options: EndpointUnderTestOptions) {
    this.url = options.url;
    this.map = options.map;
    this.#options = options;
  }

  /** Whether the caller gave what a case needs. */
  has(need: Need): boolean {
    return need === 'secret' ? this.#options.secret !== undefined : this.#options.mayLock;
  }

  /** A key that was never used. */
  newKey(): string {
    return Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64url');
  }

  /** What the trainee's app shows, so many steps ago. */
  code(stepsAgo = 0): Promise<string> {
    return codeAt(this.#options.secret ?? '', Date.now() - stepsAgo * 60_000);
  }

  /** A code that is wrong; where the seed is not known, all but surely. */
  async wrongCode(): Promise<string> {
    if (!this.has('secret')) return '000000';
    const right = new Set<string>();
    for (let steps = -2; steps < 13; steps++) right.add(await this.code(steps));
    return ['000000', '111111', '222222'].find((code) => !right.has(code)) ?? '333333';
  }

  /** Posts an attempt, in JSON or as a form. */
  async attempt(
    code: string,
    {key = this.newKey(), ...how}: RequestOverride = {},
  ): Promise<EndpointResponse> {
    const {isForm, codeField, ticket} = this.#options;
    const withTicket = ticket !== undefined && how.isSignedOut !== true && {ticket};
    const right = isForm
      ? new URLSearchParams({[codeField]: code, ...withTicket}).toString()
      : JSON.stringify({v: 1, code, occasion: 'enrollment', ...withTicket});
    const type = isForm ? 'application/x-www-form-urlencoded' : 'application/json';
    const body = how.body === undefined ? right : this.#textOf(how.body);
    return this.#send(this.url, {
      method: how.method ?? 'POST',
      ...(how.method !== 'GET' && {body}),
      headers: {
        'Content-Type': type,
        ...(key !== null && !this.map && {'Idempotency-Key': `"${key}"`}),
        ...this.#signIn(how),
        ...how.headers,
      },
    });
  }

  /** Asks `GET {endpoint}{path}`. */
  get(path: string, how: RequestOverride = {}): Promise<EndpointResponse> {
    const {ticket} = this.#options;
    const withTicket = ticket !== undefined && how.isSignedOut !== true && {'Motp-Ticket': ticket};
    return this.#send(`${this.url}${path}`, {headers: {...this.#signIn(how), ...withTicket}});
  }

  #signIn({isSignedOut}: RequestOverride): Record<string, string> {
    return isSignedOut ? {} : Object.fromEntries(this.#options.headers);
  }

  /** A body as a case has it, with the trainee's ticket where it is an object. */
  #textOf(body: unknown): string {
    if (typeof body === 'string') return body;
    const {ticket} = this.#options;
    return JSON.stringify({...(body as object), ...(ticket !== undefined && {ticket})});
  }

  async #send(url: string, init: RequestInit): Promise<EndpointResponse> {
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      signal: AbortSignal.timeout(10_000),
    });
    const {status, headers} = response;
    const [, charset = this.#options.charset] =
      /charset=["']?([\w-]+)/i.exec(headers.get('Content-Type') ?? '') ?? [];
    const text = new TextDecoder(charset).decode(await response.arrayBuffer());
    const body = objectIn(text);
    return {status, headers, body, answer: decodeAttemptResponse(status, body)};
  }
}

function objectIn(text: string): EndpointResponse['body'] {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null
      ? (body as EndpointResponse['body'])
      : undefined;
  } catch {
    return undefined;
  }
}
