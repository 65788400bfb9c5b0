/** The manual's six guidance lines. */
import {html, type TemplateResult} from 'lit';
import {interpolate, type InitialMessages} from '../../locales/messages.ts';
import {serviceNames, type FallbackUrls} from './fallbacks.ts';

/**
 * Renders the six lines in the manual's order; a site can replace them by the slot `guidance`. The
 * last two name only the services that the site offers.
 */
export function renderGuidance(messages: InitialMessages, urls: FallbackUrls): TemplateResult {
  const names = serviceNames(messages, urls);
  const ways = names.join(messages.or);
  const lines = [
    messages.stepRun,
    messages.stepEnter,
    messages.stepMatch,
    messages.stepAbroad,
    ways ? interpolate(messages.stepLock, {way: names[0]}) : messages.stepLocked,
    ways ? interpolate(messages.stepOutage, {ways}) : messages.stepOutageAsk,
  ];
  return html`<slot name="guidance">
    <ol class="guidance" part="guidance" aria-label=${messages.guidance}>
      ${lines.map((line, i) => html`<li value=${i + 1}>${line}</li>`)}
    </ol>
  </slot>`;
}
