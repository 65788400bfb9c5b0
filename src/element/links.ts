/** Where the widget's links lead, as the site's attributes say it. */
import {isServer} from 'lit';
import type {MotpVerifyAttributes} from './properties.ts';
import {addressOf} from './safe-url.ts';

/** The properties that name a link. */
export const LINKS = [
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
export type Links = Readonly<Record<(typeof LINKS)[number], string | undefined>>;

/** Stands for the page on a server, which does not know where it will be. */
const NOWHERE = 'https://page.invalid/';

/** Reads them; addresses resolve against the page's base, and on a server not yet. */
export function readLinks(element: MotpVerifyAttributes): Links {
  const links = LINKS.map((name) => {
    const said = element[name];
    const url = said ? addressOf(said, isServer ? NOWHERE : element.baseURI) : undefined;
    return [name, isServer ? url && said : url?.href];
  });
  return Object.fromEntries(links) as Links;
}
