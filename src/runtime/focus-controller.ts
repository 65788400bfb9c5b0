/** Leads the focus on with the trainee's work, and never takes it from elsewhere in the page. */
import {isPending, type VerificationState, type VerificationEvent} from '../core/state.ts';

/** See the file's head. */
export class FocusController {
  readonly #host: HTMLElement;
  #wasPressed = false;
  #isDue = false;

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  /** The trainee has pressed the widget's button, so that what comes of it may have the focus. */
  pressed(): void {
    this.#wasPressed = true;
  }

  /** Before a new state is drawn: the focus is to follow it, if it is the widget's to give. */
  beforeStateChange(
    after: VerificationState,
    before: VerificationState,
    cause: VerificationEvent,
  ): void {
    if (!this.#shouldFollow(after, before, cause)) return;
    const root = this.#host.getRootNode();
    const active =
      root instanceof Document || root instanceof ShadowRoot ? root.activeElement : null;
    // The site's own input and the element itself are here, too.
    const isHere = this.#host.contains(active);
    // Safari on a Mac gives no focus to a button that is clicked: then it is nobody's.
    const isNobodys = active === null || active === this.#host.ownerDocument.body;
    this.#isDue = isHere || (this.#wasPressed && isNobodys);
    // What the press led to: it has had its effect.
    if (!isPending(after)) this.#wasPressed = false;
  }

  /** Once it is drawn: whether the focus has to follow. Asked once; then it has. */
  consumePendingMove(): boolean {
    const isDue = this.#isDue;
    this.#isDue = false;
    return isDue;
  }

  /** Puts the focus on the first thing of the widget that the selector finds. */
  focusFirst(selector: string): void {
    this.#host.shadowRoot?.querySelector<HTMLElement>(selector)?.focus();
  }

  /** Whether a change is one that the focus follows: not while the trainee is typing or reading. */
  #shouldFollow(
    after: VerificationState,
    before: VerificationState,
    cause: VerificationEvent,
  ): boolean {
    switch (cause.type) {
      case 'edited':
        return false;
      case 'refused':
        return this.#wasPressed;
      case 'status-received':
        return after.status !== before.status;
      default:
        return true;
    }
  }
}
