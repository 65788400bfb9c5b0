/** What the endpoint works with, and how it answers: what every operation has in hand. */
import type {Answer} from '../src/core/contract.ts';
import type {CodeAuthority} from './verifier/verifier.ts';
import type {Rules} from './attempts/decide.ts';
import type {Limits} from './rate-limits.ts';
import type {Log} from './log.ts';
import type {Seal} from './crypto/encryption.ts';
import type {Store} from './store/store.ts';

/** What every operation has in hand. */
export interface Endpoint {
  readonly store: Store;
  readonly authority: CodeAuthority;
  readonly seal: Seal;
  readonly rules: Rules;
  readonly limits: Limits;
  readonly log: Log;
  /** ms since the epoch. */
  readonly now: () => number;
}

/** How an answer goes out: status and body. */
export interface Outcome<Body extends {readonly code: string} = {readonly code: string}> {
  readonly status: number;
  readonly answer: Body;
  /** The same answer as before, under the same key. */
  readonly replayed?: boolean;
}

/** Refusals that say nothing about a code, each with its status. */
export const REFUSALS = {
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
} as const satisfies Partial<Record<Answer['code'], number>>;

/** One of {@link REFUSALS}. */
export type Refusal = keyof typeof REFUSALS;

/** Further fields of a refusal. */
export interface RefusalDetails {
  /** Seconds until asking again makes sense. */
  readonly retryAfter?: number;
  readonly status?: number;
  /** What is wrong with the request, each in words. */
  readonly errors?: readonly string[];
  /** By which the log knows this answer. */
  readonly instance?: string;
}

/** A refusal; it never counts. */
export function refused(
  code: Refusal,
  now: number,
  {status = REFUSALS[code], ...details}: RefusalDetails = {},
): Outcome {
  return {status, answer: {code, counted: false, serverTime: now, ...details} as {code: Refusal}};
}
