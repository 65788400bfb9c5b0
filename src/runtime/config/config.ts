/** The configuration: what a site developer has set on the element, parsed and checked. */
import {isTicket, isUnit} from '../../core/contract.ts';
import {OCCASIONS} from '../../core/occasion.ts';
import type {AccountStatus} from '../../core/state.ts';
import {attributeName} from '../../element/attribute-name.ts';
import type {UrlProperty} from '../../element/links.ts';
import type {MotpVerifyProperties} from '../../element/properties.ts';
import {resolveUrl, type ResolvedUrls} from '../../element/resolve-url.ts';
import {parseUrl} from '../../element/safe-url.ts';
import {pageOrigin} from '../../transport/page-origin.ts';
import type {VerificationContext} from '../../transport/verification-context.ts';
import type {ConfigError} from './config-error.ts';
import {parseEndpointConfig} from './endpoint-config.ts';
import {parseEnum} from './enum.ts';
import {parseInitialStatus} from './initial-status.ts';

/** The configuration of the element. */
export interface Config {
  /** Absent if an error keeps the widget from verifying anybody. */
  readonly context: VerificationContext | undefined;
  /** Whether the code goes with the form's own full-page post, since there is no endpoint. */
  readonly usesFormPost: boolean;
  /** The only origin from which the identity popup reports back. */
  readonly identityOrigin: string;
  /** The account's status, if the site's server has rendered it. The endpoint's answers replace it. */
  readonly initialStatus: AccountStatus | undefined;
  /** If there is no context, the first error is the reason. */
  readonly errors: readonly ConfigError[];
}

/** The properties that hold the address of a link. */
const LINK_PROPERTIES = [
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

/** The words that `omit` can hold. */
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

/**
 * Parses the configuration.
 *
 * @param urls the addresses that are resolved already
 */
export function parseConfig(element: MotpVerifyProperties, urls: ResolvedUrls): Config {
  const errors: ConfigError[] = [];
  const urlOf = (name: UrlProperty): URL | undefined => {
    const text = element[name];
    // Most are empty, and each failed parse builds an error with its stack.
    if (!text) return undefined;
    const url = parseUrl(resolveUrl(element, text, urls) ?? '');
    if (!url) {
      const fix = `is "${text}". Give an https address, or a path on this site.`;
      errors.push({attribute: attributeName(name), fix});
    }
    return url;
  };
  const {unit, ticket} = element;
  const isInForm = !element.endpoint && element.form !== null;
  if (!element.endpoint && !isInForm) {
    const fix = 'is missing. Add endpoint="…" with the address of your verification endpoint.';
    errors.push({attribute: 'endpoint', fix});
  }
  if (isInForm && !element.name && !element.querySelector(':scope > [slot=code]')) {
    const fix = 'is missing. Add name="…", under which the form around is to send the code.';
    errors.push({attribute: 'name', fix});
  }
  const url = urlOf('endpoint');
  const statusUrl = urlOf('statusUrl');
  const attemptsUrl = urlOf('attemptsUrl');
  const occasion = parseEnum('occasion', element.occasion || OCCASIONS[0], OCCASIONS, errors);
  if (unit !== 0 && !isUnit(unit)) {
    errors.push({attribute: 'unit', fix: `is "${unit}". Use a whole number from 1 to 9999.`});
  }
  if (ticket && !isTicket(ticket)) {
    errors.push({attribute: 'ticket', fix: 'is longer than 512 characters.'});
  }
  const initialStatus = parseInitialStatus(element, errors);
  const endpointConfig = parseEndpointConfig(element, errors);
  const isValid = errors.length === 0;
  const context: VerificationContext | undefined =
    isValid && url
      ? {
          endpoint: {url, attemptsUrl, ...endpointConfig},
          statusUrl,
          requestContext: {occasion, ...(unit && {unit}), ...(ticket && {ticket})},
          trainee: [element.traineeName, element.traineePhone].join('\n').trim(),
        }
      : undefined;
  // The errors below do not keep anybody from being verified.
  LINK_PROPERTIES.forEach(urlOf);
  parseEnum('guide', element.guide, ['auto', 'open', 'closed', 'none'], errors);
  parseEnum('completion', element.completion, ['dialog', 'inline', 'none'], errors);
  parseEnum('theme', element.theme, ['auto', 'light', 'dark', 'high-contrast'], errors);
  const unknown = element.omit.split(/\s+/).find((name) => name && !OMITTABLE.includes(name));
  if (unknown !== undefined) {
    const fix = `names "${unknown}". Use some of ${OMITTABLE.join(', ')}.`;
    errors.push({attribute: 'omit', fix});
  }
  return {
    context,
    usesFormPost: isInForm && isValid,
    identityOrigin: urlOf('identityOrigin')?.origin ?? pageOrigin(window),
    initialStatus,
    errors,
  };
}
