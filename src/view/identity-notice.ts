/** What is said about the identity service's window: in one place, heard as well as seen. */
import {html, type TemplateResult} from 'lit';
import type {IdentityWindowState} from '../identity-service/identity-window.ts';
import type {Words} from '../locale/words.ts';

/** The message of a state of the window; the live region stands there from the start. */
export function identityNotice(words: Words, state: IdentityWindowState): TemplateResult {
  return html`<p aria-live="polite" part="identity-window">${messageOf(words, state)}</p>`;
}

function messageOf(words: Words, state: IdentityWindowState): string {
  switch (state) {
    case 'open':
      return words.identityWaiting;
    case 'blocked':
      return words.identityBlocked;
    case 'closed':
      return words.identityClosed;
    case 'none':
    case 'returned':
      return '';
  }
}
