/** The dependencies of every operation of the endpoint. */
import type {CodeVerifier} from './verifier/verifier.ts';
import type {Rules} from './attempts/decide.ts';
import type {RateLimits} from './rate-limits.ts';
import type {RefusedAttempts} from './attempts/refused-attempts.ts';
import type {RevokedTickets} from './revoked-tickets.ts';
import type {Log} from './log.ts';
import type {Encryption} from './crypto/encryption.ts';
import type {Store} from './store/store.ts';

/** Passed to every operation, so that no operation reads a global. */
export interface EndpointContext {
  readonly store: Store;
  readonly verifier: CodeVerifier;
  readonly encryption: Encryption;
  readonly rules: Rules;
  readonly limits: RateLimits;
  readonly revokedTickets: RevokedTickets;
  readonly refusedAttempts: RefusedAttempts;
  readonly log: Log;
  /** Returns the current time, in ms since the epoch. */
  readonly now: () => number;
}
