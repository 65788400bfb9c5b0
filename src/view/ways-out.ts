/** The other ways to prove who one is, and the ways out of a lock. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Attempt} from '../core/attempt.ts';
import type {Unlock} from '../core/contract.ts';
import {fill, type Words} from '../locale/words.ts';
import {link} from './link.ts';

/** A way to another service: phone, i-PIN, or the registration anew. */
export type WayOut = Unlock | 'ipin';

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
  const ways = (['phone-identity', 'ipin'] as const).filter((way) => urls[way]);
  if (ways.length === 0) return nothing;
  return html`<section class="ways" part="ways-out" aria-labelledby="ways">
    <p id="ways">${words.otherWays}</p>
    ${list(words, ways, urls, onWayOut, 'secondary')}
  </section>`;
}

/** Told when no more codes are taken: why, and how to go on (manual: 5회 실패시). */
export function lockedPanel(
  words: Words,
  attempt: Extract<Attempt, {is: 'locked'}>,
  urls: WayOutUrls,
  onWayOut: OnWayOut,
): TemplateResult {
  const ways = attempt.unlock.filter((way) => urls[way]);
  return html`<section class="panel danger" part="locked" role="alert">
    <p class="panel-heading">${words.lockedHeading}</p>
    <p>${fill(words.locked, {max: attempt.tries?.max ?? 5})}</p>
    ${list(words, ways, urls, onWayOut, 'primary')}
  </section>`;
}

function list(
  words: Words,
  ways: readonly WayOut[],
  urls: WayOutUrls,
  onWayOut: OnWayOut,
  first: 'primary' | 'secondary',
): TemplateResult {
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
