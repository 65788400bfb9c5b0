/** The element's part in a form around it: value, validity, and its states for the page's styles. */
import type {Attempt} from '../core/attempt.ts';

/** See the file's head. */
export class FormParticipation {
  readonly #host: HTMLElement;
  readonly #internals: ElementInternals;

  constructor(host: HTMLElement) {
    this.#host = host;
    this.#internals = host.attachInternals();
  }

  /** After success the form submits the receipt's id, and before nothing. */
  show(attempt: Attempt): void {
    const {verificationId = null} = attempt.is === 'verified' ? attempt.receipt : {};
    this.#internals.setFormValue(verificationId);
    const {states} = this.#internals;
    try {
      // `motp-verify:state(locked)` in the page's styles.
      states.clear();
      states.add(attempt.is);
    } catch {
      // Browsers before spring 2024 take no such names; nothing of ours depends on them.
    }
  }

  /**
   * Keeps the form around from being sent, or no longer.
   *
   * @param message what the browser says of it, in the page's language; empty where all is well
   * @param anchor where it says so
   */
  require(message: string, anchor: HTMLElement | undefined): void {
    if (message) this.#internals.setValidity({valueMissing: true}, message, anchor);
    else this.#internals.setValidity({});
  }

  /** Whether the trainee has just tried to send the form, and this is the first thing in its way. */
  isFirstInTheWay(): boolean {
    const controls = [...(this.#internals.form?.elements ?? [])];
    const first = controls.find(
      (control) => 'validity' in control && !(control.validity as ValidityState).valid,
    );
    // Scripts ask for the validity, too, and then nothing may move.
    return first === this.#host && navigator.userActivation?.isActive;
  }

  /** The standard members of a form control. */
  get form(): HTMLFormElement | null {
    return this.#internals.form;
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
