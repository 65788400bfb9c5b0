/** The message about the last attempt, and advice. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Messages} from '../../locales/messages.ts';
import {formatMessage} from '../format-message.ts';
import type {NoticeView} from '../notice-view.ts';
import {freshText} from './fresh-text.ts';

/** Renders the message. */
export function renderNotice(
  messages: Messages,
  {variant, text, counted, serverMessage, nextCodeSeconds}: NoticeView,
): TemplateResult {
  return html`<p class="notice ${variant}" part="notice">
    ${freshText([text, counted].filter(Boolean).join(' '))}${nextCodeSeconds === undefined ? nothing : renderNextCode(messages, nextCodeSeconds)}
    ${
      serverMessage === undefined
        ? nothing
        : html`<bdi class="server-message" part="server-message">${freshText(serverMessage)}</bdi>`
    }
  </p>`;
}

/** Renders the likely causes of repeated failures. */
export function renderTroubleshooting(messages: Messages): TemplateResult {
  return html`<div class="troubleshooting" part="troubleshooting">
    <p>${messages.causes}</p>
    <ul>
      <li>${messages.causeClock}</li>
      <li>${messages.causePhone}</li>
      <li>${messages.causeName}</li>
    </ul>
  </div>`;
}

/** Renders what replaces the form when an attribute is wrong; `attribute` names it. */
export function renderConfigError(
  messages: Messages,
  attribute: string | undefined,
): TemplateResult {
  return html`<p class="notice danger" part="notice" role="alert">
    ${freshText(formatMessage(messages.misconfigured, {attribute}))}
  </p>`;
}

/** Renders the seconds. They are visible only: an alert that changes every second would never end. */
function renderNextCode(messages: Messages, seconds: number): TemplateResult {
  const text = seconds > 0 ? formatMessage(messages.nextCodeIn, {seconds}) : messages.nextIsHere;
  return html`<strong class="next-code" aria-hidden="true">${freshText(text)}</strong>`;
}
