/** Where the widget's links lead, as the site's attributes say it. */
import {isServer} from 'lit';
import type {MotpVerifyProperties} from './properties.ts';
import {safeUrl} from './safe-url.ts';

/** The properties that name a link. */
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

/** Only addresses that cannot run script. */
export type SafeLinks = Readonly<Record<(typeof LINK_PROPERTIES)[number], string | undefined>>;

/** Stands for the page on a server, which does not know where it will be. */
const SERVER_BASE_URL = 'https://page.invalid/';

/** Reads them; addresses resolve against the page's base, and on a server not yet. */
export function resolveLinks(element: MotpVerifyProperties): SafeLinks {
  const links = LINK_PROPERTIES.map((name) => {
    const said = element[name];
    const url = said ? safeUrl(said, isServer ? SERVER_BASE_URL : element.baseURI) : undefined;
    return [name, isServer ? url && said : url?.href];
  });
  return Object.fromEntries(links) as SafeLinks;
}
