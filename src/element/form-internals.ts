/** The element's part in a form around it: value, validity, and its states for the page's styles. */
import type {VerificationState} from '../core/state.ts';
import type {Code} from '../core/code.ts';

/** See the file's head. */
export class FormInternals {
  readonly #host: HTMLElement;
  readonly #internals: ElementInternals;
  #receiptId: string | undefined;
  #code: Code | undefined;
  /** Whether the element was made focusable from here. */
  #hasTabindex = false;
  /** What is missing, what the page says is wrong, and where it is said. */
  #missing = '';
  #custom = '';
  #anchor: HTMLElement | undefined;

  constructor(host: HTMLElement) {
    this.#host = host;
    this.#internals = host.attachInternals();
  }

  /** After success the form submits the receipt's id, and before nothing but what it is to carry. */
  reflectState(state: VerificationState): void {
    this.#receiptId = state.status === 'verified' ? state.receipt.verificationId : undefined;
    this.#setValue();
    const {states} = this.#internals;
    try {
      // `motp-verify:state(locked)` in the page's styles.
      states.clear();
      states.add(state.status);
    } catch {
      // Browsers before spring 2024 take no such names; nothing of ours depends on them.
    }
  }

  /** Gives the form this code to submit, where it goes with the form's own post. */
  setPendingValue(code: Code | undefined): void {
    if (code === this.#code) return;
    this.#code = code;
    this.#setValue();
  }

  #setValue(): void {
    this.#internals.setFormValue(this.#receiptId ?? this.#code ?? null);
  }

  /**
   * Keeps the form around from being sent for want of success, or no longer.
   *
   * @param message what the browser says of it, in the page's language; empty where all is well
   * @param anchor where it says so
   */
  setValueMissing(message: string, anchor: HTMLElement | undefined): void {
    if (message === this.#missing && anchor === this.#anchor) return;
    this.#missing = message;
    this.#anchor = anchor;
    this.#validate();
  }

  /** Keeps the form around from being sent for the page's own reason; with `''` no longer. */
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
    // The browser says it only where it can put the focus, which is then led to the field.
    if (message && !this.#host.hasAttribute('tabindex')) {
      this.#host.tabIndex = -1;
      this.#hasTabindex = true;
    } else if (!message && this.#hasTabindex && !this.#host.matches(':focus-within')) {
      // Chromium would take the focus out of the field with it.
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
