/** The registered name and phone, which the app must match (manual: 아래의 개인정보와 일치). */
import {html, nothing, type TemplateResult} from 'lit';
import type {InitialMessages} from '../../locales/messages.ts';

/** What is shown of them. */
export interface IdentityView {
  /** The name as it is registered; empty where the site gives none. */
  readonly name: unknown;
  /** Likewise. */
  readonly phone: unknown;
  /** The button that shows what is masked. */
  readonly reveal?: unknown;
  /** What is to be said of them. */
  readonly more?: unknown;
}

/** The registered details as a description list; nothing where the site gives none. */
export function renderIdentity(
  messages: InitialMessages,
  {name, phone, reveal, more}: IdentityView,
): TemplateResult | typeof nothing {
  if (!name && !phone) return nothing;
  return html`<slot name="identity">
    <section class="identity" part="identity" aria-labelledby="identity">
      <div class="spread">
        <p id="identity" class="label">${messages.identity}</p>
        ${reveal}
      </div>
      <dl translate="no">${row(messages.name, name)} ${row(messages.phone, phone)}</dl>
      ${more}
    </section>
  </slot>`;
}

function row(term: string, detail: unknown): TemplateResult | typeof nothing {
  if (!detail) return nothing;
  return html`<div>
    <dt>${term}</dt>
    <dd><bdi>${detail}</bdi></dd>
  </div>`;
}
