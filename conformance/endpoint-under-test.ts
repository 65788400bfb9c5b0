/** The endpoint under test, and the trainee whose requests the check sends. */
import {decodeAttemptResponse, type AttemptResponse} from '../src/core/contract.ts';
import {codeOfStep, stepAt} from './totp.ts';
import type {LegacyMap} from './legacy-map.ts';

/** The options of the command line. */
export interface EndpointUnderTestOptions {
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly ticket: string | undefined;
  readonly secret: string | undefined;
  readonly mayLock: boolean;
  readonly map: LegacyMap | undefined;
  readonly isForm: boolean;
  readonly codeField: string;
  /** The hidden inputs of the form. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly charset: string;
}

/** An option that a case can require. */
export type Need = 'secret' | 'lock';

/** A case of the contract. */
export interface ConformanceCase {
  readonly name: string;
  readonly needs?: readonly Need[];
  /** Runs the case. @returns the failures, each as a sentence; none if the case passes */
  readonly check: (endpoint: EndpointUnderTest) => Promise<readonly string[]>;
}

/** A response of the endpoint. */
export interface EndpointResponse {
  readonly status: number;
  readonly headers: Headers;
  /** The body as JSON, or `undefined` if it is not a JSON object. */
  readonly body: Readonly<Record<string, unknown>> | undefined;
  /** The body as the widget decodes it. */
  readonly decoded: AttemptResponse | undefined;
}

/** Overrides parts of a valid request. */
export interface RequestOverride {
  readonly key?: string | null;
  readonly body?: unknown;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly isSignedOut?: boolean;
}

/**
 * Sends requests to one endpoint as one trainee, in the contract's format or as a form. Owns the
 * trainee's credentials and codes. Does not judge the responses: the cases do.
 */
export class EndpointUnderTest {
  readonly url: string;
  readonly map: LegacyMap | undefined;
  readonly #options: EndpointUnderTestOptions;

  constructor(options: EndpointUnderTestOptions) {
    this.url = options.url;
    this.map = options.map;
    this.#options = options;
  }

  /** Returns whether the command line has the option that a case requires. */
  has(need: Need): boolean {
    return need === 'secret' ? this.#options.secret !== undefined : this.#options.mayLock;
  }

  /** Creates an unused idempotency key. */
  newKey(): string {
    return Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64url');
  }

  /** Returns the code that the trainee's app shows, or showed some steps ago. */
  code(stepsAgo = 0): string {
    return codeOfStep(this.#options.secret ?? '', stepAt(Date.now()) - stepsAgo);
  }

  /** Returns a wrong code. Without the seed, it is wrong with near certainty. */
  wrongCode(): string {
    if (!this.has('secret')) return '000000';
    const right = new Set<string>();
    for (let steps = -2; steps < 13; steps++) right.add(this.code(steps));
    return ['000000', '111111', '222222'].find((code) => !right.has(code)) ?? '333333';
  }

  /** Posts an attempt, as JSON or as a form. */
  async attempt(
    code: string,
    {key = this.newKey(), ...override}: RequestOverride = {},
  ): Promise<EndpointResponse> {
    const {isForm, codeField, fields, ticket} = this.#options;
    const withTicket = ticket !== undefined && override.isSignedOut !== true && {ticket};
    const validBody = isForm
      ? formBody([...fields, [codeField, code], ...Object.entries(withTicket || {})])
      : JSON.stringify({v: 1, code, occasion: 'enrollment', ...withTicket});
    const type = isForm ? 'application/x-www-form-urlencoded' : 'application/json';
    const body = override.body === undefined ? validBody : this.#serialize(override.body);
    return this.#send(this.url, {
      method: override.method ?? 'POST',
      ...(override.method !== 'GET' && {body}),
      headers: {
        'Content-Type': type,
        ...(key !== null && !this.map && {'Idempotency-Key': `"${key}"`}),
        ...this.#signIn(override),
        ...override.headers,
      },
    });
  }

  /** Sends `GET {endpoint}{path}`. */
  get(path: string, override: RequestOverride = {}): Promise<EndpointResponse> {
    const {ticket} = this.#options;
    const withTicket = ticket !== undefined &&
      override.isSignedOut !== true && {'Motp-Ticket': ticket};
    return this.#send(`${this.url}${path}`, {headers: {...this.#signIn(override), ...withTicket}});
  }

  #signIn({isSignedOut}: RequestOverride): Record<string, string> {
    return isSignedOut ? {} : Object.fromEntries(this.#options.headers);
  }

  /** Serializes a case's own body, and adds the trainee's ticket if it is an object. */
  #serialize(body: unknown): string {
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
    const body = parseObject(text);
    return {status, headers, body, decoded: decodeAttemptResponse(status, body)};
  }
}

function formBody(fields: readonly (readonly [name: string, value: string])[]): string {
  const body = new URLSearchParams();
  for (const [name, value] of fields) body.append(name, value);
  return body.toString();
}

function parseObject(text: string): EndpointResponse['body'] {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null
      ? (body as EndpointResponse['body'])
      : undefined;
  } catch {
    return undefined;
  }
}
