/** The other ways to prove who one is, and the ways out of a lock. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Unlock} from '../../core/contract.ts';
import type {FirstWords} from '../../locales/messages.ts';
import {link} from './link.ts';

/** A way to another service: phone, i-PIN, or the registration anew. */
export type WayOut = Unlock | 'ipin';

/** Those that prove who one is without mOTP, in the order in which they are offered. */
const OTHER_WAYS: readonly WayOut[] = ['phone-identity', 'ipin'];

/** Where each way leads, for those that the site offers. */
export type WayOutUrls = Readonly<Record<WayOut, string | undefined>>;

/** What the ways are drawn from. */
export interface WaysOut {
  readonly urls: WayOutUrls;
  /** Whether the site has put further ways into the slot. */
  readonly hasMore: boolean;
  /** Told before a way is taken; `preventDefault()` on the click keeps the trainee here. */
  readonly onWayOut: (way: WayOut, click: Event) => void;
}

/** Phone and i-PIN, for whom mOTP is difficult (manual: 다른 방법으로 본인인증). */
export function otherWays(words: FirstWords, ways: WaysOut): TemplateResult | typeof nothing {
  const offered = OTHER_WAYS.filter((way) => ways.urls[way]);
  if (offered.length === 0 && !ways.hasMore) return nothing;
  return html`<section class="ways" part="ways-out" aria-labelledby="ways">
    <p id="ways">${words.otherWays}</p>
    ${waysOut(words, offered, ways, 'secondary')}
  </section>`;
}

/** One link to another way, with a word for whom it is. */
export function wayOut(
  words: FirstWords,
  way: WayOut,
  {urls, onWayOut}: Pick<WaysOut, 'urls' | 'onWayOut'>,
  className: 'primary' | 'secondary',
): TemplateResult {
  const [text, forWhom] = LABELS[way];
  return html`${link(words, urls[way], words[text], {
      className,
      part: 'way-out',
      onClick: (click) => onWayOut(way, click),
    })}<span class="small">${words[forWhom]}</span>`;
}

/** Links to these ways, and to those of the site's own; the first may stand out. */
export function waysOut(
  words: FirstWords,
  offered: readonly WayOut[],
  ways: WaysOut,
  first: 'primary' | 'secondary',
): TemplateResult {
  return html`<ul class="row">
    ${offered.map((way, i) => html`<li>${wayOut(words, way, ways, i === 0 ? first : 'secondary')}</li>`)}
    ${ways.hasMore ? html`<li><slot name="way-out"></slot></li>` : nothing}
  </ul>`;
}

/** How each way is called, and then for whom it is. */
const LABELS = {
  'phone-identity': ['phoneIdentity', 'phoneIdentityFor'],
  ipin: ['ipin', 'ipinFor'],
  're-registration': ['reRegistration', 'reRegistrationFor'],
} as const;
