/** How long the number on the phone still lasts, where the endpoint says so; never by guess (G8). */
import {html, svg, type TemplateResult} from 'lit';
import {LOW_TIME_SECONDS, type RemainingTime} from '../../core/time.ts';
import {interpolate, type Messages} from '../../locales/messages.ts';

/** The seconds left as a ring and a number: seen, and not heard. */
export function renderCountdown(
  messages: Messages,
  {seconds, period}: RemainingTime,
): TemplateResult {
  return html`<span
    class="countdown ${isLow({seconds, period}) ? 'low' : ''}"
    part="countdown"
    aria-hidden="true"
  >
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
    ${interpolate(messages.secondsLeft, {seconds})}
  </span>`;
}

/** Whether it is better to wait for the next number. */
export function isLow({seconds}: RemainingTime): boolean {
  return seconds <= LOW_TIME_SECONDS;
}
