/** The manual's five questions with its answers, and the link that resets the registration (G7). */
import {html, nothing, type TemplateResult} from 'lit';
import type {GuideMessages, Messages} from '../../locales/messages.ts';
import {
  renderFallback,
  type FallbackHandler,
  type FallbackUrls,
} from '../../element/templates/fallbacks.ts';

/** Renders questions and answers as a description list, and the link that resets the registration. */
export function renderQuestions(
  messages: Messages,
  guide: GuideMessages,
  urls: FallbackUrls,
  onFallback: FallbackHandler,
): TemplateResult {
  const answered = [
    [guide.mismatchQuestion, guide.mismatchAnswer],
    [guide.abroadQuestion, guide.abroadAnswer],
    [guide.changeQuestion, guide.resetAnswer],
    [guide.lostQuestion, guide.resetAnswer],
    [guide.lockedQuestion, guide.lockedAnswer],
  ];
  return html`<dl class="questions">
      ${answered.map(
        ([question, answer]) =>
          html`<div>
            <dt>${question}</dt>
            <dd>${answer}</dd>
          </div>`,
      )}
    </dl>
    ${
      urls['re-registration']
        ? html`<p class="reset">
            ${renderFallback(messages, 're-registration', urls, onFallback, 'secondary')}
          </p>`
        : nothing
    }`;
}
