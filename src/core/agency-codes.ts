/**
 * Maps the response codes of the mOTP agency to codes of the contract, as public integrations use
 * them. We found no specification. `AP005` means both "not registered" and "identity mismatch".
 * `AP011` has no known meaning and is absent: an absent code leaves the result unknown.
 */
export const AGENCY_CODES = {
  200: 'verified',
  AP001: 'code-mismatch',
  AP002: 'invalid-request',
  AP003: 'invalid-request',
  AP004: 'invalid-request',
  AP005: 'identity-mismatch',
  AP007: 'unavailable',
  AP008: 'unavailable',
  AP009: 'locked',
  AP012: 'invalid-request',
  WE001: 'internal',
  WE002: 'internal',
  WE003: 'internal',
  WE004: 'internal',
  WE005: 'rate-limited',
  IE001: 'unavailable',
  CE001: 'unavailable',
  CE002: 'unavailable',
  CE003: 'unavailable',
} as const;
