/** The other ways to prove who one is, and the ways out of a lock. */
import {html, nothing, type TemplateResult} from 'lit';
import type {UnlockMethod} from '../../core/contract.ts';
import type {InitialMessages} from '../../locales/messages.ts';
import {renderLink} from './link.ts';

/** A way to another service: phone, i-PIN, or the registration anew. */
export type FallbackMethod = UnlockMethod | 'ipin';

/** Those that prove who one is without mOTP, in the order in which they are offered. */
const ALTERNATIVES: readonly FallbackMethod[] = ['phone-identity', 'ipin'];

/** Where each way leads, for those that the site offers. */
export type FallbackUrls = Readonly<Record<FallbackMethod, string | undefined>>;

/** What the ways are drawn from. */
export interface Fallbacks {
  readonly urls: FallbackUrls;
  /** Whether the site has put further ways into the slot. */
  readonly hasMore: boolean;
  /** Told before a way is taken; `preventDefault()` on the click keeps the trainee here. */
  readonly onFallback: (way: FallbackMethod, click: Event) => void;
}

/** Phone and i-PIN, for whom mOTP is difficult (manual: 다른 방법으로 본인인증). */
export function renderFallbacks(
  messages: InitialMessages,
  fallbacks: Fallbacks,
): TemplateResult | typeof nothing {
  const offered = ALTERNATIVES.filter((way) => fallbacks.urls[way]);
  if (offered.length === 0 && !fallbacks.hasMore) return nothing;
  return html`<section class="fallbacks" part="fallbacks" aria-labelledby="ways">
    <p id="ways">${messages.otherWays}</p>
    ${renderFallbackList(messages, offered, fallbacks, 'secondary')}
  </section>`;
}

/** One link to another way, with a word for whom it is. */
export function renderFallback(
  messages: InitialMessages,
  way: FallbackMethod,
  {urls, onFallback}: Pick<Fallbacks, 'urls' | 'onFallback'>,
  className: 'primary' | 'secondary',
): TemplateResult {
  const [text, forWhom] = LABELS[way];
  return html`${renderLink(messages, urls[way], messages[text], {
      className,
      part: 'fallback',
      onClick: (click) => onFallback(way, click),
    })}<span class="small">${messages[forWhom]}</span>`;
}

/** Links to these ways, and to those of the site's own; the first may stand out. */
export function renderFallbackList(
  messages: InitialMessages,
  offered: readonly FallbackMethod[],
  fallbacks: Fallbacks,
  first: 'primary' | 'secondary',
): TemplateResult {
  return html`<ul class="row">
    ${offered.map((way, i) => html`<li>${renderFallback(messages, way, fallbacks, i === 0 ? first : 'secondary')}</li>`)}
    ${fallbacks.hasMore ? html`<li><slot name="fallback"></slot></li>` : nothing}
  </ul>`;
}

/** How each way is called, and then for whom it is. */
const LABELS = {
  'phone-identity': ['phoneIdentity', 'phoneIdentityFor'],
  ipin: ['ipin', 'ipinFor'],
  're-registration': ['reRegistration', 'reRegistrationFor'],
} as const;
