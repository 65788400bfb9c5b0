/** The site's own input in the slot `code`, made to look and speak as the widget's own. */
import {isPending, type VerificationState} from '../../core/state.ts';
import type {Messages} from '../../locales/messages.ts';
import type {Autocomplete} from '../../element/templates/code-form.ts';
import {hasCodeError, noticeText} from '../templates/notice.ts';

/** What a code field needs, where the site has not said otherwise. */
const WANTED: Readonly<Record<string, string>> = {
  inputmode: 'numeric',
  enterkeyhint: 'go',
  autocapitalize: 'off',
  autocorrect: 'off',
  spellcheck: 'false',
  translate: 'no',
  dir: 'ltr',
};

/** The types of input whose text can be read and selected as it was typed. */
const FIT_TYPES: ReadonlySet<string> = new Set(['text', 'tel', 'search', 'password', 'url']);

/** Holds the site's input while it is the widget's, and then gives it back as it was. */
export class SlottedInput {
  readonly input: HTMLInputElement;
  /** What the site's developer has to mend. */
  readonly errors: readonly {readonly attribute: string; readonly fix: string}[];
  /** What the site had, by the attribute's name; `null` for none. */
  readonly #former = new Map<string, string | null>();

  constructor(input: HTMLInputElement) {
    this.input = input;
    const {type} = input;
    const fix = `is <input type="${type}">, which can't hold a code as typed. Use type="text".`;
    this.errors = FIT_TYPES.has(type) ? [] : [{attribute: 'slot="code"', fix}];
    if (this.errors.length > 0) this.#set('type', 'text');
    for (const [name, value] of Object.entries(WANTED)) {
      if (!input.hasAttribute(name)) this.#set(name, value);
    }
    // It would cut "123 456" before it can be cleaned.
    this.#set('maxlength', null);
  }

  /**
   * Sets what the present state calls for. The input stands in the page, where it can't be tied to
   * texts inside the widget; so its name and description are given as texts (ARIA 1.3).
   */
  show(
    messages: Messages,
    state: VerificationState,
    {disabled, autocomplete}: {readonly disabled: boolean; readonly autocomplete: Autocomplete},
  ): void {
    const {input} = this;
    this.#setUnlessTheSites('autocomplete', autocomplete);
    this.#setUnlessTheSites('placeholder', messages.codePlaceholder);
    if (!input.labels?.length && !input.hasAttribute('aria-labelledby')) {
      this.#setUnlessTheSites('aria-label', messages.codeLabel);
    }
    const description = [messages.codeHint, messages.codeLife, noticeText(messages, state)];
    this.#set('aria-description', description.join(' ').trim());
    this.#set('aria-invalid', hasCodeError(state) ? 'true' : null);
    const rests = isPending(state) || state.status === 'unknown';
    if (rests || this.#former.get('readonly') === null) this.#set('readonly', rests ? '' : null);
    if (disabled || this.#former.get('disabled') === null) {
      this.#set('disabled', disabled ? '' : null);
    }
  }

  /** Gives the input back with the attributes that it had. */
  release(): void {
    for (const name of this.#former.keys()) this.#set(name, this.#former.get(name) ?? null);
    this.input.style.removeProperty('--motp-digits');
    if (!this.input.getAttribute('style')) this.input.removeAttribute('style');
  }

  #setUnlessTheSites(name: string, value: string): void {
    if (this.#former.has(name) || !this.input.hasAttribute(name)) this.#set(name, value);
  }

  #set(name: string, value: string | null): void {
    const before = this.input.getAttribute(name);
    if (!this.#former.has(name)) this.#former.set(name, before);
    if (value === before) return;
    if (value === null) this.input.removeAttribute(name);
    else this.input.setAttribute(name, value);
  }
}
