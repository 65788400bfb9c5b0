/** The registered name and phone, exactly, with what goes unseen made visible and said in words. */
import {html, nothing, type TemplateResult} from 'lit';
import {
  identityProblems,
  maskedName,
  maskedPhone,
  runsOf,
  type IdentityProblem,
  type Run,
} from '../core/identity.ts';
import type {Words} from '../locale/words.ts';

/** What the site says is registered, and how it is shown. */
export interface Identity {
  readonly name: string;
  readonly phone: string;
  /** Whether the site lets it be seen by whoever asks for it only (홍*동). */
  readonly masked: boolean;
  /** Whether the trainee has asked for it. */
  readonly revealed: boolean;
  readonly onReveal: () => void;
}

/** The registered details as a description list; nothing where the site gives none. */
export function identity(words: Words, shown: Identity): TemplateResult | typeof nothing {
  const {name, phone, masked, revealed, onReveal} = shown;
  if (!name && !phone) return nothing;
  const isHidden = masked && !revealed;
  const runs = runsOf(isHidden ? maskedName(name) : name);
  const phoneRuns = runsOf(isHidden ? maskedPhone(phone) : phone);
  const problems = identityProblems(name, phone);
  const hasMarks = [...runs, ...phoneRuns].some(({is}) => is !== 'text');
  return html`<slot name="identity">
    <section class="identity" part="identity" aria-labelledby="identity">
      <div class="spread">
        <p id="identity" class="label">${words.identity}</p>
        ${
          masked
            ? html`<button type="button" class="link" part="reveal" @click=${onReveal}>
                ${isHidden ? words.reveal : words.conceal}
              </button>`
            : nothing
        }
      </div>
      <dl translate="no">
        ${name ? row(words.name, runs) : nothing} ${phone ? row(words.phone, phoneRuns) : nothing}
      </dl>
      ${hasMarks ? html`<p class="small">${words.marks}</p>` : nothing}
      ${
        problems.length > 0
          ? html`<ul class="warnings" part="identity-problems">
              ${problems.map((problem) => html`<li>${words[SENTENCES[problem]]}</li>`)}
            </ul>`
          : nothing
      }
    </section>
  </slot>`;
}

function row(term: string, runs: readonly Run[]): TemplateResult {
  return html`<div>
    <dt>${term}</dt>
    <dd><bdi>${runs.map(run)}</bdi></dd>
  </div>`;
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
