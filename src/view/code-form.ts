/** The code field, 인증하기, and what is said about the last attempt. */
import {html, nothing, type TemplateResult} from 'lit';
import {isOpen, type Attempt} from '../core/attempt.ts';
import {secondsUntil} from '../core/clock.ts';
import {CODE_LENGTH} from '../core/code.ts';
import {fill, type Words} from '../locale/words.ts';
import {link} from './link.ts';
import {isAboutTheClock, isAboutTheCode, isSignedOut, likelyCauses, notice} from './notice.ts';
import {koreanTime} from './korean-time.ts';
import {life, ring, type StepLeft} from './step-clock.ts';

/** What may be offered to be filled in; `off` while another text message's code is on its way. */
export type Autocomplete = 'one-time-code' | 'off';

/** What the form needs beside the words and the state. */
export interface CodeFormOptions {
  readonly disabled: boolean;
  readonly autocomplete: Autocomplete;
  /** Where the trainee signs in again, where the site says so. */
  readonly loginUrl: string | undefined;
  /** The clock of the attempt's times, in ms. */
  readonly now: number;
  readonly step: StepLeft | undefined;
  /** What the live region says of the step, where that is worth a word. */
  readonly stepMoment: readonly unknown[] | string;
  readonly time: {
    /** The endpoint's time, ms since the epoch, where it is known. */
    readonly now: number | undefined;
    /** The language that it is written in. */
    readonly tag: string;
    /** Whether clocks here show another time than Korea's. */
    readonly isAbroad: boolean;
  };
  /** The one button was pressed, or Enter. */
  readonly onSubmit: (event: Event) => void;
  readonly onReload: () => void;
  /** The site has put its own input into the slot, or taken it out. */
  readonly onSlotChange: () => void;
  readonly onLabelClick: () => void;
  /** Whether the input is the site's own, to which no label in here can be tied. */
  readonly isSlotted: boolean;
}

/** The field with its label, hint and message, and the one button that is due in this state. */
export function codeForm(words: Words, attempt: Attempt, options: CodeFormOptions): TemplateResult {
  const {step, time} = options;
  const said = notice(words, attempt, options.now);
  const progressText = progress(words, attempt) || options.stepMoment;
  // A form of the widget's own: Enter and a phone keyboard's Go send, and no form around is touched.
  // `dialog`: where a server has rendered it, and the script has not come yet, a press does nothing.
  return html`<form method="dialog" part="form" novalidate @submit=${options.onSubmit}>
    <div class="spread">
      <label for=${options.isSlotted ? nothing : 'code'} @click=${options.onLabelClick}
        >${words.codeLabel}</label
      >
      ${step ? ring(words, step) : nothing}
    </div>
    <p id="hint" class="small">${words.codeHint} ${life(words, step)}</p>
    ${time.isAbroad ? koreanTime(words, time.tag, time.now) : nothing}
    <div class="row">
      <slot name="code" @slotchange=${options.onSlotChange}
        ><input
          id="code"
          part="code"
          type="text"
          inputmode="numeric"
          enterkeyhint="go"
          autocomplete=${options.autocomplete}
          autocapitalize="off"
          autocorrect="off"
          spellcheck="false"
          translate="no"
          dir="ltr"
          size=${CODE_LENGTH}
          placeholder=${words.codePlaceholder}
          aria-describedby="hint notice"
          aria-invalid=${isAboutTheCode(attempt) ? 'true' : nothing}
          ?readonly=${isOpen(attempt) || attempt.is === 'undecided'}
          ?disabled=${options.disabled}
      /></slot>
      ${button(words, attempt, options)}
    </div>
    <div class="said">
      <p role="status" part="progress" class=${isOpen(attempt) ? '' : 'unseen'}>${progressText}</p>
      <div id="notice" role="alert">${said} ${mend(words, attempt, options)}</div>
      <p class="small">
        ${said === nothing && !isOpen(attempt) ? words.appPasswordHint : nothing}
        ${tally(words, attempt)}
      </p>
      ${
        isAboutTheClock(attempt) && !time.isAbroad && time.now !== undefined
          ? koreanTime(words, time.tag, time.now)
          : nothing
      }
      ${likelyCauses(words, attempt)}
    </div>
  </form>`;
}

/** One and the same button in every state, so that the focus stays on it. */
function button(words: Words, attempt: Attempt, {disabled, now}: CodeFormOptions) {
  // Not `disabled` while it rests: that would take the focus away from whoever just pressed it.
  const rests = isOpen(attempt) || attempt.is === 'waiting';
  return html`<button
    class="primary"
    part="submit"
    aria-disabled=${rests ? 'true' : nothing}
    ?disabled=${disabled}
  >
    ${attempt.is === 'undecided' ? words.ask : words.submit}
    ${
      attempt.is === 'waiting'
        ? html`<span aria-hidden="true">(${secondsUntil(attempt.until, now)})</span>`
        : nothing
    }
  </button>`;
}

/** What is under way, for the polite live region. */
function progress(words: Words, attempt: Attempt): string {
  if (attempt.is === 'sending') return words.sending;
  return attempt.is === 'checking' ? words.checking : '';
}

/** Failures so far, where the endpoint counts them (manual: 5회). */
function tally(words: Words, attempt: Attempt): TemplateResult | typeof nothing {
  if (!('tries' in attempt) || !attempt.tries?.failures) return nothing;
  return html`<strong part="tally">${fill(words.tries, {...attempt.tries})}</strong>`;
}

/** The one action that mends what the message tells of. */
function mend(words: Words, attempt: Attempt, {loginUrl, onReload}: CodeFormOptions) {
  if (isSignedOut(attempt) && loginUrl) {
    return link(words, loginUrl, words.logIn, {part: 'log-in'});
  }
  const about = attempt.is === 'ready' ? attempt.notice?.is : undefined;
  if (about === 'page-outdated' || about === 'result-unknown') {
    return html`<button type="button" class="link" part="reload" @click=${onReload}>
      ${words.reload}
    </button>`;
  }
  return nothing;
}
