/**
 * A small model of an endpoint (docs/endpoint-contract.md): it counts each key at most once and stores
 * its result. It shares no code with the widget or the reference endpoint.
 */

/** The status and the body of a response. */
export interface ModelResponse {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The manual allows five failures (5회). */
const MAX_FAILURES = 5;

/** Returns whether a code is correct: those that begin with 9 are wrong. Each code works once. */
export function isRight(code: string): boolean {
  return !code.startsWith('9');
}

/** The endpoint of one account. */
export class ModelEndpoint {
  failures = 0;
  /** The number of evaluations by key. */
  readonly evaluations = new Map<string, number>();
  /** The stored results by key. */
  readonly results = new Map<string, ModelResponse>();
  readonly #used = new Set<string>();

  post(key: string, code: string): ModelResponse {
    const before = this.results.get(key);
    if (before) return before;
    if (this.failures >= MAX_FAILURES) return this.#respond(423, 'locked');
    this.evaluations.set(key, (this.evaluations.get(key) ?? 0) + 1);
    const result = this.#evaluate(code);
    this.results.set(key, result);
    return result;
  }

  getOutcome(key: string): ModelResponse {
    return this.results.get(key) ?? {status: 404, body: {code: 'attempt-unknown', counted: false}};
  }

  status(): ModelResponse {
    return this.#respond(200, this.failures >= MAX_FAILURES ? 'locked' : 'ready');
  }

  #evaluate(code: string): ModelResponse {
    if (!isRight(code)) {
      this.failures++;
      return this.failures >= MAX_FAILURES
        ? this.#respond(423, 'locked')
        : this.#respond(422, 'code-mismatch');
    }
    if (this.#used.has(code)) return this.#respond(409, 'code-replayed');
    this.#used.add(code);
    this.failures = 0;
    const {status, body} = this.#respond(200, 'verified');
    return {status, body: {...body, verificationId: `receipt-of-${code}`}};
  }

  #respond(status: number, code: string): ModelResponse {
    const {failures} = this;
    const unlock = code === 'locked' && {unlock: ['phone-identity']};
    return {status, body: {code, failures, maxFailures: MAX_FAILURES, counted: false, ...unlock}};
  }
}
