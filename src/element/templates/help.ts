/** Contacts and the manual: in one place, last, in the same order everywhere (KRDS). */
import type {TemplateResult} from 'lit';
import {interpolate, type InitialMessages} from '../../locales/messages.ts';
import type {SafeLinks} from '../links.ts';
import {renderLink} from './link.ts';
import {localizedHtml} from './localized-html.ts';

/**
 * Renders the help line and the links to guide and manual, or nothing for what the site does not
 * offer.
 *
 * @param tel phone numbers, with commas between them
 */
export function renderHelp(
  messages: InitialMessages,
  tel: string,
  {supportUrl, guideUrl, manualUrl}: SafeLinks,
): TemplateResult {
  const renderItem = (url: string | undefined, text: string): unknown =>
    url ? localizedHtml`<li>${renderLink(messages, url, text)}</li>` : '';
  const items = [renderItem(guideUrl, messages.guide), renderItem(manualUrl, messages.manual)];
  return localizedHtml`<slot name="help"
    ><div class="help" part="help">
      ${renderHelpLine(messages, tel, supportUrl)}
      ${guideUrl || manualUrl ? localizedHtml`<ul class="row">${items}</ul>` : ''}
    </div></slot
  >`;
}

function renderHelpLine(messages: InitialMessages, tel: string, supportUrl: string | undefined) {
  if (!tel && !supportUrl) return '';
  const line =
    tel && supportUrl ? messages.helpBoth : tel ? messages.helpTel : messages.helpSupport;
  return localizedHtml`<p>
    ${interpolate(line, {
      tel: tel.split(',').map((number, i) => [i > 0 ? ', ' : '', renderPhoneLink(number.trim())]),
      support: supportUrl && renderLink(messages, supportUrl, messages.support),
    })}
  </p>`;
}

function renderPhoneLink(number: string): TemplateResult {
  return localizedHtml`<a href="tel:${number.replace(/[^0-9+]/g, '')}"><bdi>${number}</bdi></a>`;
}
