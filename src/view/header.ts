/** The title and the line that names the occasion. */
import {html, type TemplateResult} from 'lit';
import {fill, type Words} from '../locale/words.ts';

/** What the header is drawn from. */
export interface HeaderOptions {
  /** A title in place of the default one, or empty. */
  readonly heading: string;
  readonly headingLevel: number;
  readonly occasion: string;
  /** The lesson's or the attempt's number; 0 where none is known. */
  readonly unit: number;
}

/** The title, and under it why the trainee is asked. */
export function header(
  words: Words,
  {heading, headingLevel, occasion, unit}: HeaderOptions,
): TemplateResult {
  const level = Math.min(Math.max(Math.trunc(headingLevel) || 2, 1), 6);
  // No <header>: in the page it would be a second banner landmark.
  return html`<div>
    <slot name="heading">
      <div class="heading" part="heading" role="heading" aria-level=${level}>
        ${heading || words.heading}
      </div>
    </slot>
    <p class="lead" part="lead">${lead(words, occasion, unit)}</p>
  </div>`;
}

function lead(words: Words, occasion: string, unit: number): readonly unknown[] | string {
  switch (occasion) {
    case 'lesson':
      return unit > 0 ? fill(words.leadLesson, {unit}) : words.leadLessons;
    case 'progress-test':
      return words.leadProgressTest;
    case 'exam':
      return words.leadExam;
    case 'assignment':
      return words.leadAssignment;
    default:
      return words.leadEnrollment;
  }
}
