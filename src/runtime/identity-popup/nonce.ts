/** What ties a window of the identity service to the widget that opened it. */

/** The address's parameter and the message's field that carry it. */
export const NONCE_PARAM = 'motp-nonce';

/** A new one: 128 random bits in hexadecimal. */
export function createNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The address with the nonce, so that its server can hand it on to the page that reports back. */
export function withNonce(address: string, nonce: string): string {
  const url = new URL(address);
  url.searchParams.set(NONCE_PARAM, nonce);
  return url.href;
}
