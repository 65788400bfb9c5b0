/** Who decides whether a code is right: the port of every authority. */
import type {AttemptRequest} from '../../src/core/contract.ts';
import type {IdentityDifference} from '../../src/core/contract.ts';
import type {Identity} from '../identity.ts';
import type {Account} from '../store/store.ts';
import type {Trainee} from '../auth.ts';

/** What is asked of an authority. */
export interface VerifyInput {
  readonly trainee: Trainee;
  readonly account: Account;
  readonly request: AttemptRequest;
  /** ms since the epoch. */
  readonly now: number;
}

/** What an authority says of a code. */
export type VerifyResult =
  /** It is the code of this time step; whether that step still counts is the account's to say. */
  | {readonly kind: 'matches-step'; readonly step: number}
  /** Right, by an authority that tells no time step. */
  | {readonly kind: 'accepted'}
  | {readonly kind: 'mismatch'}
  /** Accepted once before. */
  | {readonly kind: 'replayed'}
  | {readonly kind: 'identity-mismatch'; readonly mismatch: IdentityMismatch | undefined}
  | {readonly kind: 'not-registered'}
  /** Nothing was evaluated: the authority has locked the trainee, wants to be left alone, is down. */
  | {readonly kind: 'locked' | 'invalid-request' | 'internal' | 'unavailable'}
  | {readonly kind: 'rate-limited'; readonly retryAfter: number}
  /** The question went out and no answer came: nobody knows whether the code was evaluated. */
  | {readonly kind: 'unknown'};

/** What differs between the app's registration and the site's, masked. */
export interface IdentityMismatch {
  readonly differs: readonly IdentityDifference[];
  readonly registered: Identity;
  readonly expected: Identity;
}

/** How the trainee has proved who they are to the identity service. */
export interface IdentityProof {
  readonly method: 'phone-identity' | 'i-pin';
  /** The identity service's own number of the verification. */
  readonly transactionId: string;
  readonly name: string;
  readonly phone: string | undefined;
  /** ms since the epoch. */
  readonly verifiedAt: number;
}

/** What came of asking for the end of a lock. */
export type UnlockResult = {readonly kind: 'released'} | {readonly kind: 'refused' | 'unavailable'};

/** Decides codes. */
export interface CodeVerifier {
  /**
   * `here`: it decides from the account alone, inside the attempt's transaction.
   * `elsewhere`: it has to be asked, and no transaction may stay open meanwhile.
   */
  readonly mode: 'local' | 'remote';
  /** How long an answer can take at most, in ms. */
  readonly timeoutMs: number;
  verify(question: VerifyInput): Promise<VerifyResult>;
  /** Ends the lock at the authority, where it keeps one of its own. */
  unlock(subject: string, proof: IdentityProof): Promise<UnlockResult>;
}
