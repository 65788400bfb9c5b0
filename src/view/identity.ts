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
              ${problems.map((problem) => html`<li>${sentence(words, problem)}</li>`)}
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

function sentence(words: Words, problem: IdentityProblem): string {
  switch (problem) {
    case 'name-leading':
      return words.nameLeading;
    case 'name-trailing':
      return words.nameTrailing;
    case 'name-inner':
      return words.nameInner;
    case 'name-double':
      return words.nameDouble;
    case 'name-full-width-blank':
      return words.nameFullWidthBlank;
    case 'name-no-break':
      return words.nameNoBreak;
    case 'name-invisible':
      return words.nameInvisible;
    case 'name-decomposed':
      return words.nameDecomposed;
    case 'name-loose-jamo':
      return words.nameLooseJamo;
    case 'name-full-width':
      return words.nameFullWidth;
    case 'name-damaged':
      return words.nameDamaged;
    case 'name-entity':
      return words.nameEntity;
    case 'phone-separators':
      return words.phoneSeparators;
    case 'phone-country':
      return words.phoneCountry;
    case 'phone-full-width':
      return words.phoneFullWidth;
    case 'phone-invisible':
      return words.phoneInvisible;
    case 'phone-unlikely':
      return words.phoneUnlikely;
  }
}
