/** The title and the line that names the occasion. */
import type {TemplateResult} from 'lit';
import {interpolate, type InitialMessages} from '../../locales/messages.ts';
import type {CardView} from '../card-view.ts';
import {localizedHtml} from './localized-html.ts';

/** Renders the title, and below it the reason for the check. */
export function renderHeader(card: CardView): TemplateResult {
  const {heading, headingLevel, omitted} = card;
  const {messages} = card.locale;
  // No <header>: in the page it would be a second banner landmark.
  return localizedHtml`<div>
    ${
      omitted.includes('heading')
        ? ''
        : localizedHtml`<slot name="heading">
            <div class="heading" part="heading" role="heading" aria-level="${headingLevel}">${heading || messages.heading}</div>
          </slot>`
    }
    ${
      omitted.includes('lead')
        ? ''
        : localizedHtml`<p class="lead" part="lead">${leadFor(messages, card)}</p>`
    }
  </div>`;
}

function leadFor(
  messages: InitialMessages,
  {occasion, unit}: CardView,
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
