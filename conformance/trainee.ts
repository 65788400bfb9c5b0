/** A trainee made for the check, with what the contract says about the account now. */
import {randomBytes, randomInt} from 'node:crypto';
import type {Endpoint, Exchange} from './endpoint.ts';
import {codeOfStep, stepAt} from './totp.ts';

/** How a trainee is signed in, from the command line. */
export interface TraineeOptions {
  /** The headers that sign the trainee in, such as `Cookie`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly ticket: string | undefined;
  /** The seed of the app, in base32. */
  readonly secret: string | undefined;
  /** The site's own name of the trainee. */
  readonly subject: string | undefined;
}

/** What differs from a valid attempt. */
export interface AttemptOverride {
  /** `null`: no header. */
  readonly key?: string | null;
  /** The whole header, in place of the quoted key. */
  readonly keyHeader?: string;
  /** Further fields of the body, or other values. `undefined` removes a field. */
  readonly fields?: Readonly<Record<string, unknown>>;
  /** The whole body, in place of the fields. */
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly isSignedOut?: boolean;
  readonly isChunked?: boolean;
}

/** The steps around the present one whose codes are not wrong, or may soon not be. */
const STEPS_OF_WRONG_CODES = {from: -12, to: 3} as const;
const NO_STEPS = {from: 0, to: -1} as const;

/**
 * Sends requests as one trainee. Owns the credentials, the codes of the app, and the number of failures
 * that the contract says. Does not judge the answers: the cases do.
 */
export class Trainee {
  /** Failures in a row by the contract; `undefined` until the endpoint has told them. */
  failures: number | undefined;
  /** The last step whose code was accepted. */
  usedStep = 0;
  /** A key under which this trainee has an answer, and its code. */
  decided: {readonly key: string; readonly code: string} = {key: '', code: ''};
  readonly options: TraineeOptions;
  readonly #endpoint: Endpoint;
  readonly #occasion: string;

  constructor(options: TraineeOptions, endpoint: Endpoint, occasion: string) {
    this.options = options;
    this.#endpoint = endpoint;
    this.#occasion = occasion;
  }

  /** Creates an unused idempotency key: 128 random bits. */
  newKey(): string {
    return randomBytes(16).toString('base64url');
  }

  /** Returns the code of a time step. */
  codeOf(step: number): string {
    return codeOfStep(this.options.secret ?? '', step);
  }

  /** Returns the present time step, by the clock of this machine. */
  step(): number {
    return stepAt(this.#endpoint.clock.now());
  }

  /** Returns a random wrong code. Without the seed, it is wrong with near certainty. */
  wrongCode(): string {
    const {secret} = this.options;
    const right = new Set<string>();
    const {from, to} = secret === undefined ? NO_STEPS : STEPS_OF_WRONG_CODES;
    for (let offset = from; offset <= to; offset++) right.add(this.codeOf(this.step() + offset));
    for (;;) {
      const code = String(randomInt(1_000_000)).padStart(6, '0');
      if (!right.has(code)) return code;
    }
  }

  /** Posts an attempt. */
  attempt(code: unknown, override: AttemptOverride = {}): Promise<Exchange> {
    const {key = this.newKey(), keyHeader = `"${key}"`, isSignedOut = false} = override;
    const {ticket} = this.options;
    const fields = {
      v: 1,
      code,
      occasion: this.#occasion,
      ...(!isSignedOut && ticket !== undefined && {ticket}),
      ...override.fields,
    };
    return this.#endpoint.send({
      route: 'attempt',
      path: '',
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/json, application/problem+json, */*;q=0.1',
        ...(key !== null && {'Idempotency-Key': keyHeader}),
        ...this.#signIn(isSignedOut),
        ...override.headers,
      },
      body: override.body ?? JSON.stringify(fields),
      ...(override.isChunked && {isChunked: true}),
    });
  }

  /** Asks for the outcome of a key. */
  outcome(key: string, isSignedOut = false): Promise<Exchange> {
    return this.#get('outcome', `/attempts/${key}`, {isSignedOut});
  }

  /** Asks for the account's status. */
  status({isSignedOut = false, headers = {}}: AttemptOverride = {}): Promise<Exchange> {
    return this.#get('status', '/status', {isSignedOut, headers});
  }

  /** Sends a request that the contract does not have. */
  other(
    method: string,
    path: string,
    headers: Readonly<Record<string, string>> = {},
    body?: string,
  ): Promise<Exchange> {
    return this.#endpoint.send({
      route: 'other',
      path,
      method,
      headers: {...this.#signIn(false), ...this.#ticketHeader(), ...headers},
      ...(body !== undefined && {body}),
    });
  }

  #get(
    route: 'outcome' | 'status',
    path: string,
    {isSignedOut = false, headers = {}}: AttemptOverride,
  ): Promise<Exchange> {
    return this.#endpoint.send({
      route,
      path,
      method: 'GET',
      headers: {
        ...this.#signIn(isSignedOut),
        ...(!isSignedOut && this.#ticketHeader()),
        ...headers,
      },
    });
  }

  #signIn(isSignedOut: boolean): Readonly<Record<string, string>> {
    return isSignedOut ? {} : this.options.headers;
  }

  #ticketHeader(): Readonly<Record<string, string>> {
    const {ticket} = this.options;
    return ticket === undefined ? {} : {'Motp-Ticket': ticket};
  }
}
