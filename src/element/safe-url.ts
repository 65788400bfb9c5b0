/** Addresses from attributes: resolved against the page, and only those that cannot run script. */

/**
 * Resolves an address; returns `undefined` unless it is safe to request and to link to. Safe is https.
 * On a page that is served over http, http is safe too.
 *
 * @param text the attribute's value, relative to `base`
 * @param base the page's base address
 */
export function safeUrl(text: string, base: string): URL | undefined {
  const url = parseUrl(text, base);
  const isSafe =
    url?.protocol === 'https:' || (url?.protocol === 'http:' && !base.startsWith('https:'));
  return isSafe ? url : undefined;
}

/** Parses a URL; returns `undefined` if it is none. Browsers before autumn 2024 have no `URL.parse`. */
export function parseUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}
