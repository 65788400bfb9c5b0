/** The code field and 인증하기, with a place for everything that a state may have to say of them. */
import {html, nothing, type TemplateResult} from 'lit';
import type {InitialMessages} from '../../locales/messages.ts';

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
export interface FormView {
  readonly autocomplete?: Autocomplete;
  readonly isInvalid?: boolean;
  readonly isReadOnly?: boolean;
  /** Whether the button takes no press. */
  readonly isSubmitDisabled?: boolean;
  /** What stands on the button. */
  readonly submit?: unknown;
  /** The seconds left of the phone's number. */
  readonly ring?: unknown;
  /** Whether it is better to wait for the next one. */
  readonly isTimeLow?: boolean;
  /** Korean time, where clocks here show another. */
  readonly time?: unknown;
  /** For the polite live region; seen only while something is under way. */
  readonly progress?: unknown;
  readonly isBusy?: boolean;
  /** For the alert: what happened, and what to do next. */
  readonly notice?: unknown;
  /** In small, under the message. */
  readonly small?: unknown;
  /** What else may be worth a look, after a refusal. */
  readonly more?: unknown;
}

/** One form in every state, so that nothing that was typed and no focus is lost between two. */
export function renderCodeForm(
  messages: InitialMessages,
  {disabled, onSubmit, onSlotChange, onLabelClick, isSlotted}: CodeFormOptions,
  content: FormView,
): TemplateResult {
  const {isInvalid, isReadOnly, isSubmitDisabled, isBusy} = content;
  // On one line in the template: whitespace here would be part of what a screen reader gets.
  const progressClass = isBusy ? '' : 'visually-hidden';
  const onPress = (event: Event): void => {
    event.preventDefault();
    onSubmit();
  };
  // A form of the widget's own: Enter and a phone keyboard's Go send, and no form around is touched.
  // `dialog`: where a server has rendered it, and the script has not come yet, a press does nothing.
  return html`<form method="dialog" part="form" novalidate @submit=${onPress}>
    <div class="spread">
      <label for=${isSlotted ? nothing : 'code'} @click=${onLabelClick}
        >${messages.codeLabel}</label
      >
      ${content.ring}
    </div>
    <p id="hint" class="small">${messages.codeHint} ${life(messages, content.isTimeLow)}</p>
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
          placeholder=${messages.codePlaceholder}
          aria-describedby="hint notice"
          aria-invalid=${isInvalid ? 'true' : nothing}
          ?readonly=${isReadOnly}
          ?disabled=${disabled}
      /></slot>
      <button
        class="primary"
        part="submit"
        aria-disabled=${isSubmitDisabled ? 'true' : nothing}
        ?disabled=${disabled}
      >
        ${content.submit ?? messages.submit}
      </button>
    </div>
    <div class="feedback">
      <p role="status" part="progress" class=${progressClass}>${content.progress}</p>
      <div id="notice" role="alert">${content.notice}</div>
      <p class="small">${content.small ?? messages.appPasswordHint}</p>
      ${content.more}
    </div>
  </form>`;
}

/**
 * How long a number lasts, in words; with few seconds left of a known step, the advice to wait is
 * seen in their place, in the same room, so that nothing moves. It is heard from the live region.
 */
function life(messages: InitialMessages, isNextSoon = false): TemplateResult {
  return html`<span class="swap ${isNextSoon ? 'swapped' : ''}">
    <span>${messages.codeLife}</span>
    <strong aria-hidden="true">${messages.nextSoon}</strong>
  </span>`;
}
