/** The element's ElementInternals: form value, validity and custom states. */
import type {VerificationState} from '../core/state.ts';
import type {Code} from '../core/code.ts';

/**
 * Owns the ElementInternals of the element. What the value and the messages are is decided elsewhere.
 */
export class FormInternals {
  readonly #host: HTMLElement;
  readonly #internals: ElementInternals;
  #receiptId: string | undefined;
  #code: Code | undefined;
  /** Whether this class has set `tabindex`. */
  #hasTabindex = false;
  /** The message of `valueMissing`, that of `customError`, and the element that shows them. */
  #missing = '';
  #custom = '';
  #anchor: HTMLElement | undefined;

  constructor(host: HTMLElement) {
    this.#host = host;
    this.#internals = host.attachInternals();
  }

  /** Sets the custom state and, after success, the receipt's id as the form value. */
  reflectState(state: VerificationState): void {
    this.#receiptId = state.status === 'verified' ? state.receipt.verificationId : undefined;
    this.#setValue();
    const {states} = this.#internals;
    try {
      // `motp-verify:state(locked)` in the page's styles.
      states.clear();
      states.add(state.status);
    } catch {
      // Browsers before spring 2024 reject these names. Nothing here depends on them.
    }
  }

  /** Sets the code as the form value, for a form that posts it itself. */
  setPendingValue(code: Code | undefined): void {
    if (code === this.#code) return;
    this.#code = code;
    this.#setValue();
  }

  #setValue(): void {
    this.#internals.setFormValue(this.#receiptId ?? this.#code ?? null);
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
    this.#internals.setValidity(flags, message, message && isInside ? anchor : undefined);
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

  /** The standard members of a form control. */
  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }

  get labels(): NodeList {
    return this.#internals.labels;
  }

  get validity(): ValidityState {
    return this.#internals.validity;
  }

  get validationMessage(): string {
    return this.#internals.validationMessage;
  }

  get willValidate(): boolean {
    return this.#internals.willValidate;
  }

  checkValidity(): boolean {
    return this.#internals.checkValidity();
  }

  reportValidity(): boolean {
    return this.#internals.reportValidity();
  }
}
