/** What stands in the form's place while no codes are taken (manual: 5회 실패시). */
import {html, type TemplateResult} from 'lit';
import type {VerificationState} from '../../core/state.ts';
import type {UnlockMethod} from '../../core/contract.ts';
import {MAX_FAILURES} from '../../core/max-failures.ts';
import {interpolate, type Messages} from '../../locales/messages.ts';
import {
  renderFallbackList,
  type FallbackMethod,
  type Fallbacks,
} from '../../element/templates/fallbacks.ts';

/** Every way, in the order in which it is offered. */
const UNLOCK_FALLBACKS: readonly FallbackMethod[] = ['phone-identity', 'ipin', 're-registration'];

/** Told when no more codes are taken: why, and how to go on (manual: 5회 실패시). */
export function renderLockedPanel(
  messages: Messages,
  {unlock, failureCount, wasRechecked}: Extract<VerificationState, {status: 'locked'}>,
  fallbacks: Fallbacks,
  onRecheckLock: () => void,
): TemplateResult {
  const offered = UNLOCK_FALLBACKS.filter(
    (way) => fallbacks.urls[way] && isUnlockMethod(way, unlock),
  );
  const reason = offered.includes('phone-identity') ? messages.lockedByPhone : messages.locked;
  return html`<section class="panel danger" part="locked" aria-labelledby="locked">
    <p id="locked" class="panel-heading">${messages.lockedHeading}</p>
    <p role="alert">
      ${wasRechecked ? messages.lockStands : interpolate(reason, {max: failureCount?.max ?? MAX_FAILURES})}
    </p>
    ${renderFallbackList(messages, offered, fallbacks, 'primary')}
    <button type="button" class="secondary" part="recheck" @click=${onRecheckLock}>
      ${messages.checkLock}
    </button>
  </section>`;
}

/** i-PIN proves who one is as the phone does, where the endpoint takes that (requirement P3). */
function isUnlockMethod(way: FallbackMethod, unlock: readonly UnlockMethod[]): boolean {
  return unlock.includes(way === 'ipin' ? 'phone-identity' : way);
}
