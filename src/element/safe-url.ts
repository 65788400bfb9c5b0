/** Addresses from attributes: resolved against the page, and only those that cannot run script. */

/**
 * The address that an attribute names, or `undefined` where it names none that is safe to call or
 * to link to: https, and http only from a page that is served over http itself.
 *
 * @param text the attribute's value, relative to `base`
 * @param base the page's base address
 */
export function safeUrl(text: string, base: string): URL | undefined {
  const url = URL.parse ? URL.parse(text, base) : parseUrl(text, base);
  const safe = url?.protocol === 'https:' || url?.protocol === 'http:';
  if (!url || !safe || (url.protocol === 'http:' && base.startsWith('https:'))) return undefined;
  return url;
}

/** `URL.parse` for browsers before autumn 2024. */
function parseUrl(text: string, base: string): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}
