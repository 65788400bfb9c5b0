/** What the endpoint sends back: outcomes, and problems (RFC 9457) that say nothing about a code. */
import type {AttemptResponse} from '../src/core/contract.ts';

/** A response before it is sent: its status and its JSON body. */
export interface Outcome<Body extends {readonly code: string} = {readonly code: string}> {
  readonly status: number;
  readonly body: Body;
  /** Whether the same key got this outcome before. Sent as `Idempotency-Replayed: true`. */
  readonly isReplayed?: boolean;
}

/** The HTTP status of each problem that says nothing about a code. */
export const PROBLEM_STATUS = {
  'invalid-request': 400,
  'key-required': 400,
  'key-reused': 422,
  'in-progress': 409,
  'not-registered': 409,
  'attempt-unknown': 404,
  'session-required': 403,
  csrf: 403,
  origin: 403,
  'ticket-invalid': 403,
  'rate-limited': 429,
  unavailable: 503,
  internal: 500,
} as const satisfies Partial<Record<AttemptResponse['code'], number>>;

/** The code of a problem; see {@link PROBLEM_STATUS}. */
export type ProblemCode = keyof typeof PROBLEM_STATUS;

/** Further fields of a problem. */
export interface ProblemDetails {
  /** Seconds until another request makes sense. Also sent as the `Retry-After` header. */
  readonly retryAfter?: number;
  /** A status other than that of {@link PROBLEM_STATUS}. */
  readonly status?: number;
  /** The request's fields that are invalid. Never their values. */
  readonly errors?: readonly string[];
  /** Identifies this response in the log. */
  readonly instance?: string;
}

/** Creates the outcome of a problem. A problem never counts as a failure. */
export function problem(
  code: ProblemCode,
  now: number,
  {status = PROBLEM_STATUS[code], ...details}: ProblemDetails = {},
): Outcome {
  return {
    status,
    body: {code, counted: false, serverTime: now, ...details} as {code: ProblemCode},
  };
}
