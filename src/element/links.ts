/** The addresses of the widget's links, as the site's attributes name them. */
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

/** The addresses that cannot run script; `undefined` for the others. */
export type SafeLinks = Readonly<Record<(typeof LINK_PROPERTIES)[number], string | undefined>>;

/** Stands for the page's address on a server, which does not know it. */
const SERVER_BASE_URL = 'https://page.invalid/';

/** Resolves the addresses against the page's base; on a server they stay relative. */
export function resolveLinks(element: MotpVerifyProperties): SafeLinks {
  const links = LINK_PROPERTIES.map((name) => {
    const value = element[name];
    const url = value ? safeUrl(value, isServer ? SERVER_BASE_URL : element.baseURI) : undefined;
    return [name, isServer ? url && value : url?.href];
  });
  return Object.fromEntries(links) as SafeLinks;
}
