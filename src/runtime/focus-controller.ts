/** The focus after a change of state. */
import {isPending, type VerificationEvent, type VerificationState} from '../core/state.ts';

/**
 * Decides whether the focus follows a change of state. It follows where the trainee is at work in the
 * widget, and is never taken from elsewhere in the page.
 */
export class FocusController {
  readonly #host: HTMLElement;
  #wasSubmitted = false;
  #isMovePending = false;

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  /** The trainee has pressed the widget's button, so that the outcome may take the focus. */
  onSubmit(): void {
    this.#wasSubmitted = true;
  }

  /** Called before a new state is rendered. */
  beforeStateChange(
    after: VerificationState,
    before: VerificationState,
    cause: VerificationEvent,
  ): void {
    if (!this.#shouldFollow(after, before, cause)) return;
    const root = this.#host.getRootNode();
    const active =
      root instanceof Document || root instanceof ShadowRoot ? root.activeElement : null;
    // Contains also the element itself and the site's own input.
    const isInside = this.#host.contains(active);
    // Safari on a Mac does not focus a button that is clicked: then nothing has the focus.
    const isNowhere = active === null || active === this.#host.ownerDocument.body;
    this.#isMovePending = isInside || (this.#wasSubmitted && isNowhere);
    if (!isPending(after)) this.#wasSubmitted = false;
  }

  /** Returns, after the state is rendered, whether the focus has to follow; then resets it. */
  consumePendingMove(): boolean {
    const isPendingMove = this.#isMovePending;
    this.#isMovePending = false;
    return isPendingMove;
  }

  /** Focuses the first element of the shadow tree that the selector matches. */
  focusFirst(selector: string): void {
    this.#host.shadowRoot?.querySelector<HTMLElement>(selector)?.focus();
  }

  /** Returns `false` while the trainee is typing or reading. */
  #shouldFollow(
    after: VerificationState,
    before: VerificationState,
    cause: VerificationEvent,
  ): boolean {
    switch (cause.type) {
      case 'edited':
        return false;
      case 'refused':
        return this.#wasSubmitted;
      case 'status-received':
        return after.status !== before.status;
      default:
        return true;
    }
  }
}
