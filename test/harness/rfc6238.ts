/** The test vectors of RFC 6238, appendix B, for SHA-1. */

/** Their seed, "12345678901234567890", in base32. */
export const RFC_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

/**
 * Each vector as its time step T and the last six of its eight digits: truncation takes the value
 * modulo 10^digits (RFC 4226 §5.3), so those are the six-digit code. Only T goes into a code: at a
 * step of 60 seconds instead of the RFC's 30, T comes at another time, with the same code.
 */
export const RFC_VECTORS: readonly {readonly step: number; readonly code: string}[] = [
  {step: 0x0000001, code: '287082'},
  {step: 0x23523ec, code: '081804'},
  {step: 0x23523ed, code: '050471'},
  {step: 0x273ef07, code: '005924'},
  {step: 0x3f940aa, code: '279037'},
  {step: 0x27bc86aa, code: '353130'},
];
