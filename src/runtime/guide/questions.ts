/** The manual's five questions with its answers, and the link that resets the registration (G7). */
import {html, nothing, type TemplateResult} from 'lit';
import type {GuideMessages, Messages} from '../../locales/messages.ts';
import {
  renderFallback,
  serviceNames,
  type FallbackHandler,
  type FallbackUrls,
} from '../../element/templates/fallbacks.ts';
import {formatMessage} from '../format-message.ts';

/** Renders questions and answers as a description list, and the link that resets the registration. */
export function renderQuestions(
  messages: Messages,
  guide: GuideMessages,
  urls: FallbackUrls,
  onFallback: FallbackHandler,
): TemplateResult {
  const resetAnswer = urls['re-registration'] ? guide.resetAnswer : messages.askInstitute;
  const answered = [
    [guide.mismatchQuestion, guide.mismatchAnswer],
    [guide.abroadQuestion, guide.abroadAnswer],
    [guide.changeQuestion, resetAnswer],
    [guide.lostQuestion, resetAnswer],
    [guide.lockedQuestion, lockedAnswer(messages, guide, urls)],
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

/** Returns how a lock ends, by the methods that the site offers. */
function lockedAnswer(messages: Messages, guide: GuideMessages, urls: FallbackUrls): string {
  const [way] = serviceNames(messages, urls);
  const canReset = urls['re-registration'] !== undefined;
  if (way && canReset) return formatMessage(guide.lockedAnswer, {way});
  if (way) return formatMessage(messages.unlockByIdentity, {way});
  return canReset ? messages.unlockByReset : messages.askInstitute;
}
