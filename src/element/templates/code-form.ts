/** The code field and its button, with a place for each message about them. */
import {html, nothing, type TemplateResult} from 'lit';
import type {InitialMessages} from '../../locales/messages.ts';
import {localizedHtml} from './localized-html.ts';
import type {CardHandlers, CardView} from '../card-view.ts';

/** Value of the input's `autocomplete`; `off` while the code of another text message is expected. */
export type Autocomplete = 'one-time-code' | 'off';

/** The state-dependent content of the form; the first render shows none of it. */
export interface FormContent {
  readonly autocomplete?: Autocomplete;
  readonly isInvalid?: boolean;
  readonly isReadOnly?: boolean;
  readonly isSubmitDisabled?: boolean;
  /** The label of the button. */
  readonly submitLabel?: unknown;
  /** The time left of the number on the phone. */
  readonly countdown?: unknown;
  /** Whether the trainee should wait for the next number. */
  readonly isTimeLow?: boolean;
  /** Korean time, if the clocks here show another. */
  readonly koreanTime?: unknown;
  /** Text of the polite live region; visible only while a request is pending. */
  readonly progress?: unknown;
  readonly isBusy?: boolean;
  /** The message: what happened, and what to do next. The runtime announces it. */
  readonly notice?: unknown;
  /** Whether the progress or an alert takes room of the hint. */
  readonly hasMessage?: boolean;
  /** The failures so far, at the end of the hint. */
  readonly failureCount?: unknown;
  /** Whether the longest message has room, so that none moves the field. */
  readonly hasRoom?: boolean;
  /** Advice after a failure, below the form. */
  readonly advice?: unknown;
}

/** Renders one form for all states, so that neither the typed text nor the focus is lost. */
export function renderCodeForm(
  {locale: {messages}, isDisabled, hasSlottedInput}: CardView,
  {onSubmit, onSlotChange, onLabelClick}: CardHandlers,
  content: FormContent,
): TemplateResult {
  // On one line in the template: a screen reader would announce whitespace.
  const progressClass = content.isBusy ? '' : 'visually-hidden';
  // A form of its own: Enter and the Go key of a phone submit it, not the form around the element. The
  // button does not need it: a frame with `sandbox` submits no form, and pages cancel `submit`.
  // `dialog`: in a server render, before the script has loaded, the button does nothing.
  return html`<form method="dialog" part="form" novalidate @submit=${onSubmit}>
    <div class="spread">
      <label for=${hasSlottedInput ? nothing : 'code'} @click=${onLabelClick}
        >${messages.codeLabel}</label
      >${content.countdown}
    </div>
    ${content.koreanTime}
    <div class="messages ${content.hasRoom ? 'room' : ''}">
      <div
        id="hint"
        class="small ${content.hasMessage ? 'yields' : ''} ${content.isTimeLow ? 'swapped' : ''}"
      >
        ${renderHint(messages, content.failureCount)}
      </div>
      <p aria-live="polite" part="progress" class=${progressClass}>${content.progress}</p>
      <div id="notice">${content.notice}</div>
    </div>
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
          aria-describedby="enter life"
          aria-invalid=${content.isInvalid ? 'true' : nothing}
          ?readonly=${content.isReadOnly}
          ?disabled=${isDisabled}
      /></slot>
      <button
        class="primary"
        type="button"
        part="submit"
        @click=${onSubmit}
        aria-disabled=${content.isSubmitDisabled ? 'true' : nothing}
        ?disabled=${isDisabled}
      >
        ${content.submitLabel ?? messages.submit}
      </button>
    </div>
  </form>`;
}

/**
 * Renders what to enter, and how long a number is valid. When its time is low, the advice to wait is
 * visible in the same place, so that nothing moves; a screen reader announces it from the live region.
 */
function renderHint(messages: InitialMessages, failureCount: unknown): TemplateResult {
  return localizedHtml`<p id="enter">${messages.codeHint}</p
    ><p class="swap"
      ><span id="life">${messages.codeLife}</span> <strong aria-hidden="true">${messages.nextSoon}</strong></p
    ><p>${messages.appPasswordHint}${failureCount}</p>`;
}
