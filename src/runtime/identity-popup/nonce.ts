/** The nonce that ties an identity popup to the widget that opened it. */

/** The name of the URL's parameter and of the report's field. */
export const NONCE_PARAM = 'motp-nonce';

/** Creates a nonce: 128 random bits in hexadecimal. */
export function createNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Adds the nonce to a URL. The site's server passes it on to the page that reports back. */
export function withNonce(href: string, nonce: string): string {
  const url = new URL(href);
  url.searchParams.set(NONCE_PARAM, nonce);
  return url.href;
}
