/** The countdown of the number on the phone (G8). */
import {html, svg, type TemplateResult} from 'lit';
import type {RemainingTime} from '../../core/time.ts';
import type {Messages} from '../../locales/messages.ts';
import {formatMessage} from '../format-message.ts';
import {freshText} from './fresh-text.ts';

/** Renders the seconds left as a ring and a number. They are visible only. */
export function renderCountdown(
  messages: Messages,
  {seconds, period}: RemainingTime,
  isLow: boolean,
): TemplateResult {
  // One digit is as wide as two, so that nothing moves.
  const digits = String(seconds).padStart(2, '\u2007');
  return html`<span class="countdown ${isLow ? 'low' : ''}" part="countdown" aria-hidden="true">
    <svg viewBox="0 0 36 36">
      ${svg`<circle cx="18" cy="18" r="15" />
        <circle
          class="left"
          cx="18"
          cy="18"
          r="15"
          pathLength=${period}
          stroke-dasharray="${seconds} ${period}"
        />`}
    </svg>
    ${freshText(formatMessage(messages.secondsLeft, {seconds: digits}))}
  </span>`;
}
