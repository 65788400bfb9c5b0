/** Whom to ask, and the manual: in one place, last, in the same order everywhere (KRDS). */
import {html, nothing, type TemplateResult} from 'lit';
import {interpolate, type InitialMessages} from '../../locales/messages.ts';
import {renderLink} from './link.ts';

/** What the site offers for help; addresses are safe to link to. */
export interface HelpOptions {
  /** Phone numbers, one or more with commas between them. */
  readonly tel: string;
  readonly supportUrl: string | undefined;
  readonly guideUrl: string | undefined;
  readonly manualUrl: string | undefined;
}

/** The help line and the links to guide and manual; nothing for what the site doesn't offer. */
export function renderHelp(
  messages: InitialMessages,
  {tel, supportUrl, guideUrl, manualUrl}: HelpOptions,
): TemplateResult {
  return html`<slot name="help">
    <div class="help" part="help">
      ${helpLine(messages, tel, supportUrl)}
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

function helpLine(messages: InitialMessages, tel: string, supportUrl: string | undefined) {
  if (!tel && !supportUrl) return nothing;
  const line =
    tel && supportUrl ? messages.helpBoth : tel ? messages.helpTel : messages.helpSupport;
  return html`<p>
    ${interpolate(line, {
      tel: tel.split(',').map((number, i) => [i > 0 ? ', ' : '', call(number.trim())]),
      support: supportUrl && renderLink(messages, supportUrl, messages.support),
    })}
  </p>`;
}

function call(number: string): TemplateResult {
  return html`<a href="tel:${number.replace(/[^0-9+]/g, '')}"><bdi>${number}</bdi></a>`;
}
