/** The focus after a change of state. */
import type {VerificationState} from '../core/state.ts';
import type {CodeInput} from './code-input/code-input.ts';
import {hasCodeError} from './notice-view.ts';
import type {StateChange} from './verification/state-change.ts';

/**
 * How long the focus rests on a container, in ms. A screen reader whose place was removed with the form
 * hears nothing of the dialog or region around its next place, so the container has the focus first.
 */
const STEP_MS = 150;

/**
 * Moves the focus after a change of state, if the trainee is working in the widget. Owns the pending
 * move. Never takes the focus from elsewhere in the page, and does not scroll.
 */
export class FocusController {
  readonly #host: HTMLElement;
  readonly #codeInput: CodeInput;
  #wasSubmitted = false;
  #isMovePending = false;

  constructor(host: HTMLElement, codeInput: CodeInput) {
    this.#host = host;
    this.#codeInput = codeInput;
  }

  /** Whether the focus moves with the next render. */
  get isMovePending(): boolean {
    return this.#isMovePending;
  }

  /** Where the focus is: in the element or the site's own input, elsewhere in the page, or nowhere. */
  get place(): 'inside' | 'elsewhere' | 'nowhere' {
    const root = this.#host.getRootNode();
    const active =
      root instanceof Document || root instanceof ShadowRoot ? root.activeElement : null;
    if (this.#host.contains(active)) return 'inside';
    return active === null || active === this.#host.ownerDocument.body ? 'nowhere' : 'elsewhere';
  }

  /** Records that the trainee has submitted, so that the outcome may take the focus. */
  onSubmit(): void {
    this.#wasSubmitted = true;
  }

  /** Decides whether the focus has to move, before the new state is rendered. */
  beforeStateChange(change: StateChange): void {
    if (!this.#shouldFollow(change)) return;
    const {place} = this;
    // Safari on a Mac does not focus a button that is clicked: then nothing has the focus.
    this.#isMovePending = place === 'inside' || (this.#wasSubmitted && place === 'nowhere');
    if (!change.isPending) this.#wasSubmitted = false;
  }

  /**
   * Moves the focus if it has to, after the state is rendered.
   *
   * @param isReplaced whether the next render removes what has the focus
   * @returns whether the trainee waits for this state in the widget
   */
  afterRender(state: VerificationState, isReplaced: boolean): boolean {
    if (!this.#isMovePending) return false;
    // The layout follows the focus after the next render.
    this.#isMovePending = isReplaced;
    if (state.status === 'verified') this.focusPart('verified');
    else if (state.status === 'locked') this.#focusStepwise('[part=locked]', ':is(a, button)');
    else if (isReplaced || hasCodeError(state) || isReleased(state)) this.#codeInput.select();
    return true;
  }

  /** Focuses the dialog that was opened, and then its button. */
  enterDialog(): void {
    this.#isMovePending = false;
    this.#focusStepwise('dialog', 'button');
  }

  /** Focuses a part of the card. */
  focusPart(part: string): void {
    this.#focusFirst(`[part=${part}]`);
  }

  /** Focuses a named container, and then a control in it; see {@link STEP_MS}. */
  #focusStepwise(container: string, control: string): void {
    this.#focusFirst(container);
    const {shadowRoot} = this.#host;
    setTimeout(() => {
      const element = shadowRoot?.querySelector(container);
      if (element && shadowRoot?.activeElement === element) {
        this.#focusFirst(`${container} ${control}`);
      }
    }, STEP_MS);
  }

  #focusFirst(selector: string): void {
    this.#host.shadowRoot?.querySelector<HTMLElement>(selector)?.focus({preventScroll: true});
  }

  /** Returns `false` while the trainee is typing or reading. */
  #shouldFollow({after, before, cause}: StateChange): boolean {
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

/** Returns whether a lock has just ended. */
function isReleased(state: VerificationState): boolean {
  const kind = state.status === 'ready' ? state.notice?.kind : undefined;
  return kind === 'unlocked' || kind === 'registered';
}
