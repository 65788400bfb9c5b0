/** Success: the completion popup, and what stays on the page once it is closed. */
import {html, svg, type TemplateResult} from 'lit';
import type {Messages} from '../../locales/messages.ts';

/** What stays on the page after success. */
export function renderSuccessPanel(messages: Messages): TemplateResult {
  return html`<section class="panel success" part="verified" tabindex="-1">
    ${tick()}
    <p class="panel-heading" role="status">${messages.verified}</p>
  </section>`;
}

/**
 * The completion popup (manual: 완료 팝업). Esc and 닫기 close it; the focus goes in by itself.
 *
 * @param onClose told once it is closed, by either
 */
export function renderSuccessDialog(messages: Messages, onClose: () => void): TemplateResult {
  return html`<dialog part="completion" aria-labelledby="completed" @close=${onClose}>
    <form method="dialog">
      ${tick()}
      <h2 id="completed">${messages.completed}</h2>
      <p>${messages.verified}</p>
      <button class="primary" part="close">${messages.close}</button>
    </form>
  </dialog>`;
}

function tick(): TemplateResult {
  return html`<svg class="tick" viewBox="0 0 48 48" aria-hidden="true">
    ${svg`<circle cx="24" cy="24" r="22" /><path d="M14 25l7 7 13-15" />`}
  </svg>`;
}
