/** Addresses from attributes: resolved against the base, and only those that cannot run script. */

/**
 * Resolves an address; returns `undefined` unless it is safe to request and to link to. Safe is https.
 * On a page that is served over http, http is safe too, whatever a `<base>` says.
 *
 * @param text the attribute's value, relative to `base`
 * @param base the base address
 * @param page the origin of the page's own address; `null` for a frame with `srcdoc`, which has the
 *   base of the page around
 */
export function safeUrl(text: string, base: string, page: string): URL | undefined {
  const url = parseUrl(text, base);
  const isHttps = (page === 'null' ? base : page).startsWith('https:');
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && !isHttps) ? url : undefined;
}

/** Parses a URL; returns `undefined` if it is none. Browsers before autumn 2024 have no `URL.parse`. */
export function parseUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}
