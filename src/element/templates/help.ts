/** Whom to ask, and the manual: in one place, last, in the same order everywhere (KRDS). */
import {html, nothing, type TemplateResult} from 'lit';
import {fill, type FirstWords} from '../../locales/messages.ts';
import {link} from './link.ts';

/** What the site offers for help; addresses are safe to link to. */
export interface Help {
  /** Phone numbers, one or more with commas between them. */
  readonly tel: string;
  readonly supportUrl: string | undefined;
  readonly guideUrl: string | undefined;
  readonly manualUrl: string | undefined;
}

/** The help line and the links to guide and manual; nothing for what the site doesn't offer. */
export function help(
  words: FirstWords,
  {tel, supportUrl, guideUrl, manualUrl}: Help,
): TemplateResult {
  return html`<slot name="help">
    <div class="help" part="help">
      ${helpLine(words, tel, supportUrl)}
      ${
        guideUrl || manualUrl
          ? html`<ul class="row">
              ${guideUrl ? html`<li>${link(words, guideUrl, words.guide)}</li>` : nothing}
              ${manualUrl ? html`<li>${link(words, manualUrl, words.manual)}</li>` : nothing}
            </ul>`
          : nothing
      }
    </div>
  </slot>`;
}

function helpLine(words: FirstWords, tel: string, supportUrl: string | undefined) {
  if (!tel && !supportUrl) return nothing;
  const line = tel && supportUrl ? words.helpBoth : tel ? words.helpTel : words.helpSupport;
  return html`<p>
    ${fill(line, {
      tel: tel.split(',').map((number, i) => [i > 0 ? ', ' : '', call(number.trim())]),
      support: supportUrl && link(words, supportUrl, words.support),
    })}
  </p>`;
}

function call(number: string): TemplateResult {
  return html`<a href="tel:${number.replace(/[^0-9+]/g, '')}"><bdi>${number}</bdi></a>`;
}
