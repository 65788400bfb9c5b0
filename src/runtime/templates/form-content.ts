/** The state-dependent content of the form. */
import {html, nothing} from 'lit';
import type {FormContent} from '../../element/templates/code-form.ts';
import {renderLink} from '../../element/templates/link.ts';
import {renderReloadButton} from '../../element/templates/load-error.ts';
import type {Messages} from '../../locales/messages.ts';
import type {FormView, KoreanTimeView} from '../form-view.ts';
import {renderCountdown} from './countdown.ts';
import {freshText} from './fresh-text.ts';
import {renderKoreanTime} from './korean-time.ts';
import {renderNotice, renderTroubleshooting} from './notice.ts';

/** Renders the content. Like the first render, it renders nothing for what a state does not have. */
export function renderFormContent(
  messages: Messages,
  view: FormView,
  onReload: () => void,
  appLink: unknown,
): FormContent {
  const {remaining, notice, koreanTime, clockWarning, failureCount, troubleshooting} = view;
  const timeAt = (place: KoreanTimeView['place']): unknown =>
    koreanTime?.place === place ? renderKoreanTime(messages, koreanTime.text) : nothing;
  const time = clockWarning
    ? [
        timeAt('form'),
        html`<p class="notice information" part="clock">${freshText(clockWarning)}</p>`,
      ]
    : timeAt('form');
  return {
    ...view,
    progress: freshText(view.progress),
    submitLabel: renderSubmitLabel(messages, view),
    countdown: remaining ? renderCountdown(messages, remaining, view.isTimeLow) : nothing,
    koreanTime: appLink === nothing ? time : html`${appLink}${time}`,
    notice: notice
      ? html`${renderNotice(messages, notice)} ${renderAction(messages, view, onReload)}`
      : nothing,
    failureCount: failureCount
      ? html`<strong part="failure-count"> ${freshText(failureCount)}</strong>`
      : nothing,
    advice:
      troubleshooting === 'none'
        ? timeAt('advice')
        : html`<div class="advice ${troubleshooting === 'shown' ? '' : 'hidden'}">
            ${timeAt('advice')} ${renderTroubleshooting(messages)}
          </div>`,
  };
}

/** Renders the label. The seconds are visible only: a screen reader would announce each of them. */
function renderSubmitLabel(messages: Messages, {submitLabel, waitSeconds}: FormView): unknown {
  // The first render has drawn this label as a plain text, which stays.
  const label = submitLabel === messages.submit ? submitLabel : freshText(submitLabel);
  if (waitSeconds === undefined) return label;
  return html`${label} <span aria-hidden="true">${freshText(`(${waitSeconds})`)}</span>`;
}

function renderAction(messages: Messages, {action}: FormView, onReload: () => void): unknown {
  switch (action?.kind) {
    case 'sign-in':
      return renderLink(messages, action.url, messages.signIn, {part: 'sign-in'});
    case 'reload':
      return renderReloadButton(messages, onReload);
    default:
      return nothing;
  }
}
