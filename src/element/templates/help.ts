/** Contacts and the manual: in one place, last, in the same order everywhere (KRDS). */
import {html, nothing, type TemplateResult} from 'lit';
import {interpolate, type InitialMessages} from '../../locales/messages.ts';
import type {SafeLinks} from '../links.ts';
import {renderLink} from './link.ts';

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
  return html`<slot name="help">
    <div class="help" part="help">
      ${renderHelpLine(messages, tel, supportUrl)}
      ${
        guideUrl || manualUrl
          ? html`<ul class="row">
              ${guideUrl ? html`<li>${renderLink(messages, guideUrl, messages.guide)}</li>` : nothing}
              ${manualUrl ? html`<li>${renderLink(messages, manualUrl, messages.manual)}</li>` : nothing}
            </ul>`
          : nothing
      }
    </div>
  </slot>`;
}

function renderHelpLine(messages: InitialMessages, tel: string, supportUrl: string | undefined) {
  if (!tel && !supportUrl) return nothing;
  const line =
    tel && supportUrl ? messages.helpBoth : tel ? messages.helpTel : messages.helpSupport;
  return html`<p>
    ${interpolate(line, {
      tel: tel.split(',').map((number, i) => [i > 0 ? ', ' : '', renderPhoneLink(number.trim())]),
      support: supportUrl && renderLink(messages, supportUrl, messages.support),
    })}
  </p>`;
}

function renderPhoneLink(number: string): TemplateResult {
  return html`<a href="tel:${number.replace(/[^0-9+]/g, '')}"><bdi>${number}</bdi></a>`;
}
