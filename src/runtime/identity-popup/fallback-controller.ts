/** The links to the fallbacks. */
import type {FormAssociatedElement} from '../../element/form-associated.ts';
import type {Autocomplete} from '../../element/templates/code-form.ts';
import type {FallbackMethod} from '../../element/templates/fallbacks.ts';
import {MotpFallbackEvent} from '../events.ts';
import {
  IdentityPopup,
  type IdentityPopupListener,
  type IdentityPopupStatus,
} from './identity-popup.ts';

/**
 * Opens fallbacks in the identity popup, unless the page opens them itself. Owns the popup, and
 * whether a text message of phone verification is expected.
 */
export class FallbackController {
  readonly #element: FormAssociatedElement;
  readonly #popup: IdentityPopup;
  #isTextMessageExpected = false;

  constructor(element: FormAssociatedElement, listener: IdentityPopupListener) {
    this.#element = element;
    this.#popup = new IdentityPopup(element, listener);
  }

  /** The status of the identity popup. */
  get status(): IdentityPopupStatus {
    return this.#popup.status;
  }

  /** `off` after phone verification was opened: a phone offers the code of its text message to any field. */
  get autocomplete(): Autocomplete {
    return this.#isTextMessageExpected ? 'off' : 'one-time-code';
  }

  /** Handles a click on a link. `origin` is the only origin whose reports count. */
  follow(method: FallbackMethod, url: string | undefined, origin: string, click: Event): void {
    const isPrevented = !this.#element.dispatchEvent(new MotpFallbackEvent(method));
    if (isPrevented || (url && this.#popup.open(url, origin, click))) click.preventDefault();
    if (method !== 'phone-identity') return;
    this.#isTextMessageExpected = true;
    this.#element.requestUpdate();
  }

  /** Expects no text message any more. */
  reset(): void {
    this.#isTextMessageExpected = false;
    this.#element.requestUpdate();
  }
}
