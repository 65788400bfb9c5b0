/** The element as a form control of the page: the members that every one has. */
import {MotpVerifyProperties} from './properties.ts';
import {FormInternals} from './form-internals.ts';

/** See the file's head; the names and their meaning are HTML's own (form-associated elements). */
export abstract class FormAssociatedElement extends MotpVerifyProperties {
  static readonly formAssociated = true;

  protected readonly internals = new FormInternals(this);
  #isDisabledByFieldset = false;

  /** Starts anew. */
  abstract reset(): void;

  /** The form around. */
  get form(): HTMLFormElement | null {
    return this.internals.form;
  }

  /** The page's labels for it; they lead to the code field. */
  get labels(): NodeList {
    return this.internals.labels;
  }

  /** As of every form control: with `required`, `valueMissing` until success. */
  get validity(): ValidityState {
    return this.internals.validity;
  }

  /** What keeps the form from being sent, in the page's language. */
  get validationMessage(): string {
    return this.internals.validationMessage;
  }

  /** As of every form control. */
  get willValidate(): boolean {
    return this.internals.willValidate;
  }

  /** As of every form control. */
  checkValidity(): boolean {
    return this.internals.checkValidity();
  }

  /** As of every form control. */
  reportValidity(): boolean {
    return this.internals.reportValidity();
  }

  /** Keeps the form around from being sent, with the page's own words; with `''` no longer. */
  setCustomValidity(message: string): void {
    this.internals.setCustomValidity(message);
  }

  /** Called by the browser when the form around is reset. */
  formResetCallback(): void {
    this.reset();
  }

  /** Called by the browser when a fieldset around is disabled or enabled. */
  formDisabledCallback(disabled: boolean): void {
    this.#isDisabledByFieldset = disabled;
    this.requestUpdate();
  }

  /** Whether the element, or a fieldset around it, is disabled. */
  protected get isDisabled(): boolean {
    return this.disabled || this.#isDisabledByFieldset;
  }
}
