/** Whom to ask, and the manual: in one place, last, in the same order everywhere (KRDS). */
import {html, nothing, type TemplateResult} from 'lit';
import {fill, type Words} from '../locale/words.ts';
import {link} from './link.ts';

/** What the site offers for help; addresses are safe to link to. */
export interface Help {
  readonly tel: string;
  readonly supportUrl: string | undefined;
  readonly guideUrl: string | undefined;
  readonly manualUrl: string | undefined;
}

/** The help line and the links to guide and manual; nothing for what the site doesn't offer. */
export function help(words: Words, {tel, supportUrl, guideUrl, manualUrl}: Help): TemplateResult {
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

function helpLine(words: Words, tel: string, supportUrl: string | undefined) {
  if (!tel && !supportUrl) return nothing;
  const line = tel && supportUrl ? words.helpBoth : tel ? words.helpTel : words.helpSupport;
  return html`<p>
    ${fill(line, {
      tel: html`<a href="tel:${tel.replace(/[^0-9+]/g, '')}"><bdi>${tel}</bdi></a>`,
      support: supportUrl && link(words, supportUrl, words.support),
    })}
  </p>`;
}
