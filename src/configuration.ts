/** What a site developer set on the element, checked: a problem is told once, precisely. */
import {isOccasion, type Occasion} from './core/occasion.ts';
import {addressOf} from './transport/address.ts';
import type {Endpoint} from './transport/exchange.ts';

/** The attributes as they stand on the element. */
export interface Attributes {
  readonly endpoint: string;
  readonly statusUrl: string;
  readonly occasion: string;
  readonly timeout: number;
  readonly credentials: string;
}

/** A mistake of the site's developer. */
export interface Problem {
  readonly attribute: string;
  /** What is wrong and how to mend it, for the console. */
  readonly mend: string;
}

/** Where and what is verified. */
export interface Configuration {
  readonly endpoint: Endpoint;
  readonly statusUrl: URL | undefined;
  readonly occasion: Occasion;
}

/** How long an exchange may take, in seconds. */
const TIMEOUT = {least: 3, most: 60, unsaid: 10} as const;

/**
 * Reads the attributes as a configuration, or says what keeps it from being one.
 *
 * @param base the page's base address, against which addresses resolve
 */
export function configurationOf(attributes: Attributes, base: string): Configuration | Problem {
  const {endpoint, statusUrl, occasion, timeout, credentials} = attributes;
  if (!endpoint) {
    return {
      attribute: 'endpoint',
      mend: 'is missing. Add endpoint="…" with the address of your verification endpoint.',
    };
  }
  const url = addressOf(endpoint, base);
  if (!url) return unsafe('endpoint', endpoint);
  if (!isOccasion(occasion)) {
    return {
      attribute: 'occasion',
      mend: `is "${occasion}". Use enrollment, lesson, progress-test, exam or assignment.`,
    };
  }
  const status = statusUrl ? addressOf(statusUrl, base) : undefined;
  if (statusUrl && !status) return unsafe('status-url', statusUrl);
  return {
    endpoint: {
      url,
      credentials: credentials === 'include' ? 'include' : 'same-origin',
      timeoutMs: 1000 * clamped(timeout || TIMEOUT.unsaid),
    },
    statusUrl: status,
    occasion,
  };
}

/** The problem of an address that is none, or that could run script. */
export function unsafe(attribute: string, value: string): Problem {
  const mend = `is "${value}". Give an https address, or a path on this site.`;
  return {attribute, mend};
}

/** Whether attributes could not be read as a configuration. */
export function isProblem(read: Configuration | Problem): read is Problem {
  return 'mend' in read;
}

function clamped(seconds: number): number {
  return Math.min(Math.max(seconds, TIMEOUT.least), TIMEOUT.most);
}
