/** How long the number on the phone still lasts, where the endpoint says so; never by guess (G8). */
import {html, svg, type TemplateResult} from 'lit';
import {FEW_SECONDS, type StepLeft} from '../../core/time.ts';
import {fill, type Words} from '../../locales/messages.ts';

/** The seconds left as a ring and a number: seen, and not heard. */
export function ring(words: Words, {seconds, period}: StepLeft): TemplateResult {
  return html`<span
    class="step ${isFew({seconds, period}) ? 'few' : ''}"
    part="step"
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
    ${fill(words.secondsLeft, {seconds})}
  </span>`;
}

/** Whether it is better to wait for the next number. */
export function isFew({seconds}: StepLeft): boolean {
  return seconds <= FEW_SECONDS;
}
