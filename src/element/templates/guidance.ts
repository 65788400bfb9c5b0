/** The manual's six guidance lines. */
import type {TemplateResult} from 'lit';
import {interpolate, type InitialMessages} from '../../locales/messages.ts';
import {serviceNames, type FallbackUrls} from './fallbacks.ts';
import {localizedHtml} from './localized-html.ts';

/**
 * Renders the six lines in the manual's order; the last two name only the services that the site offers.
 * Also a closed disclosure holds them: it opens without script, and the browser's search finds them.
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
  const items = lines.map((line, i) => localizedHtml`<li value="${i + 1}">${line}</li>`);
  return localizedHtml`<ol aria-label="${messages.guidance}">${items}</ol>`;
}
