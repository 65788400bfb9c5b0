/** The other methods of verification, and the methods that end a lock. */
import {nothing, type TemplateResult} from 'lit';
import type {UnlockMethod} from '../../core/contract.ts';
import type {InitialMessages} from '../../locales/messages.ts';
import {renderLink} from './link.ts';
import {localizedHtml} from './localized-html.ts';

/** Another service: phone verification, i-PIN, or a new registration. */
export type FallbackMethod = UnlockMethod | 'ipin';

/** The methods that verify the trainee without mOTP, in the order in which they are offered. */
const ALTERNATIVES: readonly FallbackMethod[] = ['phone-identity', 'ipin'];

/** The address of each method that the site offers. */
export type FallbackUrls = Readonly<Record<FallbackMethod, string | undefined>>;

/** The fallbacks that the site offers. */
export interface Fallbacks {
  readonly urls: FallbackUrls;
  /** Whether the site fills the slot `fallback`. */
  readonly hasSlotted: boolean;
}

/**
 * Returns the short names of the identity services that the site offers, in their order. A message
 * names only these.
 */
export function serviceNames(
  {viaPhone, viaIpin}: InitialMessages,
  urls: FallbackUrls,
): readonly string[] {
  const names = [urls['phone-identity'] && viaPhone, urls.ipin && viaIpin];
  return names.filter((name) => name !== undefined);
}

/** Called when the trainee follows a link. */
export type FallbackHandler = (method: FallbackMethod, click: Event) => void;

/** Renders phone and i-PIN verification (manual: 다른 방법으로 본인인증). */
export function renderFallbacks(
  messages: InitialMessages,
  fallbacks: Fallbacks,
  onFallback: FallbackHandler,
): TemplateResult | typeof nothing {
  const offered = ALTERNATIVES.filter((method) => fallbacks.urls[method]);
  if (offered.length === 0 && !fallbacks.hasSlotted) return nothing;
  return localizedHtml`<section class="fallbacks" part="fallbacks" aria-labelledby="fallbacks">
    <p id="fallbacks">${messages.otherWays}</p>
    ${renderFallbackList(messages, offered, fallbacks, onFallback, 'secondary')}
  </section>`;
}

/** Renders one link, with a word for whom the method is. */
export function renderFallback(
  messages: InitialMessages,
  method: FallbackMethod,
  urls: FallbackUrls,
  onFallback: FallbackHandler,
  className: 'primary' | 'secondary',
): TemplateResult {
  const [text, forWhom] = LABELS[method];
  return localizedHtml`${renderLink(messages, urls[method] ?? '', messages[text], {
    className,
    part: 'fallback',
    onClick: (click) => onFallback(method, click),
  })}<span class="small">${messages[forWhom]}</span>`;
}

/** Renders links to these methods and the site's own; the first may stand out. */
export function renderFallbackList(
  messages: InitialMessages,
  offered: readonly FallbackMethod[],
  {urls, hasSlotted}: Fallbacks,
  onFallback: FallbackHandler,
  first: 'primary' | 'secondary',
): TemplateResult {
  const items = offered.map((method, i) => {
    const className = i === 0 ? first : 'secondary';
    return localizedHtml`<li>${renderFallback(messages, method, urls, onFallback, className)}</li>`;
  });
  if (hasSlotted) items.push(localizedHtml`<li><slot name="fallback"></slot></li>`);
  return localizedHtml`<ul class="row">${items}</ul>`;
}

/** The messages that name each method, and for whom it is. */
const LABELS = {
  'phone-identity': ['phoneIdentity', 'phoneIdentityFor'],
  ipin: ['ipin', 'ipinFor'],
  're-registration': ['reRegistration', 'reRegistrationFor'],
} as const;
