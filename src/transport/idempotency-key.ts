/** Makes the key under which one press of 인증하기 is counted at most once. */
import type {IdempotencyKey} from '../core/contract.ts';

/**
 * A new key: 128 random bits as 22 characters of `[A-Za-z0-9_-]`. It is made of
 * `crypto.getRandomValues`, since `crypto.randomUUID` is missing on pages served over plain http.
 */
export function createIdempotencyKey(): IdempotencyKey {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const base64 = btoa(String.fromCharCode(...bytes));
  return base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '') as IdempotencyKey;
}
