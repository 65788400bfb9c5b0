/** The test vectors of RFC 6238, appendix B, for SHA-1. */

/** The seed "12345678901234567890" in base32. */
export const RFC_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

/**
 * The vectors, as time step T and the last six of the eight digits.
 *
 * Truncation takes the value modulo 10^digits (RFC 4226 §5.3), so the last six digits are the six-digit
 * code. A code depends on T alone, so the vectors also hold for a time step of 60 seconds.
 */
export const RFC_VECTORS: readonly {readonly step: number; readonly code: string}[] = [
  {step: 0x0000001, code: '287082'},
  {step: 0x23523ec, code: '081804'},
  {step: 0x23523ed, code: '050471'},
  {step: 0x273ef07, code: '005924'},
  {step: 0x3f940aa, code: '279037'},
  {step: 0x27bc86aa, code: '353130'},
];
