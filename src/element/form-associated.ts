/** The members that every form control has (HTML: form-associated custom elements). */
import {FormInternals} from './form-internals.ts';
import {MotpVerifyProperties} from './properties.ts';

/** Adds the members of a form control, as HTML defines them. Owns the {@link FormInternals}. */
export abstract class FormAssociatedElement extends MotpVerifyProperties {
  static readonly formAssociated = true;

  protected readonly formInternals = new FormInternals(this);

  /** Clears the field for a new start. */
  abstract reset(): void;

  /** The form owner. */
  get form(): HTMLFormElement | null {
    return this.formInternals.internals.form;
  }

  /** The page's labels for the element; they lead to the code field. */
  get labels(): NodeList {
    return this.formInternals.internals.labels;
  }

  /** The validity: with `required`, `valueMissing` until success. */
  get validity(): ValidityState {
    return this.formInternals.internals.validity;
  }

  /** The message that keeps the form from being submitted, in the page's language. */
  get validationMessage(): string {
    return this.formInternals.internals.validationMessage;
  }

  /** Whether the element takes part in the form's validation. */
  get willValidate(): boolean {
    return this.formInternals.internals.willValidate;
  }

  /** Returns whether the element is valid; fires `invalid` if it is not. */
  checkValidity(): boolean {
    return this.formInternals.internals.checkValidity();
  }

  /** Returns whether the element is valid; shows the message if it is not. */
  reportValidity(): boolean {
    return this.formInternals.internals.reportValidity();
  }

  /** Sets the page's own validation message; `''` clears it. */
  setCustomValidity(message: string): void {
    this.formInternals.setCustomValidity(message);
  }

  /** Called by the browser when the form owner changes. */
  formAssociatedCallback(): void {
    this.onFormChange();
  }

  /** Called by the browser when the form is reset. */
  formResetCallback(): void {
    this.reset();
  }

  /** Called by the browser when a fieldset around the element is disabled or enabled. */
  formDisabledCallback(): void {
    this.onFormChange();
  }

  /** Called when the form owner, or a fieldset around the element, changes. */
  protected abstract onFormChange(): void;
}
