/** One run of the check: the endpoint, its trainees, and what a case finds. */
import {MAX_FAILURES} from '../src/core/max-failures.ts';
import type {Endpoint, Exchange} from './endpoint.ts';
import type {IssuedReceipt} from './predictability.ts';
import {ServiceClient} from './service-client.ts';
import {STEP_MS} from './totp.ts';
import {Trainee, type AttemptOverride} from './trainee.ts';

/** An option of the command line that a case needs. */
export type Need =
  | 'secret'
  | 'lock'
  | 'ticket'
  | 'subject'
  | 'other'
  | 'other-secret'
  | 'csrf'
  | 'site-secret'
  | 'other-site-secret';

/** A case of the contract. */
export interface ConformanceCase {
  /** A sentence that is true of a correct endpoint. */
  readonly name: string;
  readonly needs?: readonly Need[];
  /** Runs the case, and reports each failure to the check. */
  readonly run: (check: Check) => Promise<void>;
}

/** An outcome that the contract allows, with whether it counts. */
export interface Outcome {
  readonly code: string;
  readonly counted: boolean;
}

/** The outcomes of the contract that cases expect. */
export const OUTCOMES = {
  verified: {code: 'verified', counted: false},
  mismatch: {code: 'code-mismatch', counted: true},
  expired: {code: 'code-expired', counted: false},
  replayed: {code: 'code-replayed', counted: false},
  /** The fifth wrong code. */
  locks: {code: 'locked', counted: true},
  /** Any code after it. */
  locked: {code: 'locked', counted: false},
  invalid: {code: 'invalid-request', counted: false},
  keyRequired: {code: 'key-required', counted: false},
  keyReused: {code: 'key-reused', counted: false},
  unknown: {code: 'attempt-unknown', counted: false},
  origin: {code: 'origin', counted: false},
  signedOut: {code: 'session-required', counted: false},
} as const satisfies Record<string, Outcome>;

/** What a {@link Check} needs. */
export interface CheckOptions {
  readonly endpoint: Endpoint;
  readonly first: Trainee;
  readonly second: Trainee | undefined;
  readonly siteSecret: string | undefined;
  readonly otherSiteSecret: string | undefined;
  /** The origin of the site's pages. */
  readonly origin: string;
  readonly occasion: string;
  /** The header of the CSRF token. */
  readonly csrf: string | undefined;
}

/** The least time left of a step in which a case starts that depends on it, in ms. */
const STEP_MARGIN_MS = {min: 5000, max: 40_000} as const;

/** Owns the findings of the running case. Knows how to compare an answer; the cases know with what. */
export class Check {
  readonly endpoint: Endpoint;
  readonly first: Trainee;
  readonly origin: string;
  readonly occasion: string;
  /** The receipts so far; the first is the first trainee's. */
  readonly receipts: IssuedReceipt[] = [];
  /** The answers that locked an account too early, as sentences. */
  readonly earlyLocks: string[] = [];
  readonly #options: CheckOptions;
  #failures: string[] = [];
  #skipReason: string | undefined;

  constructor(options: CheckOptions) {
    this.endpoint = options.endpoint;
    this.first = options.first;
    this.origin = options.origin;
    this.occasion = options.occasion;
    this.#options = options;
  }

  /** The second trainee. @throws Error if a case does not declare that it needs one */
  get second(): Trainee {
    const {second} = this.#options;
    if (!second) throw new Error('The case needs “other”.');
    return second;
  }

  /** The routes for servers, as the site, as another site, or with a secret that is none. */
  service(as: 'site' | 'other-site' | 'stranger'): ServiceClient {
    const {siteSecret = '', otherSiteSecret = ''} = this.#options;
    const secrets = {site: siteSecret, 'other-site': otherSiteSecret, stranger: 'x'.repeat(32)};
    return new ServiceClient(this.endpoint, secrets[as]);
  }

  /** Returns a trainee with another ticket, as of another page. */
  withTicket({options}: Trainee, ticket: string): Trainee {
    return new Trainee({...options, ticket, headers: {}}, this.endpoint, this.occasion);
  }

  /** Returns a trainee whose page does not send its CSRF token. */
  withoutCsrf({options}: Trainee): Trainee {
    const {csrf = ''} = this.#options;
    const sent = Object.entries(options.headers);
    const headers = sent.filter(([name]) => name.toLowerCase() !== csrf.toLowerCase());
    const others = {...options, headers: Object.fromEntries(headers)};
    return new Trainee(others, this.endpoint, this.occasion);
  }

  /** Starts a case. */
  start(): void {
    this.#failures = [];
    this.#skipReason = undefined;
  }

  /** What the case has found since its start. */
  get findings(): {readonly failures: readonly string[]; readonly skipReason: string | undefined} {
    return {failures: [...new Set(this.#failures)], skipReason: this.#skipReason};
  }

  /** Reports a failure of the case. */
  fail(failure: string): void {
    this.#failures.push(failure);
  }

  /** Reports a failure unless a condition is met. @returns the condition */
  expect(isMet: boolean, failure: string): boolean {
    if (!isMet) this.fail(failure);
    return isMet;
  }

  /** Says why the case could not be asked. */
  skip(reason: string): void {
    this.#skipReason = reason;
  }

  /**
   * Sends an attempt, and compares its answer with the outcomes that the contract allows.
   *
   * @returns the answer
   */
  async attempt(
    trainee: Trainee,
    code: unknown,
    allowed: Outcome | readonly Outcome[],
    override: AttemptOverride & {readonly what?: string} = {},
  ): Promise<Exchange> {
    const exchange = await trainee.attempt(code, override);
    this.compare(trainee, exchange, [allowed].flat(), override.what);
    return exchange;
  }

  /**
   * Compares the first answer to an attempt with the outcomes that the contract allows, and counts on as
   * the contract does. An answer that the contract does not allow is believed, so that one fault does
   * not fail the cases after it.
   *
   * @param what names the request in the failure
   * @returns whether the outcome is allowed
   */
  compare(trainee: Trainee, exchange: Exchange, allowed: readonly Outcome[], what = ''): boolean {
    const {body} = exchange;
    const about = what === '' ? '' : `${what}: `;
    const found = allowed.find(({code}) => code === body['code']);
    const codes = allowed.map(({code}) => code).join(' or ');
    this.expect(found !== undefined, `${about}code ${show(body['code'])} instead of ${codes}`);
    if (found) {
      const said = show(body['counted']);
      this.expect(
        body['counted'] === found.counted,
        `${about}counted ${said} instead of ${found.counted}`,
      );
    }
    const counted = found ? found.counted : body['counted'] === true;
    if (body['code'] === 'verified') trainee.failures = 0;
    else if (counted) trainee.failures = (trainee.failures ?? 0) + 1;
    this.#keepReceipt(trainee, exchange);
    const {failures = 0} = trainee;
    if (body['code'] === 'locked' && failures < MAX_FAILURES) {
      this.earlyLocks.push(`locked after ${failures} wrong codes`);
    }
    this.#compareFailures(trainee, body['failures'], about);
    return found !== undefined;
  }

  /** Expects that an answer replays an earlier one: the same fields, and the header that says so. */
  expectReplay(first: Exchange, again: Exchange, what: string): void {
    const isSame = JSON.stringify(first.body) === JSON.stringify(again.body);
    this.expect(isSame && first.status === again.status, `${what}: the answer differs`);
    if (again.request.route !== 'attempt') return;
    const isMarked = again.headers.get('Idempotency-Replayed') === 'true';
    this.expect(isMarked, `${what}: no Idempotency-Replayed: true`);
  }

  /** Expects that the account has exactly the failures that the contract says. */
  async expectFailures(trainee: Trainee, what: string): Promise<void> {
    const {status, body} = await trainee.status();
    if (status === 200)
      this.#compareFailures(trainee, body['failures'], `the status after ${what}: `);
  }

  /**
   * Waits for a time step with enough time left for requests that depend on it.
   *
   * @param requests how many
   */
  async awaitStep(requests: number): Promise<void> {
    const {clock, slowestMs} = this.endpoint;
    const {min, max} = STEP_MARGIN_MS;
    const margin = Math.min(max, Math.max(min, requests * slowestMs));
    if (STEP_MS - (clock.now() % STEP_MS) < margin) await this.awaitNextStep();
  }

  /** Waits for a time step of which the trainee has used no code. @param requests as `awaitStep` */
  async awaitUnusedStep(trainee: Trainee, requests: number): Promise<void> {
    if (trainee.step() <= trainee.usedStep) await this.awaitNextStep();
    await this.awaitStep(requests);
  }

  /** Waits for the next time step. */
  async awaitNextStep(): Promise<void> {
    const {clock} = this.endpoint;
    await clock.sleep(STEP_MS - (clock.now() % STEP_MS) + 50);
  }

  #keepReceipt({options: {subject}}: Trainee, {request, body}: Exchange): void {
    const id = body['verificationId'];
    if (typeof id !== 'string') return;
    const {code} = JSON.parse(request.body ?? '') as {readonly code: string};
    const key = request.headers['Idempotency-Key']?.replaceAll('"', '') ?? '';
    this.receipts.push({id, subject, key, code});
  }

  #compareFailures(trainee: Trainee, said: unknown, about: string): void {
    if (typeof said !== 'number') return;
    const {failures = said} = trainee;
    this.expect(said === failures, `${about}failures ${said} instead of ${failures}`);
    trainee.failures = said;
  }
}

/** Shows a value of an answer. */
export function show(value: unknown): string {
  return value === undefined ? 'missing' : JSON.stringify(value);
}
