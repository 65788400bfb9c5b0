/** The states, events and responses that tests of the transition share. */
import type {AttemptResponse, IdempotencyKey} from '../../src/core/contract.ts';
import type {FailureCount, VerificationEvent, VerificationState} from '../../src/core/state.ts';

/** The key of the pending attempt. */
export const key = 'a-key-of-twenty-two-ch' as IdempotencyKey;
/** The key of another attempt. */
export const otherKey = 'another-key-22-chars-x' as IdempotencyKey;

/** Two failures. */
export const failureCount: FailureCount = {failures: 2, max: 5};
/** The first request of an attempt. */
export const sending: Extract<VerificationState, {status: 'sending'}> = {
  status: 'sending',
  key,
  failureCount,
  isResent: false,
};
/** A query after a lost response. */
export const checking: Extract<VerificationState, {status: 'checking'}> = {
  status: 'checking',
  key,
  failureCount,
  isResent: false,
  reason: 'network',
};
/** The fields that every response has. */
export const common = {serverTime: 0, counted: false};

/** A valid receipt. */
export const receipt = {verificationId: 'v', verifiedAt: 1, expiresAt: 2};

/** Creates the event of a response to the request with this key. */
export function answered(response: AttemptResponse, to = key): VerificationEvent {
  return {type: 'answered', key: to, response, at: 1000};
}
