/**
 * Without an endpoint the code goes with the form around, by its own full-page post: once, since the
 * page's server may know no keys, and would count a double click twice.
 */
import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** For how long a post is taken to be under way, in ms; a server slower than this is asked again. */
const UNDER_WAY_MS = 10_000;

/** See the file's head. */
export class NativeSubmitController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  /** The form whose post is the widget's, where there is one. */
  readonly #form: () => HTMLFormElement | undefined;
  #connection = new AbortController();
  #sentAt = Number.NEGATIVE_INFINITY;

  constructor(host: ReactiveControllerHost & HTMLElement, form: () => HTMLFormElement | undefined) {
    this.#host = host;
    this.#form = form;
    host.addController(this);
  }

  hostConnected(): void {
    this.#connection = new AbortController();
    const {signal} = this.#connection;
    const window = this.#host.ownerDocument.defaultView;
    // Last of all, when the page's own onsubmit has had its say.
    window?.addEventListener('submit', (event) => this.#onSubmit(event), {signal});
    window?.addEventListener('pageshow', () => (this.#sentAt = Number.NEGATIVE_INFINITY), {signal});
  }

  hostDisconnected(): void {
    this.#connection.abort();
  }

  /** Submits the form as by its button: `onsubmit` and the browser's validation have their say. */
  send(): void {
    const form = this.#form();
    // By the prototype's own: an input named "requestSubmit" would stand in its place.
    if (form) HTMLFormElement.prototype.requestSubmit.call(form);
  }

  #onSubmit(event: SubmitEvent): void {
    if (event.defaultPrevented || event.target !== this.#form()) return;
    const now = performance.now();
    if (now - this.#sentAt < UNDER_WAY_MS) event.preventDefault();
    else this.#sentAt = now;
  }
}
