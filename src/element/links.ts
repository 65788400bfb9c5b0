/** The addresses that the site's attributes name. */
import {PROPERTIES, type MotpVerifyProperties} from './properties.ts';
import type {PropertyDefaults} from './property-defaults.ts';
import {resolveUrl, type ResolvedUrls} from './resolve-url.ts';

/** A property that holds an address. */
export type UrlProperty = Extract<
  keyof PropertyDefaults,
  `${string}Url` | 'endpoint' | 'identityOrigin'
>;

/** The properties that hold an address. */
const URL_PROPERTIES = Object.keys(PROPERTIES).filter((name) =>
  /Url$|^endpoint$|Origin$/.test(name),
) as readonly UrlProperty[];

/** The addresses that cannot run script, by their property. */
export type SafeLinks = Readonly<Record<UrlProperty, string | undefined>>;

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

/** Returns the addresses by their property. */
export function linksOf(element: MotpVerifyProperties, urls: ResolvedUrls): SafeLinks {
  return Object.fromEntries(
    URL_PROPERTIES.map((name) => [name, urls.get(element[name])]),
  ) as SafeLinks;
}
