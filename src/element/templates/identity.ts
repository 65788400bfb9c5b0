/** The registered name and phone, which the app must match (manual: 아래의 개인정보와 일치). */
import {nothing, type TemplateResult} from 'lit';
import {subheadingLevel, type CardView} from '../card-view.ts';
import {dynamic, localizedHtml} from './localized-html.ts';

/** The registered details as they are rendered. */
export interface IdentityContent {
  /** The name, or empty if the site gives none. */
  readonly name: unknown;
  /** The phone number, or empty if the site gives none. */
  readonly phone: unknown;
  /** The phone number as a screen reader says it: see {@link spellPhone}. */
  readonly spokenPhone: string;
  /** The button that reveals masked details. */
  readonly reveal?: unknown;
  /** Warnings about the details. */
  readonly warnings?: unknown;
}

/** Renders the details as a description list, or nothing if the site gives or shows none. */
export function renderIdentity(
  card: CardView,
  {name, phone, spokenPhone, reveal, warnings}: IdentityContent,
): TemplateResult | typeof nothing {
  if (card.omitted.includes('identity') || (!name && !phone)) return nothing;
  const {messages} = card.locale;
  return localizedHtml`<slot name="identity"
    ><section class="identity" part="identity" aria-labelledby="identity">
      <div class="spread"
        ><p id="identity" class="small" role="heading" aria-level="${subheadingLevel(card)}">${messages.identity}</p
        >${card.isMasked ? dynamic(reveal) : ''}</div
      ><dl translate="no"
        >${renderRow(messages.name, name)}${renderRow(messages.phone, phone, spokenPhone)}</dl
      >${warnings}</section
    ></slot
  >`;
}

/** Returns the details for the first render: masked ones only reserve their place. */
export function initialIdentity({name, phone, isMasked}: CardView): IdentityContent {
  const shown = (text: string): string => (text && isMasked ? '\u00a0' : text);
  return {name: shown(name), phone: shown(phone), spokenPhone: isMasked ? '' : spellPhone(phone)};
}

/** Spells a phone number digit by digit, with pauses: a speech synthesizer would read a quantity. */
export function spellPhone(phone: string): string {
  const digits = phone.replace(/[^\d*]/g, '');
  return digits
    .replace(/.(?=(.{4}){1,2}$)/g, '$&,')
    .replace(/[^,](?!,)|,/g, '$& ')
    .trim();
}

/**
 * Renders a detail as a text of its own line: in a right-to-left line, a blank at its end would come
 * first. What is spoken is no element within it, because Orca leaves such a one out of a whole reading.
 */
function renderRow(term: string, detail: unknown, spoken?: string): TemplateResult | string {
  if (!detail) return '';
  const details =
    spoken === undefined
      ? localizedHtml`<dd dir="auto">${dynamic(detail)}</dd>`
      : localizedHtml`<dd dir="auto" aria-hidden=${dynamic(spoken ? 'true' : nothing)}>${dynamic(detail)}</dd
          ><dd class="visually-hidden">${dynamic(spoken)}</dd>`;
  return localizedHtml`<div><dt>${term}</dt>${details}</div>`;
}
