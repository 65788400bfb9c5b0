/** The nonce that ties an identity popup to the widget that opened it. */

/** The name of the URL's parameter and of the report's field. */
export const NONCE_PARAM = 'motp-nonce';

/** Creates a nonce: 128 random bits in hexadecimal. */
export function createNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Adds the nonce to a URL, as text: a query may be signed, or percent-encoded in EUC-KR, so nothing
 * else changes. The site's server passes the nonce on to the page that reports back.
 */
export function withNonce(href: string, nonce: string): string {
  const [url = '', ...fragment] = href.split(/(?=#)/);
  const separator = url.includes('?') ? '&' : '?';
  return `${url}${separator}${NONCE_PARAM}=${nonce}${fragment.join('')}`;
}
