/** The response codes of the Korean mOTP agency, as the contract's codes. */

/**
 * Maps each code of the agency to the contract's code, as public integrations use it. No
 * specification was found. `AP005` means both “not registered” and “details differ”. `AP011` has no
 * known meaning, so it is absent: a code that is absent leaves the result unknown.
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
