/** The way on for a page that is not whole or not up to date. */
import {html, type TemplateResult} from 'lit';
import type {InitialMessages} from '../../locales/messages.ts';

/** Reloads the page when it is pressed. */
export function renderReloadButton(
  {reload}: InitialMessages,
  onReload: () => void,
): TemplateResult {
  return html`<button type="button" class="link" part="reload" @click=${onReload}>
    ${reload}
  </button>`;
}

/** Said where a part of the widget did not come: nothing was sent, and a reload brings it. */
export function renderLoadError(messages: InitialMessages, onReload: () => void): TemplateResult {
  return html`<p class="notice danger" part="notice">${messages.pageOutdated}</p>
    ${renderReloadButton(messages, onReload)}`;
}
