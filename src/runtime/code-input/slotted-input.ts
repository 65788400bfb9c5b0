/** The site's own input in the slot `code`. */
import type {Messages} from '../../locales/messages.ts';
import type {ConfigError} from '../config/config-error.ts';
import type {FormView} from '../form-view.ts';
import {markInput, setAttribute, takeBack, type FormerAttributes} from './input-mark.ts';

/** The attributes of a code field, unless the site has set them. */
const DEFAULTS: Readonly<Record<string, string>> = {
  inputmode: 'numeric',
  enterkeyhint: 'go',
  autocapitalize: 'off',
  autocorrect: 'off',
  spellcheck: 'false',
  translate: 'no',
  dir: 'ltr',
};

/** The element of every widget. */
const HOST = 'motp-verify';

/** The types of input whose text can be read and selected as it was typed. */
const TEXT_TYPES: ReadonlySet<string> = new Set(['text', 'tel', 'search', 'password', 'url']);

/**
 * Gives the site's input the attributes of the widget's own, sets them again when a morph of the page
 * has removed them, and takes them back when the input leaves the slot. Owns the record of the former
 * attributes, which is also on the input, for its copies. Does not handle the typed text.
 */
export class SlottedInput {
  readonly input: HTMLInputElement;
  readonly errors: readonly ConfigError[];
  /** The site's value of each attribute that was changed; `null` for none. */
  readonly #former: FormerAttributes = new Map();
  /** The value that each of them has now. */
  readonly #current: FormerAttributes = new Map();
  readonly #connection = new AbortController();
  /** What is said before the name; empty for nothing. */
  #introduction = '';

  /** @param onLost called after attributes that the page had removed were set again */
  constructor(input: HTMLInputElement, onLost: () => void) {
    this.input = input;
    takeBack(input);
    const {type} = input;
    const fix = `is <input type="${type}">, which can't hold a code as typed. Use type="text".`;
    this.errors = TEXT_TYPES.has(type) ? [] : [{attribute: 'slot="code"', fix}];
    if (this.errors.length > 0) this.#set('type', 'text');
    for (const [name, value] of Object.entries(DEFAULTS)) {
      if (!input.hasAttribute(name)) this.#set(name, value);
    }
    // The browser would cut "123 456" before the widget can clean it.
    this.#set('maxlength', null);
    this.#observe(onLost);
  }

  /**
   * Sets the attributes of a state. The input is in the page and cannot reference an ID of the shadow
   * tree. Its name is therefore a text.
   */
  update(messages: Messages, view: FormView, isDisabled: boolean): void {
    this.#setDefault('autocomplete', view.autocomplete);
    this.#setDefault('placeholder', messages.codePlaceholder);
    this.#setName(messages);
    this.#set('aria-invalid', view.isInvalid ? 'true' : null);
    this.#setFlag('readonly', view.isReadOnly);
    this.#setFlag('disabled', isDisabled);
  }

  /** Sets the description, for the same reason as a text (ARIA 1.3). */
  describe(description: string): void {
    this.#set('aria-description', description || null);
  }

  /** Whether elements of the site name the input, so that its name can't be changed. */
  get hasReferencedName(): boolean {
    return this.input.hasAttribute('aria-labelledby');
  }

  /** Puts a text before the name; an empty one takes it away. */
  introduce(messages: Messages, text: string): void {
    this.#introduction = text;
    this.#setName(messages);
  }

  /** Gives the input its former attributes. */
  release(): void {
    this.#connection.abort();
    takeBack(this.input, this.#former);
  }

  #observe(onLost: () => void): void {
    const {input} = this;
    const {signal} = this.#connection;
    // In a task of its own: a page that removes them at each change must not stop everything.
    const observer = new MutationObserver(() => {
      if (this.#lost.length > 0) setTimeout(restore);
    });
    const restore = (): void => {
      if (signal.aborted) return;
      for (const name of this.#lost) setAttribute(input, name, this.#current.get(name) ?? null);
      markInput(input, this.#former);
      onLost();
    };
    observer.observe(input, {attributes: true});
    signal.addEventListener('abort', () => observer.disconnect());
    // Nobody else knows of a copy outside of every widget.
    input.ownerDocument.addEventListener(
      'focusin',
      ({target}) => {
        const copy = target as HTMLInputElement;
        if (copy !== input && !copy.closest(HOST)) takeBack(copy);
      },
      {signal},
    );
  }

  /** The attributes that have the site's value again, or none. Another value is the site's new one. */
  get #lost(): readonly string[] {
    return [...this.#current.keys()].filter((name) => {
      const now = this.input.getAttribute(name);
      const isFormer = now === null || now === this.#former.get(name);
      return isFormer && now !== this.#current.get(name);
    });
  }

  /** Sets the name, unless the site names the input by elements of its own. */
  #setName({codeLabel}: Messages): void {
    const {input} = this;
    if (this.hasReferencedName) return;
    const own = this.#former.get('aria-label');
    const label = own === undefined ? input.getAttribute('aria-label') : own;
    const text = input.labels?.[0]?.textContent?.trim();
    const name = label ?? text;
    if (this.#introduction) this.#set('aria-label', `${this.#introduction} ${name ?? codeLabel}`);
    else if (name === undefined) this.#set('aria-label', codeLabel);
    else if (own !== undefined) this.#set('aria-label', label);
  }

  /** Sets a boolean attribute, and removes it only if the site did not set it. */
  #setFlag(name: string, value: boolean): void {
    if (value || this.#former.get(name) === null) this.#set(name, value ? '' : null);
  }

  #setDefault(name: string, value: string): void {
    if (this.#former.has(name) || !this.input.hasAttribute(name)) this.#set(name, value);
  }

  #set(name: string, value: string | null): void {
    const {input} = this;
    const isNew = !this.#former.has(name);
    if (isNew) this.#former.set(name, input.getAttribute(name));
    this.#current.set(name, value);
    setAttribute(input, name, value);
    if (isNew) markInput(input, this.#former);
  }
}
