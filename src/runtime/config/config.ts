/** What a site developer set on the element, read and checked: each mistake is told precisely. */
import type {MotpVerifyProperties} from '../../element/properties.ts';
import type {AccountStatus} from '../../core/state.ts';
import {parseEnum} from './enum.ts';
import {isTicket, isUnit} from '../../core/contract.ts';
import {OCCASIONS} from '../../core/occasion.ts';
import {LINK_PROPERTIES, resolveLinks} from '../../element/links.ts';
import {parseEndpointConfig} from './endpoint-config.ts';
import type {ConfigError} from './config-error.ts';
import {parseInitialStatus} from './initial-status.ts';
import {safeUrl} from '../../element/safe-url.ts';
import type {VerificationContext} from '../../transport/verification-context.ts';

/** What a site can leave out (`omit`). */
const OMITTABLE: readonly string[] = [
  'heading',
  'lead',
  'guidance',
  'identity',
  'fallbacks',
  'guide',
  'questions',
  'help',
];

/** Everything that the attributes say. */
export interface Config {
  /** Absent where a problem keeps the widget from verifying anybody. */
  readonly context: VerificationContext | undefined;
  /** Without an endpoint, but in a form: the code goes with the form's own full-page post. */
  readonly isPosted: boolean;
  /** From where alone the identity service's window reports back. */
  readonly identityOrigin: string;
  /** How things stand, where the site's server has rendered it; the endpoint's answers outdo it. */
  readonly initialStatus: AccountStatus | undefined;
  /** The first is why there is no check, where there is none. */
  readonly errors: readonly ConfigError[];
}

const ADDRESS = 'Give an https address, or a path on this site.';

/** Reads the attributes that are for the workings; addresses resolve against the page's base. */
export function parseConfig(element: MotpVerifyProperties): Config {
  const errors: ConfigError[] = [];
  const complain = (attribute: string, said: string): unknown =>
    errors.push({attribute, fix: `is "${said}". ${ADDRESS}`});
  const address = (attribute: string, said: string): URL | undefined => {
    const url = said ? safeUrl(said, element.baseURI) : undefined;
    if (said && !url) complain(attribute, said);
    return url;
  };
  const {unit, ticket} = element;
  const goesWithForm = !element.endpoint && element.form !== null;
  if (!element.endpoint && !goesWithForm) {
    const fix = 'is missing. Add endpoint="…" with the address of your verification endpoint.';
    errors.push({attribute: 'endpoint', fix});
  }
  if (goesWithForm && !element.name && !element.querySelector(':scope > [slot=code]')) {
    const fix = 'is missing. Add name="…", under which the form around is to send the code.';
    errors.push({attribute: 'name', fix});
  }
  const url = address('endpoint', element.endpoint);
  const statusUrl = address('status-url', element.statusUrl);
  const occasion = parseEnum('occasion', element.occasion || OCCASIONS[0], OCCASIONS, errors);
  if (unit !== 0 && !isUnit(unit)) {
    errors.push({attribute: 'unit', fix: `is "${unit}". Use a whole number from 1 to 9999.`});
  }
  if (ticket && !isTicket(ticket)) {
    errors.push({attribute: 'ticket', fix: 'is longer than 512 characters.'});
  }
  const rendered = parseInitialStatus(element, errors);
  const manner = parseEndpointConfig(element, errors);
  const isPosted = goesWithForm && errors.length === 0;
  const check: VerificationContext | undefined =
    errors.length > 0 || !url
      ? undefined
      : {
          endpoint: {url, ...manner},
          statusUrl,
          requestContext: {
            occasion,
            ...(unit && {unit}),
            ...(ticket && {ticket}),
          },
          trainee: [element.traineeName, element.traineePhone].join('\n').trim(),
        };
  // Only now: a link that is left out keeps nobody from being verified.
  const links = resolveLinks(element);
  for (const name of LINK_PROPERTIES) {
    if (element[name] && !links[name]) complain(attributeOf(name), element[name]);
  }
  parseEnum('guide', element.guide, ['auto', 'open', 'closed', 'none'], errors);
  parseEnum('completion', element.completion, ['dialog', 'inline', 'none'], errors);
  parseEnum('theme', element.theme, ['auto', 'light', 'dark', 'high-contrast'], errors);
  for (const name of element.omit.split(/\s+/)) {
    if (name === '' || OMITTABLE.includes(name)) continue;
    const fix = `names "${name}". Use some of ${OMITTABLE.join(', ')}.`;
    errors.push({attribute: 'omit', fix});
  }
  return {
    context: check,
    isPosted,
    identityOrigin: address('identity-origin', element.identityOrigin)?.origin ?? self.origin,
    initialStatus: rendered,
    errors,
  };
}

/** `login-url` for `loginUrl`. */
function attributeOf(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
