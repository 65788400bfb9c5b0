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

/** Told before a way is taken; `preventDefault()` on the click keeps the trainee here. */
export type OnWayOut = (way: WayOut, click: Event) => void;

/** Phone and i-PIN, for whom mOTP is difficult (manual: 다른 방법으로 본인인증). */
export function otherWays(
  words: Words,
  urls: WayOutUrls,
  onWayOut: OnWayOut,
): TemplateResult | typeof nothing {
  const ways = OTHER_WAYS.filter((way) => urls[way]);
  if (ways.length === 0) return nothing;
  return html`<section class="ways" part="ways-out" aria-labelledby="ways">
    <p id="ways">${words.otherWays}</p>
    ${list(words, ways, urls, onWayOut, 'secondary')}
  </section>`;
}

/** Told when no more codes are taken: why, and how to go on (manual: 5회 실패시). */
export function lockedPanel(
  words: Words,
  {unlock, tries, stands}: Extract<Attempt, {is: 'locked'}>,
  urls: WayOutUrls,
  onWayOut: OnWayOut,
  onAskLock: () => void,
): TemplateResult {
  const ways = WAYS_OUT.filter((way) => urls[way] && isWayOutOfLock(way, unlock));
  const reason = ways.includes('phone-identity') ? words.lockedByPhone : words.locked;
  return html`<section class="panel danger" part="locked" aria-labelledby="locked">
    <p id="locked" class="panel-heading">${words.lockedHeading}</p>
    <p role="alert">
      ${stands ? words.lockStands : fill(reason, {max: tries?.max ?? MAX_FAILURES})}
    </p>
    ${list(words, ways, urls, onWayOut, 'primary')}
    <button type="button" class="secondary" part="ask-lock" @click=${onAskLock}>
      ${words.askLock}
    </button>
  </section>`;
}

/** i-PIN proves who one is as the phone does, where the endpoint takes that (requirement P3). */
function isWayOutOfLock(way: WayOut, unlock: readonly Unlock[]): boolean {
  return unlock.includes(way === 'ipin' ? 'phone-identity' : way);
}

function list(
  words: Words,
  ways: readonly WayOut[],
  urls: WayOutUrls,
  onWayOut: OnWayOut,
  first: 'primary' | 'secondary',
): TemplateResult | typeof nothing {
  if (ways.length === 0) return nothing;
  return html`<ul class="row">
    ${ways.map(
      (way, i) =>
        html`<li>
          ${link(words, urls[way], label(words, way), {
            className: i === 0 ? first : 'secondary',
            part: 'way-out',
            onClick: (click) => onWayOut(way, click),
          })}
        </li>`,
    )}
  </ul>`;
}

function label(words: Words, way: WayOut): string {
  switch (way) {
    case 'phone-identity':
      return words.phoneIdentity;
    case 'ipin':
      return words.ipin;
    case 're-registration':
      return words.reRegistration;
  }
}
