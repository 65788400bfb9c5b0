/** The manual's six guidance lines. */
import {html, type TemplateResult} from 'lit';
import type {InitialMessages} from '../../locales/messages.ts';

/** Renders the six lines in the manual's order; a site can replace them by the slot `guidance`. */
export function renderGuidance(messages: InitialMessages): TemplateResult {
  const lines = [
    messages.stepRun,
    messages.stepEnter,
    messages.stepMatch,
    messages.stepAbroad,
    messages.stepLock,
    messages.stepOutage,
  ];
  return html`<slot name="guidance">
    <ol class="guidance" part="guidance" aria-label=${messages.guidance}>
      ${lines.map((line, i) => html`<li value=${i + 1}>${line}</li>`)}
    </ol>
  </slot>`;
}
