/** The registered name and phone, which the app must match (manual: 아래의 개인정보와 일치). */
import {html, nothing, type TemplateResult} from 'lit';
import type {InitialMessages} from '../../locales/messages.ts';
import type {CardView} from '../card-view.ts';

/** The registered details as they are rendered. */
export interface IdentityContent {
  /** The name, or empty if the site gives none. */
  readonly name: unknown;
  /** The phone number, or empty if the site gives none. */
  readonly phone: unknown;
  /** The button that reveals masked details. */
  readonly reveal?: unknown;
  /** Warnings about the details. */
  readonly warnings?: unknown;
}

/** Renders the details as a description list, or nothing if the site gives none. */
export function renderIdentity(
  messages: InitialMessages,
  {name, phone, reveal, warnings}: IdentityContent,
): TemplateResult | typeof nothing {
  if (!name && !phone) return nothing;
  return html`<slot name="identity">
    <section class="identity" part="identity" aria-labelledby="identity">
      <div class="spread">
        <p id="identity" class="small">${messages.identity}</p>
        ${reveal}
      </div>
      <dl translate="no">${renderRow(messages.name, name)} ${renderRow(messages.phone, phone)}</dl>
      ${warnings}
    </section>
  </slot>`;
}

/** Returns the details for the first render: masked ones only reserve their place. */
export function initialIdentity({name, phone, isMasked}: CardView): IdentityContent {
  const shown = (text: string): string => (text && isMasked ? '\u00a0' : text);
  return {name: shown(name), phone: shown(phone)};
}

function renderRow(term: string, detail: unknown): TemplateResult | typeof nothing {
  if (!detail) return nothing;
  return html`<div>
    <dt>${term}</dt>
    <dd><bdi>${detail}</bdi></dd>
  </div>`;
}
