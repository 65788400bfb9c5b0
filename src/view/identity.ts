/** The registered name and phone, exactly, with blanks made visible. */
import {html, nothing, type TemplateResult} from 'lit';
import {nameRuns} from '../core/identity.ts';
import type {Words} from '../locale/words.ts';

/** What the site says is registered. */
export interface Identity {
  readonly name: string;
  readonly phone: string;
}

/** The registered details as a description list; nothing where the site gives none. */
export function identity(words: Words, {name, phone}: Identity): TemplateResult | typeof nothing {
  if (!name && !phone) return nothing;
  const runs = nameRuns(name);
  return html`<section class="identity" part="identity" aria-labelledby="identity">
    <p id="identity" class="label">${words.identity}</p>
    <dl translate="no">
      ${name ? row(words.name, html`<bdi>${runs.map(run)}</bdi>`) : nothing}
      ${phone ? row(words.phone, html`<bdi>${phone}</bdi>`) : nothing}
    </dl>
    ${runs.some(({is}) => is === 'blank') ? html`<p class="small">${words.blanks}</p>` : nothing}
  </section>`;
}

function row(term: string, value: TemplateResult): TemplateResult {
  return html`<div>
    <dt>${term}</dt>
    <dd>${value}</dd>
  </div>`;
}

/** The blank itself stays in the text, for copying; its mark is drawn over it by the styles. */
function run({is, text}: ReturnType<typeof nameRuns>[number]): TemplateResult | string {
  return is === 'blank' ? html`<span class="blank">${text}</span>` : text;
}
