/** The port of every verifier: decides whether a code is right. */
import type {AttemptRequest, IdentityDifference} from '../../src/core/contract.ts';
import type {Trainee} from '../auth.ts';
import type {Identity} from '../identity.ts';
import type {Account} from '../store/store.ts';

/** The input of a verification. */
export interface VerifyInput {
  readonly trainee: Trainee;
  readonly account: Account;
  readonly request: AttemptRequest;
  /** In ms since the epoch. */
  readonly now: number;
}

/** The result of a verification. */
export type VerifyResult =
  /** The code belongs to this time step. Whether the step still counts depends on the account. */
  | {readonly kind: 'matches-step'; readonly step: number}
  /** The code is right, from a verifier that reports no time step. */
  | {readonly kind: 'accepted'}
  | {readonly kind: 'mismatch'}
  /** The code was accepted once before. */
  | {readonly kind: 'replayed'}
  | {readonly kind: 'identity-mismatch'; readonly mismatch: IdentityMismatch | undefined}
  | {readonly kind: 'not-registered'}
  /** The verifier evaluated nothing: the trainee is locked there, or the request failed. */
  | {readonly kind: 'locked' | 'invalid-request' | 'internal' | 'unavailable'}
  /** `retryAfter` is in seconds. */
  | {readonly kind: 'rate-limited'; readonly retryAfter: number}
  /** The request was sent and no response came: whether the code was evaluated is unknown. */
  | {readonly kind: 'unknown'};

/** The difference between the app's registration and the site's, masked. */
export interface IdentityMismatch {
  readonly differs: readonly IdentityDifference[];
  readonly registered: Identity;
  readonly expected: Identity;
}

/** A verification by the identity service. */
export interface IdentityProof {
  readonly method: 'phone-identity' | 'i-pin';
  /** The identity service's own number of the verification. */
  readonly transactionId: string;
  readonly name: string;
  readonly phone: string | undefined;
  /** In ms since the epoch. */
  readonly verifiedAt: number;
}

/** The result of an unlock. */
export type UnlockResult = {readonly kind: 'released'} | {readonly kind: 'refused' | 'unavailable'};

/** Verifies codes. */
export interface CodeVerifier {
  /**
   * `local`: decides from the account alone, inside the attempt's transaction.
   * `remote`: sends a request, during which no transaction may stay open.
   */
  readonly mode: 'local' | 'remote';
  /** How long a verification takes at most, in ms. */
  readonly timeoutMs: number;
  verify(input: VerifyInput): Promise<VerifyResult>;
  /** Ends the lock that the verifier keeps of its own, if any. */
  unlock(subject: string, proof: IdentityProof): Promise<UnlockResult>;
}
