/** The manual's six lines. */
import {html, type TemplateResult} from 'lit';
import type {FirstWords} from '../../locales/messages.ts';

/** The six guidance lines of the manual, in its order; a site can replace them by a slot. */
export function guidance(words: FirstWords): TemplateResult {
  const lines = [
    words.stepRun,
    words.stepEnter,
    words.stepMatch,
    words.stepAbroad,
    words.stepLock,
    words.stepOutage,
  ];
  return html`<slot name="guidance">
    <ol class="guidance" part="guidance" aria-label=${words.guidance}>
      ${lines.map((line, i) => html`<li value=${i + 1}>${line}</li>`)}
    </ol>
  </slot>`;
}
