import type {IdempotencyKey} from '../core/contract.ts';

/**
 * Creates an idempotency key: 128 random bits as 22 characters of `[A-Za-z0-9_-]`. It does not use
 * `crypto.randomUUID`, which pages served over plain http lack (fault F40).
 */
export function createIdempotencyKey(): IdempotencyKey {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const base64 = btoa(String.fromCharCode(...bytes));
  // Not by `replaceAll`: old pages define their own.
  return base64.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '') as IdempotencyKey;
}
