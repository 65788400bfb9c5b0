/** The way on for a page that is not whole or not up to date. */
import {html, type TemplateResult} from 'lit';
import type {FirstWords} from '../../locales/messages.ts';

/** Reloads the page when it is pressed. */
export function reloadButton({reload}: FirstWords, onReload: () => void): TemplateResult {
  return html`<button type="button" class="link" part="reload" @click=${onReload}>
    ${reload}
  </button>`;
}

/** Said where a part of the widget did not come: nothing was sent, and a reload brings it. */
export function incomplete(words: FirstWords, onReload: () => void): TemplateResult {
  return html`<p class="notice danger" part="notice">${words.pageOutdated}</p>
    ${reloadButton(words, onReload)}`;
}
