/** The status of the identity popup. */
import {html, type TemplateResult} from 'lit';

/** Renders the live region, which is there, empty, before it has something to announce. */
export function renderPopupStatus(message: unknown): TemplateResult {
  return html`<p aria-live="polite" part="popup-status">${message}</p>`;
}
