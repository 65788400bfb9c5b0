/** The title and the line that names the occasion. */
import {html, nothing, type TemplateResult} from 'lit';
import {interpolate, type InitialMessages} from '../../locales/messages.ts';

/** What the header is drawn from. */
export interface HeaderOptions {
  /** A title in place of the default one, or empty. */
  readonly heading: string;
  readonly headingLevel: number;
  readonly occasion: string;
  /** The lesson's or the attempt's number; 0 where none is known. */
  readonly unit: number;
  readonly omitted: ReadonlySet<string>;
}

/** The title, and under it why the trainee is asked. */
export function renderHeader(
  messages: InitialMessages,
  {heading, headingLevel, occasion, unit, omitted}: HeaderOptions,
): TemplateResult {
  // No <header>: in the page it would be a second banner landmark.
  return html`<div>
    ${
      omitted.has('heading')
        ? nothing
        : html`<slot name="heading">
            <div class="heading" part="heading" role="heading" aria-level=${headingLevel}>
              ${heading || messages.heading}
            </div>
          </slot>`
    }
    ${
      omitted.has('lead')
        ? nothing
        : html`<p class="lead" part="lead">${lead(messages, occasion, unit)}</p>`
    }
  </div>`;
}

function lead(
  messages: InitialMessages,
  occasion: string,
  unit: number,
): readonly unknown[] | string {
  switch (occasion) {
    case 'lesson':
      return unit > 0 ? interpolate(messages.leadLesson, {unit}) : messages.leadLessons;
    case 'progress-test':
      return messages.leadProgressTest;
    case 'exam':
      return messages.leadExam;
    case 'assignment':
      return messages.leadAssignment;
    default:
      return messages.leadEnrollment;
  }
}
