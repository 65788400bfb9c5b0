/** What stands in the form's place while no codes are taken (manual: 5회 실패시). */
import {html, type TemplateResult} from 'lit';
import type {Attempt} from '../../core/state.ts';
import type {Unlock} from '../../core/contract.ts';
import {MAX_FAILURES} from '../../core/max-failures.ts';
import {fill, type Words} from '../../locales/messages.ts';
import {waysOut, type WayOut, type WaysOut} from '../../element/templates/fallbacks.ts';

/** Every way, in the order in which it is offered. */
const WAYS_OUT: readonly WayOut[] = ['phone-identity', 'ipin', 're-registration'];

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
    ${waysOut(words, offered, ways, 'primary')}
    <button type="button" class="secondary" part="ask-lock" @click=${onAskLock}>
      ${words.askLock}
    </button>
  </section>`;
}

/** i-PIN proves who one is as the phone does, where the endpoint takes that (requirement P3). */
function isWayOutOfLock(way: WayOut, unlock: readonly Unlock[]): boolean {
  return unlock.includes(way === 'ipin' ? 'phone-identity' : way);
}
