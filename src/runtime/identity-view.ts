/** In the registered name and phone, what goes unseen is made visible and said in words. */
import {html, nothing, type TemplateResult} from 'lit';
import {
  identityWarnings,
  maskName,
  maskPhone,
  segmentsOf,
  type IdentityWarning,
  type Segment,
} from '../core/identity.ts';
import type {Messages} from '../locales/messages.ts';
import type {IdentityView} from '../element/templates/identity.ts';

/** What the site says is registered, and how it is to be shown. */
export interface IdentityViewInput {
  readonly name: string;
  readonly phone: string;
  /** Whether the site lets it be seen by whoever asks for it only (홍*동). */
  readonly masked: boolean;
  /** Whether the trainee has asked for it. */
  readonly revealed: boolean;
  readonly onReveal: () => void;
}

/** See the file's head. */
export function identityView(messages: Messages, identity: IdentityViewInput): IdentityView {
  const {name, phone, masked, revealed, onReveal} = identity;
  const isHidden = masked && !revealed;
  const runs = segmentsOf(isHidden ? maskName(name) : name);
  const phoneRuns = segmentsOf(isHidden ? maskPhone(phone) : phone);
  const errors = identityWarnings(name, phone);
  const hasMarks = [...runs, ...phoneRuns].some(({kind}) => kind !== 'text');
  return {
    name: name && runs.map(run),
    phone: phone && phoneRuns.map(run),
    reveal: masked
      ? html`<button type="button" class="link" part="reveal" @click=${onReveal}>
          ${isHidden ? messages.reveal : messages.conceal}
        </button>`
      : nothing,
    more: [
      hasMarks ? html`<p class="small">${messages.marks}</p>` : nothing,
      errors.length > 0
        ? html`<ul class="warnings" part="identity-warnings">
            ${errors.map((error) => html`<li>${messages[SENTENCES[error]]}</li>`)}
          </ul>`
        : nothing,
    ],
  };
}

/** The character itself stays in the text, for copying; its mark is drawn over it by the styles. */
function run({kind, text}: Segment): TemplateResult | string {
  return kind === 'text' ? text : html`<span class="mark ${kind}">${text}</span>`;
}

/** Each problem's sentence. */
const SENTENCES = {
  'name-leading': 'nameLeading',
  'name-trailing': 'nameTrailing',
  'name-inner': 'nameInner',
  'name-double': 'nameDouble',
  'name-full-width-blank': 'nameFullWidthBlank',
  'name-no-break': 'nameNoBreak',
  'name-invisible': 'nameInvisible',
  'name-decomposed': 'nameDecomposed',
  'name-loose-jamo': 'nameLooseJamo',
  'name-full-width': 'nameFullWidth',
  'name-damaged': 'nameDamaged',
  'name-entity': 'nameEntity',
  'phone-separators': 'phoneSeparators',
  'phone-country': 'phoneCountry',
  'phone-full-width': 'phoneFullWidth',
  'phone-invisible': 'phoneInvisible',
  'phone-unlikely': 'phoneUnlikely',
} as const satisfies Record<IdentityWarning, keyof Messages>;
