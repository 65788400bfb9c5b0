/** What a site developer set on the element, read and checked: each mistake is told precisely. */
import type {MotpVerifyAttributes} from '../../element/properties.ts';
import type {Standing} from '../../core/state.ts';
import {chosen} from './enum.ts';
import {isTicket, isUnit} from '../../core/contract.ts';
import {OCCASIONS} from '../../core/occasion.ts';
import {LINKS, readLinks} from '../../element/links.ts';
import {readManner} from './endpoint-config.ts';
import type {Problem} from './config-error.ts';
import {renderedStanding} from './initial-status.ts';
import {addressOf} from '../../element/safe-url.ts';
import type {Check} from '../../transport/verification-context.ts';

/** What a site can leave out (`omit`). */
const OMITTABLE: readonly string[] = [
  'heading',
  'lead',
  'guidance',
  'identity',
  'ways',
  'guide',
  'questions',
  'help',
];

/** Everything that the attributes say. */
export interface Reading {
  /** Absent where a problem keeps the widget from verifying anybody. */
  readonly check: Check | undefined;
  /** Without an endpoint, but in a form: the code goes with the form's own full-page post. */
  readonly isPosted: boolean;
  /** From where alone the identity service's window reports back. */
  readonly identityOrigin: string;
  /** How things stand, where the site's server has rendered it; the endpoint's answers outdo it. */
  readonly rendered: Standing | undefined;
  /** The first is why there is no check, where there is none. */
  readonly problems: readonly Problem[];
}

const ADDRESS = 'Give an https address, or a path on this site.';

/** Reads the attributes that are for the workings; addresses resolve against the page's base. */
export function readAttributes(element: MotpVerifyAttributes): Reading {
  const problems: Problem[] = [];
  const complain = (attribute: string, said: string): unknown =>
    problems.push({attribute, mend: `is "${said}". ${ADDRESS}`});
  const address = (attribute: string, said: string): URL | undefined => {
    const url = said ? addressOf(said, element.baseURI) : undefined;
    if (said && !url) complain(attribute, said);
    return url;
  };
  const {unit, ticket} = element;
  const goesWithForm = !element.endpoint && element.form !== null;
  if (!element.endpoint && !goesWithForm) {
    const mend = 'is missing. Add endpoint="…" with the address of your verification endpoint.';
    problems.push({attribute: 'endpoint', mend});
  }
  if (goesWithForm && !element.name && !element.querySelector(':scope > [slot=code]')) {
    const mend = 'is missing. Add name="…", under which the form around is to send the code.';
    problems.push({attribute: 'name', mend});
  }
  const url = address('endpoint', element.endpoint);
  const statusUrl = address('status-url', element.statusUrl);
  const occasion = chosen('occasion', element.occasion || OCCASIONS[0], OCCASIONS, problems);
  if (unit !== 0 && !isUnit(unit)) {
    problems.push({attribute: 'unit', mend: `is "${unit}". Use a whole number from 1 to 9999.`});
  }
  if (ticket && !isTicket(ticket)) {
    problems.push({attribute: 'ticket', mend: 'is longer than 512 characters.'});
  }
  const rendered = renderedStanding(element, problems);
  const manner = readManner(element, problems);
  const isPosted = goesWithForm && problems.length === 0;
  const check: Check | undefined =
    problems.length > 0 || !url
      ? undefined
      : {
          endpoint: {url, ...manner},
          statusUrl,
          asked: {
            occasion,
            ...(unit && {unit}),
            ...(ticket && {ticket}),
          },
          trainee: [element.traineeName, element.traineePhone].join('\n').trim(),
        };
  // Only now: a link that is left out keeps nobody from being verified.
  const links = readLinks(element);
  for (const name of LINKS) {
    if (element[name] && !links[name]) complain(attributeOf(name), element[name]);
  }
  chosen('guide', element.guide, ['auto', 'open', 'closed', 'none'], problems);
  chosen('completion', element.completion, ['dialog', 'inline', 'none'], problems);
  chosen('theme', element.theme, ['auto', 'light', 'dark', 'high-contrast'], problems);
  for (const name of element.omit.split(/\s+/)) {
    if (name === '' || OMITTABLE.includes(name)) continue;
    const mend = `names "${name}". Use some of ${OMITTABLE.join(', ')}.`;
    problems.push({attribute: 'omit', mend});
  }
  return {
    check,
    isPosted,
    identityOrigin: address('identity-origin', element.identityOrigin)?.origin ?? self.origin,
    rendered,
    problems,
  };
}

/** `login-url` for `loginUrl`. */
function attributeOf(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
