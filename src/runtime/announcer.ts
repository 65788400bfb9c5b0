/** What a screen reader says of a change of state, once and in order (docs/accessibility.md). */
import type {ReactiveController} from 'lit';
import type {Messages} from '../locales/messages.ts';
import type {CodeInput} from './code-input/code-input.ts';
import type {FocusController} from './focus-controller.ts';
import {LiveRegion} from './live-region.ts';
import {noticeText} from './notice-view.ts';
import type {StateChange} from './verification/state-change.ts';
import type {ViewRenderer} from './view-renderer.ts';
import type {ViewState} from './view-state.ts';

/**
 * Announces the message of each new state, and keeps the description of the field in step with it. Does
 * not move the focus, but depends on where it goes: what has the focus is said anyway.
 */
export class Announcer implements ReactiveController {
  readonly #renderer: ViewRenderer;
  readonly #codeInput: CodeInput;
  readonly #focus: FocusController;
  readonly #region = new LiveRegion();
  #isDue = false;
  #isWaitOver = false;

  constructor(renderer: ViewRenderer, codeInput: CodeInput, focus: FocusController) {
    this.#renderer = renderer;
    this.#codeInput = codeInput;
    this.#focus = focus;
  }

  hostDisconnected(): void {
    this.#region.say('');
  }

  /** Announces the state with the next render. */
  onStateChange({cause}: StateChange): void {
    this.#isDue = true;
    this.#isWaitOver = cause.type === 'wait-ended';
  }

  /**
   * Announces what is due. Call it before the focus moves: what a live region says at the same time would
   * come after the field, or be interrupted by it.
   */
  afterRender(root: ParentNode): void {
    this.#region.attach(root.querySelector('.card'));
    const isDue = this.#isDue;
    this.#isDue = false;
    const isInName = isDue && this.#focus.entersField && this.#codeInput.canRename;
    this.describeField(isInName);
    if (!isDue) return;
    if (isInName) this.#region.say('');
    else this.announce();
  }

  /** Announces the present state, also if it was announced before. */
  announce(): void {
    const {view, messages} = this.#renderer;
    if (view) this.#region.say(this.#textOf(view, messages));
  }

  /** Says a text. */
  say(text: string): void {
    this.#region.say(text);
  }

  /** Asks for the number that the app shows. */
  askForCode(): void {
    this.#region.say(this.#renderer.messages.codeHint);
  }

  /**
   * Sets what describes the field: its hint, or the message alone while there is one.
   *
   * @param isNew whether the message is new, and the focus is about to move into the field
   */
  describeField(isNew = false): void {
    const {view, messages} = this.#renderer;
    if (view?.kind !== 'form') return;
    const notice = noticeText(view.form.notice);
    this.#codeInput.describe(messages, notice, isNew && notice !== '');
  }

  #textOf(view: ViewState, messages: Messages): string {
    const {entersPanel} = this.#focus;
    switch (view.kind) {
      case 'form': {
        const notice = noticeText(view.form.notice);
        // After a rate limit, the number in the field is an old one.
        const text = this.#isWaitOver ? `${notice} ${messages.codeHint}` : notice;
        // Where the trainee is, unless the focus moves there.
        return text && this.#codeInput.hasFocus ? `${text} ${messages.codeLabel}` : text;
      }
      // The focus moves into what is named by these texts.
      case 'locked':
        return entersPanel ? '' : view.locked.reason;
      case 'verified':
        return entersPanel || !view.hasPanel ? '' : messages.verified;
      case 'config-error':
        return '';
    }
  }
}
