/** The element as a form control of the page: the members that every one has. */
import {MotpVerifyAttributes} from './properties.ts';
import {FormParticipation} from './form-internals.ts';

/** See the file's head; the names and their meaning are HTML's own (form-associated elements). */
export abstract class FormControl extends MotpVerifyAttributes {
  static readonly formAssociated = true;

  protected readonly participation = new FormParticipation(this);
  #isDisabledByFieldset = false;

  /** Starts anew. */
  abstract reset(): void;

  /** The form around. */
  get form(): HTMLFormElement | null {
    return this.participation.form;
  }

  /** The page's labels for it; they lead to the code field. */
  get labels(): NodeList {
    return this.participation.labels;
  }

  /** As of every form control: with `required`, `valueMissing` until success. */
  get validity(): ValidityState {
    return this.participation.validity;
  }

  /** What keeps the form from being sent, in the page's language. */
  get validationMessage(): string {
    return this.participation.validationMessage;
  }

  /** As of every form control. */
  get willValidate(): boolean {
    return this.participation.willValidate;
  }

  /** As of every form control. */
  checkValidity(): boolean {
    return this.participation.checkValidity();
  }

  /** As of every form control. */
  reportValidity(): boolean {
    return this.participation.reportValidity();
  }

  /** Keeps the form around from being sent, with the page's own words; with `''` no longer. */
  setCustomValidity(message: string): void {
    this.participation.setCustomValidity(message);
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
  protected get takesNothing(): boolean {
    return this.disabled || this.#isDisabledByFieldset;
  }
}
