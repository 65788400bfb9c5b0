/** The addresses that the site's attributes name. */
import {isServer} from 'lit';
import type {MotpVerifyProperties} from './properties.ts';
import {safeUrl} from './safe-url.ts';

/** The properties that hold the address of a link. */
export const LINK_PROPERTIES = [
  'phoneIdentityUrl',
  'ipinUrl',
  'reRegistrationUrl',
  'loginUrl',
  'supportUrl',
  'guideUrl',
  'manualUrl',
  'androidUrl',
  'iosUrl',
] as const;

/** The properties that hold an address. */
const URL_PROPERTIES = [
  ...LINK_PROPERTIES,
  'endpoint',
  'statusUrl',
  'attemptsUrl',
  'identityOrigin',
] as const;

/** A property that holds an address. */
export type UrlProperty = (typeof URL_PROPERTIES)[number];

/** The addresses that cannot run script, by the text of their attribute; `undefined` for the others. */
export type ResolvedUrls = ReadonlyMap<string, string | undefined>;

/** The addresses of the links, by their property. */
export type SafeLinks = Readonly<Record<(typeof LINK_PROPERTIES)[number], string | undefined>>;

/** Stands for the page's address on a server, which does not know it. */
const SERVER_BASE_URL = 'https://page.invalid/';

/**
 * Resolves the addresses of the attributes.
 *
 * @param resolved the addresses that were resolved before; they stay as they are
 */
export function resolveUrls(element: MotpVerifyProperties, resolved: ResolvedUrls): ResolvedUrls {
  return new Map(
    URL_PROPERTIES.map((name) => [element[name], resolveUrl(element, element[name], resolved)]),
  );
}

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

/** Returns the addresses of the links. */
export function linksOf(element: MotpVerifyProperties, urls: ResolvedUrls): SafeLinks {
  return Object.fromEntries(
    LINK_PROPERTIES.map((name) => [name, urls.get(element[name])]),
  ) as SafeLinks;
}
