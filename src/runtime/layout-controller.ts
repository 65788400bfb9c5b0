/** What stays where the trainee looks, whatever the endpoint responds. */
import type {VerificationState} from '../core/state.ts';
import {hideCutParagraphs} from './hint-paragraphs.ts';
import {reveal} from './reveal.ts';
import type {StateChange} from './verification/state-change.ts';

/**
 * Keeps the layout still through a change of state: a panel is as high as the form that it replaces, and
 * no sentence of the hint is cut. Scrolls to what has happened. Does not own the focus.
 */
export class LayoutController {
  readonly #root: ParentNode;
  #hasChanged = false;
  /** The height of what a panel replaces, in px. */
  #formHeight = 0;

  constructor(root: ParentNode) {
    this.#root = root;
  }

  /** Measures the form before the new state is rendered. */
  beforeStateChange({after}: StateChange): void {
    this.#hasChanged = true;
    const isPanel = after.status === 'verified' || after.status === 'locked';
    const form = this.#root.querySelector('[part=form]');
    const parent = form?.parentElement;
    if (!isPanel || !form || !parent) return;
    this.#formHeight = parent.getBoundingClientRect().bottom - form.getBoundingClientRect().top;
  }

  /**
   * Adapts the layout to the state that is rendered. Call it before the focus moves: a page that is
   * shorter for a moment scrolls.
   */
  afterRender(): void {
    if (!this.#hasChanged) return;
    hideCutParagraphs(this.#root);
    const panel = this.#root.querySelector<HTMLElement>('.panel');
    if (panel) panel.style.minBlockSize = `${this.#formHeight}px`;
  }

  /**
   * Scrolls to what has happened, once after each change.
   *
   * @param isFollowed whether the trainee waits for the new state in the widget
   */
  reveal(state: VerificationState, isFollowed: boolean): void {
    if (!this.#hasChanged) return;
    this.#hasChanged = false;
    const hasMessage = state.status !== 'ready' || state.notice !== undefined;
    if (isFollowed && hasMessage) reveal(this.#root);
  }
}
