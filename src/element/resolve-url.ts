/** The address that an attribute names. */
import {isServer} from 'lit';
import type {MotpVerifyProperties} from './properties.ts';
import {safeUrl} from './safe-url.ts';

/** The addresses that cannot run script, by the text of their attribute; `undefined` for the others. */
export type ResolvedUrls = ReadonlyMap<string, string | undefined>;

/** Stands for the page's address on a server, which does not know it. */
const SERVER_BASE_URL = 'https://page.invalid/';

/**
 * Resolves an address against the page's base; on a server it stays relative. An address is resolved
 * once, when its attribute is set: a `<base>` that comes later does not move it.
 */
export function resolveUrl(
  element: MotpVerifyProperties,
  text: string,
  resolved: ResolvedUrls,
): string | undefined {
  if (!text || resolved.has(text)) return resolved.get(text);
  if (isServer) return safeUrl(text, SERVER_BASE_URL, SERVER_BASE_URL) && text;
  return safeUrl(text, element.baseURI, location.origin)?.href;
}
