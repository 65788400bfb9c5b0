/** The code field and 인증하기, with a place for everything that a state may have to say of them. */
import {html, nothing, type TemplateResult} from 'lit';
import type {FirstWords} from '../../locales/messages.ts';

/** What may be offered to be filled in; `off` while another text message's code is on its way. */
export type Autocomplete = 'one-time-code' | 'off';

/** What the form needs beside the words, in whichever state. */
export interface CodeFormOptions {
  readonly disabled: boolean;
  /** The one button was pressed, or Enter. */
  readonly onSubmit: () => void;
  /** The site has put its own input into the slot, or taken it out. */
  readonly onSlotChange: () => void;
  readonly onLabelClick: () => void;
  /** Whether the input is the site's own, to which no label in here can be tied. */
  readonly isSlotted: boolean;
}

/** What a state says; at first, nothing of it. */
export interface FormContent {
  readonly autocomplete?: Autocomplete;
  readonly isInvalid?: boolean;
  readonly isReadOnly?: boolean;
  /** Whether the button takes no press. */
  readonly rests?: boolean;
  /** What stands on the button. */
  readonly submit?: unknown;
  /** The seconds left of the phone's number. */
  readonly ring?: unknown;
  /** Whether it is better to wait for the next one. */
  readonly isNextSoon?: boolean;
  /** Korean time, where clocks here show another. */
  readonly time?: unknown;
  /** For the polite live region; seen only while something is under way. */
  readonly progress?: unknown;
  readonly isUnderWay?: boolean;
  /** For the alert: what happened, and what to do next. */
  readonly notice?: unknown;
  /** In small, under the message. */
  readonly small?: unknown;
  /** What else may be worth a look, after a refusal. */
  readonly more?: unknown;
}

/** One form in every state, so that nothing that was typed and no focus is lost between two. */
export function codeForm(
  words: FirstWords,
  {disabled, onSubmit, onSlotChange, onLabelClick, isSlotted}: CodeFormOptions,
  content: FormContent,
): TemplateResult {
  const {isInvalid, isReadOnly, rests, isUnderWay} = content;
  const onPress = (event: Event): void => {
    event.preventDefault();
    onSubmit();
  };
  // A form of the widget's own: Enter and a phone keyboard's Go send, and no form around is touched.
  // `dialog`: where a server has rendered it, and the script has not come yet, a press does nothing.
  return html`<form method="dialog" part="form" novalidate @submit=${onPress}>
    <div class="spread">
      <label for=${isSlotted ? nothing : 'code'} @click=${onLabelClick}>${words.codeLabel}</label>
      ${content.ring}
    </div>
    <p id="hint" class="small">${words.codeHint} ${life(words, content.isNextSoon)}</p>
    ${content.time}
    <div class="row">
      <slot name="code" @slotchange=${onSlotChange}
        ><input
          id="code"
          part="code"
          type="text"
          inputmode="numeric"
          enterkeyhint="go"
          autocomplete=${content.autocomplete ?? 'one-time-code'}
          autocapitalize="off"
          autocorrect="off"
          spellcheck="false"
          translate="no"
          dir="ltr"
          size="6"
          placeholder=${words.codePlaceholder}
          aria-describedby="hint notice"
          aria-invalid=${isInvalid ? 'true' : nothing}
          ?readonly=${isReadOnly}
          ?disabled=${disabled}
      /></slot>
      <button
        class="primary"
        part="submit"
        aria-disabled=${rests ? 'true' : nothing}
        ?disabled=${disabled}
      >
        ${content.submit ?? words.submit}
      </button>
    </div>
    <div class="said">
      <p role="status" part="progress" class=${isUnderWay ? '' : 'unseen'}>${content.progress}</p>
      <div id="notice" role="alert">${content.notice}</div>
      <p class="small">${content.small ?? words.appPasswordHint}</p>
      ${content.more}
    </div>
  </form>`;
}

/**
 * How long a number lasts, in words; with few seconds left of a known step, the advice to wait is
 * seen in their place, in the same room, so that nothing moves. It is heard from the live region.
 */
function life(words: FirstWords, isNextSoon = false): TemplateResult {
  return html`<span class="either ${isNextSoon ? 'second' : 'first'}">
    <span>${words.codeLife}</span>
    <strong aria-hidden="true">${words.nextSoon}</strong>
  </span>`;
}
