/** What is said about the identity service's window: in one place, heard as well as seen. */
import {html, type TemplateResult} from 'lit';

/** The line; the live region stands there from the start, empty. */
export function renderPopupStatus(message: string = ''): TemplateResult {
  return html`<p aria-live="polite" part="popup-status">${message}</p>`;
}
