/** The validity of the element, by ElementInternals. */

/** Owns the ElementInternals and the validity; the form value is set by the runtime. */
export class FormInternals {
  readonly internals: ElementInternals;
  readonly #host: HTMLElement;
  /** Whether this class has set `tabindex`. */
  #hasTabindex = false;
  /** The message of `valueMissing`, that of `customError`, and the element that shows them. */
  #missing = '';
  #custom = '';
  #anchor: HTMLElement | undefined;

  constructor(host: HTMLElement) {
    this.#host = host;
    this.internals = host.attachInternals();
  }

  /**
   * Sets or clears `valueMissing`, which keeps the form from being submitted.
   *
   * @param message shown by the browser, in the page's language; empty clears
   * @param anchor the element at which the browser shows it
   */
  setValueMissing(message: string, anchor: HTMLElement | undefined): void {
    if (message === this.#missing && anchor === this.#anchor) return;
    this.#missing = message;
    this.#anchor = anchor;
    this.#validate();
  }

  /** Sets the page's own validation message; `''` clears it. */
  setCustomValidity(message: string): void {
    this.#custom = message;
    this.#validate();
  }

  #validate(): void {
    const anchor = this.#anchor;
    const message = this.#custom || this.#missing;
    const flags = {valueMissing: this.#missing !== '', customError: this.#custom !== ''};
    const isInside =
      this.#host.contains(anchor ?? null) || anchor?.getRootNode() === this.#host.shadowRoot;
    this.internals.setValidity(flags, message, message && isInside ? anchor : undefined);
    // The browser shows the message only at an element that it can focus. The focus then moves on.
    if (message && !this.#host.hasAttribute('tabindex')) {
      this.#host.tabIndex = -1;
      this.#hasTabindex = true;
    } else if (!message && this.#hasTabindex && !this.#host.matches(':focus-within')) {
      // Chromium would take the focus out of the field.
      this.#host.removeAttribute('tabindex');
      this.#hasTabindex = false;
    }
  }
}
