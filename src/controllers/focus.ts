/** Leads the focus on with the trainee's work, and never takes it from elsewhere in the page. */

/** See the file's head. */
export class Focus {
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

  /** Whether what comes now comes of a press. */
  get wasPressed(): boolean {
    return this.#wasPressed;
  }

  /**
   * Before a new state is drawn: the focus is to follow it, if it is the widget's to give.
   *
   * @param isOutcome whether that is what the press led to, so that the press has had its effect
   */
  plan(isOutcome: boolean): void {
    const root = this.#host.getRootNode();
    const active =
      root instanceof Document || root instanceof ShadowRoot ? root.activeElement : null;
    // The site's own input and the element itself are here, too.
    const isHere = this.#host.contains(active);
    // Safari on a Mac gives no focus to a button that is clicked: then it is nobody's.
    const isNobodys = active === null || active === this.#host.ownerDocument.body;
    this.#isDue = isHere || (this.#wasPressed && isNobodys);
    if (isOutcome) this.#wasPressed = false;
  }

  /** Once it is drawn: whether the focus has to follow. Asked once; then it has. */
  isDue(): boolean {
    const isDue = this.#isDue;
    this.#isDue = false;
    return isDue;
  }

  /** Puts the focus on the first thing of the widget that the selector finds. */
  on(selector: string): void {
    this.#host.shadowRoot?.querySelector<HTMLElement>(selector)?.focus();
  }
}
