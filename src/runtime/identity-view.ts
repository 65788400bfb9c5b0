/** In the registered name and phone, what goes unseen is made visible and said in words. */
import {html, nothing, type TemplateResult} from 'lit';
import {
  identityProblems,
  maskedName,
  maskedPhone,
  runsOf,
  type IdentityProblem,
  type Run,
} from '../core/identity.ts';
import type {Words} from '../locales/messages.ts';
import type {ShownIdentity} from '../element/templates/identity.ts';

/** What the site says is registered, and how it is to be shown. */
export interface Identity {
  readonly name: string;
  readonly phone: string;
  /** Whether the site lets it be seen by whoever asks for it only (홍*동). */
  readonly masked: boolean;
  /** Whether the trainee has asked for it. */
  readonly revealed: boolean;
  readonly onReveal: () => void;
}

/** See the file's head. */
export function markedIdentity(words: Words, identity: Identity): ShownIdentity {
  const {name, phone, masked, revealed, onReveal} = identity;
  const isHidden = masked && !revealed;
  const runs = runsOf(isHidden ? maskedName(name) : name);
  const phoneRuns = runsOf(isHidden ? maskedPhone(phone) : phone);
  const problems = identityProblems(name, phone);
  const hasMarks = [...runs, ...phoneRuns].some(({is}) => is !== 'text');
  return {
    name: name && runs.map(run),
    phone: phone && phoneRuns.map(run),
    reveal: masked
      ? html`<button type="button" class="link" part="reveal" @click=${onReveal}>
          ${isHidden ? words.reveal : words.conceal}
        </button>`
      : nothing,
    more: [
      hasMarks ? html`<p class="small">${words.marks}</p>` : nothing,
      problems.length > 0
        ? html`<ul class="warnings" part="identity-problems">
            ${problems.map((problem) => html`<li>${words[SENTENCES[problem]]}</li>`)}
          </ul>`
        : nothing,
    ],
  };
}

/** The character itself stays in the text, for copying; its mark is drawn over it by the styles. */
function run({is, text}: Run): TemplateResult | string {
  return is === 'text' ? text : html`<span class="mark ${is}">${text}</span>`;
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
} as const satisfies Record<IdentityProblem, keyof Words>;
