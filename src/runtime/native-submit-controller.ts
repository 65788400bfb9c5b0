/** The form's own full-page post, for a page without an endpoint. */
import type {CodeError} from '../core/code.ts';
import type {CodeInputController} from './code-input/code-input-controller.ts';
import {monotonicNow} from '../transport/platform.ts';

/** How long a post counts as pending, in ms. After that, the form can be posted again. */
const PENDING_MS = 10_000;

/** Is told when a post is canceled because the field holds no code. */
export interface NativeSubmitListener {
  readonly reject: (error: CodeError) => void;
}

/**
 * Prevents a second post of the form. The page's server may know no idempotency keys, and would count
 * a double click twice. Owns the listeners on the window. The host sets the form.
 */
export class NativeSubmitController implements EventListenerObject {
  readonly #codeInput: CodeInputController;
  readonly #listener: NativeSubmitListener;
  #sentAt = Number.NEGATIVE_INFINITY;
  /** The form that posts the code, if one does. */
  form: HTMLFormElement | undefined;

  constructor(codeInput: CodeInputController, listener: NativeSubmitListener) {
    this.#codeInput = codeInput;
    this.#listener = listener;
  }

  /** Listens until the signal aborts. */
  connect({defaultView}: Document, signal: AbortSignal): void {
    // On the window, after the page's own `onsubmit`.
    defaultView?.addEventListener('submit', this, {signal});
    defaultView?.addEventListener('pageshow', this, {signal});
  }

  /** Called by the browser for each event of the window. */
  handleEvent(event: Event): void {
    if (event.type === 'pageshow') this.#sentAt = Number.NEGATIVE_INFINITY;
    else this.#onSubmit(event);
  }

  /** Submits the form as its button does: with `onsubmit` and the browser's validation. */
  submit(): void {
    // The prototype's method: an input named "requestSubmit" would hide the form's.
    if (this.form) HTMLFormElement.prototype.requestSubmit.call(this.form);
  }

  #onSubmit(event: Event): void {
    if (event.defaultPrevented || event.target !== this.form) return;
    const now = monotonicNow();
    // A script can have set the value without an event.
    this.#codeInput.refresh();
    const {parsed} = this.#codeInput;
    if (parsed.kind === 'code' && now - this.#sentAt >= PENDING_MS) {
      this.#sentAt = now;
      return;
    }
    event.preventDefault();
    if (parsed.kind === 'code') return;
    this.#listener.reject(parsed);
    this.#codeInput.focus();
  }
}
