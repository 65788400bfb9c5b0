/** The message and the button for a page that is outdated or incomplete. */
import {html, type TemplateResult} from 'lit';
import type {InitialMessages} from '../../locales/messages.ts';

/** Renders a button that reloads the page. */
export function renderReloadButton(
  {reload}: InitialMessages,
  onReload: () => void,
): TemplateResult {
  return html`<button type="button" class="link" part="reload" @click=${onReload}>
    ${reload}
  </button>`;
}

/** Renders the message for a runtime that did not load: nothing was sent, and a reload helps. */
export function renderLoadError(messages: InitialMessages, onReload: () => void): TemplateResult {
  return html`<p class="notice danger" part="notice" role="alert">${messages.pageOutdated}</p>
    ${renderReloadButton(messages, onReload)}`;
}
