/** The registered details, masked or with marks for what is invisible in them. Few trainees need it. */
import {html, nothing, type TemplateResult} from 'lit';
import type {IdentityWarning, Segment} from '../../core/identity.ts';
import {spellPhone, type IdentityContent} from '../../element/templates/identity.ts';
import type {Messages} from '../../locales/messages.ts';
import {identity as korean} from '../../locales/ko/identity.ts';
import {freshText} from '../templates/fresh-text.ts';
import {identityView, type IdentityView} from './identity-view.ts';

export {identityView};

/** Renders the details. Without marks, a name is the same text as in the first render. */
export function renderIdentityDetails(
  locale: Messages,
  {name, phone, hasMarks, isHidden, canReveal, warnings}: IdentityView,
  onReveal: () => void,
): IdentityContent {
  const messages = {...korean, ...locale};
  return {
    name: renderSegments(name),
    phone: renderSegments(phone),
    spokenPhone: spellPhone(textOf(phone)),
    reveal: canReveal
      ? html`<button type="button" class="link" part="reveal" @click=${onReveal}>
          ${freshText(isHidden ? messages.reveal : messages.conceal)}
        </button>`
      : nothing,
    warnings:
      hasMarks || warnings.length > 0 ? renderWarnings(messages, hasMarks, warnings) : nothing,
  };
}

/**
 * Returns what a screen reader says when the details are revealed or hidden: the button is pressed where
 * the details are not read.
 */
export function describeDetails(locale: Messages, {name, phone, isHidden}: IdentityView): string {
  const messages = {...korean, ...locale};
  if (isHidden) return messages.concealed;
  const rows = [
    [messages.name, textOf(name)],
    [messages.phone, spellPhone(textOf(phone))],
  ];
  return rows
    .filter(([, detail]) => detail)
    .map((row) => row.join(' '))
    .join(', ');
}

function renderWarnings(
  messages: Messages,
  hasMarks: boolean,
  warnings: readonly IdentityWarning[],
): TemplateResult {
  return html`${hasMarks ? html`<p class="small">${messages.marks}</p>` : nothing}
  ${
    warnings.length > 0
      ? html`<ul class="warnings" part="identity-warnings">
          ${warnings.map((warning) => html`<li>${freshText(WARNINGS[warning].map((key) => messages[key]).join(' '))}</li>`)}
        </ul>`
      : nothing
  }`;
}

function renderSegments(segments: readonly Segment[]): unknown {
  const isPlain = segments.every(({kind}) => kind === 'text');
  return isPlain ? textOf(segments) : segments.map(renderSegment);
}

function textOf(segments: readonly Segment[]): string {
  return segments.map(({text}) => text).join('');
}

/** Renders a segment. Its characters stay in the text, so that they can be copied; CSS draws the mark. */
function renderSegment({kind, text}: Segment): TemplateResult | string {
  return kind === 'text' ? text : html`<span class="mark ${kind}">${text}</span>`;
}

/** The message of each warning, and what follows from it. */
const WARNINGS = {
  'name-leading': ['nameLeading', 'sameInApp'],
  'name-trailing': ['nameTrailing', 'sameInApp'],
  'name-inner': ['nameInner', 'sameInApp'],
  'name-double': ['nameDouble', 'sameInApp'],
  'name-full-width-blank': ['nameFullWidthBlank'],
  'name-no-break': ['nameNoBreak', 'askNameCorrection'],
  'name-invisible': ['nameInvisible', 'askNameCorrection'],
  'name-decomposed': ['nameDecomposed', 'askNameCorrection'],
  'name-loose-jamo': ['nameLooseJamo', 'askNameCorrection'],
  'name-full-width': ['nameFullWidth', 'askNameCorrection'],
  'name-damaged': ['nameDamaged', 'askNameCorrection'],
  'name-entity': ['nameEntity', 'askNameCorrection'],
  'phone-separators': ['phoneSeparators'],
  'phone-country': ['phoneCountry', 'askPhoneCorrection'],
  'phone-full-width': ['phoneFullWidth', 'askPhoneCorrection'],
  'phone-invisible': ['phoneInvisible', 'askPhoneCorrection'],
  'phone-unlikely': ['phoneUnlikely', 'askPhoneCorrection'],
} as const satisfies Record<IdentityWarning, readonly (keyof Messages)[]>;
