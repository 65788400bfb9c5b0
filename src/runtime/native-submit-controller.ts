/** The form's own full-page post, for a page without an endpoint. */
import type {CodeError} from '../core/code.ts';
import type {CodeInputController} from './code-input/code-input-controller.ts';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {monotonicNow} from '../transport/platform.ts';

/** How long a post counts as pending, in ms. After that, the form can be posted again. */
const PENDING_MS = 10_000;

/**
 * Prevents a second post of the form. The page's server may know no idempotency keys, and would count
 * a double click twice. Owns the listeners on the window. The host sets the form.
 */
export class NativeSubmitController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #codeInput: CodeInputController;
  readonly #onInvalid: (error: CodeError) => void;
  #connection = new AbortController();
  #sentAt = Number.NEGATIVE_INFINITY;
  /** The form that posts the code, if one does. */
  form: HTMLFormElement | undefined;

  /** @param onInvalid called when a post is canceled because the field holds no code */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    codeInput: CodeInputController,
    onInvalid: (error: CodeError) => void,
  ) {
    this.#host = host;
    this.#codeInput = codeInput;
    this.#onInvalid = onInvalid;
    host.addController(this);
  }

  hostConnected(): void {
    this.#connection = new AbortController();
    const {signal} = this.#connection;
    const window = this.#host.ownerDocument.defaultView;
    // On the window, after the page's own `onsubmit`.
    window?.addEventListener('submit', (event) => this.#onSubmit(event), {signal});
    window?.addEventListener('pageshow', () => (this.#sentAt = Number.NEGATIVE_INFINITY), {signal});
  }

  hostDisconnected(): void {
    this.#connection.abort();
  }

  /** Submits the form as its button does: with `onsubmit` and the browser's validation. */
  submit(): void {
    // The prototype's method: an input named "requestSubmit" would hide the form's.
    if (this.form) HTMLFormElement.prototype.requestSubmit.call(this.form);
  }

  #onSubmit(event: SubmitEvent): void {
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
    this.#onInvalid(parsed);
    this.#codeInput.focus();
  }
}
