/** The other ways to prove who one is, and the ways out of a lock. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Attempt} from '../core/attempt.ts';
import type {Unlock} from '../core/contract.ts';
import {fill, type Words} from '../locale/words.ts';
import {link} from './link.ts';

/** A way to another service: phone, i-PIN, or the registration anew. */
export type WayOut = Unlock | 'ipin';

/** Every way, in the order in which it is offered. */
const WAYS_OUT: readonly WayOut[] = ['phone-identity', 'ipin', 're-registration'];

/** Those of them that prove who one is without mOTP. */
const OTHER_WAYS: readonly WayOut[] = ['phone-identity', 'ipin'];

/** Manual: 5회 실패시. For a lock of which the endpoint says no more. */
const MAX_FAILURES = 5;

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
export function otherWays(words: Words, ways: WaysOut): TemplateResult | typeof nothing {
  const offered = OTHER_WAYS.filter((way) => ways.urls[way]);
  if (offered.length === 0 && !ways.hasMore) return nothing;
  return html`<section class="ways" part="ways-out" aria-labelledby="ways">
    <p id="ways">${words.otherWays}</p>
    ${list(words, offered, ways, 'secondary')}
  </section>`;
}

/** Told when no more codes are taken: why, and how to go on (manual: 5회 실패시). */
export function lockedPanel(
  words: Words,
  {unlock, tries, stands}: Extract<Attempt, {is: 'locked'}>,
  ways: WaysOut,
  onAskLock: () => void,
): TemplateResult {
  const offered = WAYS_OUT.filter((way) => ways.urls[way] && isWayOutOfLock(way, unlock));
  const reason = offered.includes('phone-identity') ? words.lockedByPhone : words.locked;
  return html`<section class="panel danger" part="locked" aria-labelledby="locked">
    <p id="locked" class="panel-heading">${words.lockedHeading}</p>
    <p role="alert">
      ${stands ? words.lockStands : fill(reason, {max: tries?.max ?? MAX_FAILURES})}
    </p>
    ${list(words, offered, ways, 'primary')}
    <button type="button" class="secondary" part="ask-lock" @click=${onAskLock}>
      ${words.askLock}
    </button>
  </section>`;
}

/** i-PIN proves who one is as the phone does, where the endpoint takes that (requirement P3). */
function isWayOutOfLock(way: WayOut, unlock: readonly Unlock[]): boolean {
  return unlock.includes(way === 'ipin' ? 'phone-identity' : way);
}

/** One link to another way, with a word for whom it is. */
export function wayOut(
  words: Words,
  way: WayOut,
  {urls, onWayOut}: Pick<WaysOut, 'urls' | 'onWayOut'>,
  className: 'primary' | 'secondary',
): TemplateResult {
  const [text, forWhom] = label(words, way);
  return html`${link(words, urls[way], text, {
      className,
      part: 'way-out',
      onClick: (click) => onWayOut(way, click),
    })}<span class="small">${forWhom}</span>`;
}

function list(
  words: Words,
  offered: readonly WayOut[],
  ways: WaysOut,
  first: 'primary' | 'secondary',
): TemplateResult {
  return html`<ul class="row">
    ${offered.map((way, i) => html`<li>${wayOut(words, way, ways, i === 0 ? first : 'secondary')}</li>`)}
    ${ways.hasMore ? html`<li><slot name="way-out"></slot></li>` : nothing}
  </ul>`;
}

function label(words: Words, way: WayOut): readonly [text: string, forWhom: string] {
  switch (way) {
    case 'phone-identity':
      return [words.phoneIdentity, words.phoneIdentityFor];
    case 'ipin':
      return [words.ipin, words.ipinFor];
    case 're-registration':
      return [words.reRegistration, words.reRegistrationFor];
  }
}
