/**
 * A small model of the contract's endpoint: what a key may count, and what is kept under it. It knows
 * nothing of the widget and shares nothing with it but the contract's words.
 */

/** What is answered, as status and body. */
export interface ModelResponse {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Manual: 5회. */
const MAX_FAILURES = 5;

/** Codes that begin with 9 are wrong; every other is right, once. */
export function isRight(code: string): boolean {
  return !code.startsWith('9');
}

/** See the file's head. */
export class ModelEndpoint {
  failures = 0;
  /** How often an attempt under each key was evaluated. */
  readonly evaluations = new Map<string, number>();
  /** What is kept under each key. */
  readonly results = new Map<string, ModelResponse>();
  readonly #used = new Set<string>();

  post(key: string, code: string): ModelResponse {
    const before = this.results.get(key);
    if (before) return before;
    if (this.failures >= MAX_FAILURES) return this.#respond(423, 'locked');
    this.evaluations.set(key, (this.evaluations.get(key) ?? 0) + 1);
    const said = this.#evaluate(code);
    this.results.set(key, said);
    return said;
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
