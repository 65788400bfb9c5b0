/** The manual's five questions with its answers, and the reset of the registration (G7). */
import {html, nothing, type TemplateResult} from 'lit';
import type {GuideMessages, Messages} from '../../locales/messages.ts';
import {renderFallback, type Fallbacks} from '../../element/templates/fallbacks.ts';

/** Questions and answers as a list of terms; the reset is offered where the site has it. */
export function renderQuestions(
  messages: Messages,
  said: GuideMessages,
  fallbacks: Pick<Fallbacks, 'urls' | 'onFallback'>,
): TemplateResult {
  const answered = [
    [said.mismatchQuestion, said.mismatchAnswer],
    [said.abroadQuestion, said.abroadAnswer],
    [said.changeQuestion, said.resetAnswer],
    [said.lostQuestion, said.resetAnswer],
    [said.lockedQuestion, said.lockedAnswer],
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
      fallbacks.urls['re-registration']
        ? html`<p class="reset">
            ${renderFallback(messages, 're-registration', fallbacks, 'secondary')}
          </p>`
        : nothing
    }`;
}
