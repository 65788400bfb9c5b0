/** The line of Korean time. */
import {html, type TemplateResult} from 'lit';
import {localizedHtml} from '../../element/templates/localized-html.ts';
import {interpolate, type Messages} from '../../locales/messages.ts';
import {freshText} from './fresh-text.ts';

/**
 * Renders Korean time outside of live regions (manual: 한국시간으로 변경).
 *
 * @param time empty until it is known; the line then keeps its place
 */
export function renderKoreanTime(messages: Messages, time: string): TemplateResult {
  return html`<p class="small ${time ? '' : 'hidden'}" part="korean-time">
    ${localizedHtml`${interpolate(messages.koreanTime, {
      time: localizedHtml`<bdi class="time">${freshText(time)}</bdi>`,
    })}`}
  </p>`;
}
