/** The site's own input in the slot `code`. */
import type {Messages} from '../../locales/messages.ts';
import type {ConfigError} from '../config/config-error.ts';
import type {FormView} from '../form-view.ts';

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

/** The types of input whose text can be read and selected as it was typed. */
const TEXT_TYPES: ReadonlySet<string> = new Set(['text', 'tel', 'search', 'password', 'url']);

/**
 * Gives the site's input the attributes of the widget's own, and takes them back when the input leaves
 * the slot. Owns the record of the former attributes. Does not handle the typed text.
 */
export class SlottedInput {
  readonly input: HTMLInputElement;
  readonly errors: readonly ConfigError[];
  /** The site's value of each attribute that was changed; `null` for none. */
  readonly #former = new Map<string, string | null>();

  constructor(input: HTMLInputElement) {
    this.input = input;
    const {type} = input;
    const fix = `is <input type="${type}">, which can't hold a code as typed. Use type="text".`;
    this.errors = TEXT_TYPES.has(type) ? [] : [{attribute: 'slot="code"', fix}];
    if (this.errors.length > 0) this.#set('type', 'text');
    for (const [name, value] of Object.entries(DEFAULTS)) {
      if (!input.hasAttribute(name)) this.#set(name, value);
    }
    // The browser would cut "123 456" before the widget can clean it.
    this.#set('maxlength', null);
  }

  /**
   * Sets the attributes of a state. The input is in the page and cannot reference an ID of the shadow
   * tree. Its name is therefore a text.
   */
  update(messages: Messages, view: FormView, isDisabled: boolean): void {
    const {input} = this;
    this.#setDefault('autocomplete', view.autocomplete);
    this.#setDefault('placeholder', messages.codePlaceholder);
    if (!input.labels?.length && !input.hasAttribute('aria-labelledby')) {
      this.#setDefault('aria-label', messages.codeLabel);
    }
    this.#set('aria-invalid', view.isInvalid ? 'true' : null);
    this.#setFlag('readonly', view.isReadOnly);
    this.#setFlag('disabled', isDisabled);
  }

  /** Sets the description, for the same reason as a text (ARIA 1.3). */
  describe(description: string): void {
    this.#set('aria-description', description || null);
  }

  /** Gives the input its former attributes. */
  release(): void {
    for (const name of this.#former.keys()) this.#set(name, this.#former.get(name) ?? null);
    const {style} = this.input;
    for (const name of [...style].filter((one) => one.startsWith('--motp-'))) {
      style.removeProperty(name);
    }
    if (!this.input.getAttribute('style')) this.input.removeAttribute('style');
  }

  /** Sets a boolean attribute, and removes it only if the site did not set it. */
  #setFlag(name: string, value: boolean): void {
    if (value || this.#former.get(name) === null) this.#set(name, value ? '' : null);
  }

  #setDefault(name: string, value: string): void {
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
