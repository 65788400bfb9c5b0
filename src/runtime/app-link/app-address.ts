/** The address that opens the app: it may have a scheme of the app's own, but must not run script. */
import {parseUrl, safeUrl} from '../../element/safe-url.ts';

/** The schemes that run script, or show what the page or the phone holds. */
const REFUSED =
  /^(about|blob|content|data|file|filesystem|jar|javascript|livescript|mhtml|vbscript|view-source|wyciwyg):/;

/**
 * Parses an absolute address: `https:`, `intent:` or a scheme of the app's own. Returns `undefined` for
 * one that can run script, also inside an intent (https://developer.chrome.com/docs/android/intents).
 *
 * @param page the origin of the page's own address
 */
export function appAddress(text: string, page: string): URL | undefined {
  const url = parseUrl(text);
  if (!url || REFUSED.test(url.protocol)) return undefined;
  if (url.protocol === 'http:' || url.protocol === 'https:') return safeUrl(text, page, page);
  return url.protocol === 'intent:' && !isSafeIntent(url, page) ? undefined : url;
}

/** Returns whether neither the data nor the scheme nor the fallback of an intent can run script. */
function isSafeIntent({href, hash}: URL, page: string): boolean {
  if (REFUSED.test(parseUrl(href.slice('intent:'.length))?.protocol ?? '')) return false;
  return hash.split(';').every((field) => {
    const [, name, value = ''] = /^([^=]*)=(.*)$/.exec(field) ?? [];
    const text = decode(value);
    if (name === 'scheme') return !REFUSED.test(`${text.trim().toLowerCase()}:`);
    if (name !== 'S.browser_fallback_url') return true;
    return parseUrl(text) !== undefined && safeUrl(text, page, page) !== undefined;
  });
}

/** Decodes percent-encoding; what cannot be decoded is no address. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
