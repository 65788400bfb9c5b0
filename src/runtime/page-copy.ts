/**
 * Copies of the page: Turbo's cache and htmx's history keep the markup of a page that the trainee leaves,
 * and show it again later, with a new element in the place of the verified one.
 */
import type {IdempotencyKey} from '../core/contract.ts';
import type {VerificationState} from '../core/state.ts';
import {browserPlatform} from '../transport/platform.ts';
import {storageKeyFor, type VerificationContext} from '../transport/verification-context.ts';
import type {StateChange} from './verification/state-change.ts';

/**
 * Writes the key of a success into the markup, and removes it with the success.
 *
 * @returns whether the success is a new one. Restored, it is only confirmed.
 */
export function markVerified({dataset}: HTMLElement, {after, before}: StateChange): boolean {
  if (after.status === 'ready') delete dataset['motpKey'];
  if (after.status !== 'verified' || !('key' in before) || dataset['motpKey'] === before.key) {
    return false;
  }
  dataset['motpKey'] = before.key;
  return true;
}

/**
 * Saves the key in the markup of a copy as that of a pending attempt. The widget then asks the endpoint
 * whether the success still stands. The copy that Turbo shows while the page loads asks nothing, so call
 * this once, at the start: later, Turbo may have removed its mark.
 */
export function saveCopiedKey(
  element: HTMLElement,
  {status}: VerificationState,
  context: VerificationContext,
): void {
  const key = element.dataset['motpKey'] as IdempotencyKey | undefined;
  if (key && status === 'ready' && !element.matches('[data-turbo-preview] *')) {
    browserPlatform.pendingKeys.save(storageKeyFor(context), key);
  }
}
