/** The code field: the widget's own input, or the site's in the slot `code`. */
import type {Messages} from '../../locales/messages.ts';
import type {Diagnostics} from '../diagnostics/diagnostics.ts';
import type {FormView} from '../form-view.ts';
import {CodeInputController, type CodeInputListener} from './code-input-controller.ts';
import {setAttribute} from './input-mark.ts';
import {SlottedInput} from './slotted-input.ts';

/** Controls either input. Adds to {@link CodeInputController} the attributes of a slotted one. */
export class CodeInput extends CodeInputController {
  readonly #diagnostics: Diagnostics;
  #slotted: SlottedInput | undefined;

  constructor(listener: CodeInputListener, diagnostics: Diagnostics) {
    super(listener);
    this.#diagnostics = diagnostics;
  }

  /** Whether the input is the site's own. */
  get isSlotted(): boolean {
    return this.#slotted !== undefined;
  }

  /** Whether the name of the field can be changed. */
  get canRename(): boolean {
    return this.#slotted?.hasReferencedName !== true;
  }

  /** Controls this input from now on. An input outside of `root` is the site's own. */
  attachIn(root: Node, input: HTMLInputElement | undefined): void {
    const isOwn = !input || input.getRootNode() === root;
    if (this.#slotted?.input !== input) {
      this.#slotted?.release();
      this.#slotted = isOwn ? undefined : new SlottedInput(input, () => this.refresh());
      for (const error of this.#slotted?.errors ?? []) this.#diagnostics.warn(error);
    }
    this.attach(input, isOwn);
  }

  /** Sets the attributes of the site's own input; the widget's own is rendered with them. */
  updateSlotted(messages: Messages, view: FormView, isDisabled: boolean): void {
    this.#slotted?.update(messages, view, isDisabled);
  }

  /**
   * Sets what describes the field: the hint, or the message alone while there is one. A message that is
   * new when the focus moves into the field becomes part of its name instead, so that a screen reader says
   * the message first, and once.
   *
   * @param notice empty if there is no message
   * @param isNew whether the message is new, and the focus is about to move into the field
   */
  describe(messages: Messages, notice: string, isNew = false): void {
    // Screen readers say each change of name and description of the element that has the focus.
    if (!this.input || this.hasFocus) return;
    if (this.#slotted) {
      const hint = `${messages.codeHint} ${messages.codeLife}`;
      this.#slotted.describe(isNew ? '' : notice || hint);
      this.#slotted.introduce(messages, isNew ? notice : '');
    } else {
      const ids = notice ? 'notice' : 'enter life';
      setAttribute(this.input, 'aria-describedby', isNew ? null : ids);
      setAttribute(this.input, 'aria-label', isNew ? `${notice} ${messages.codeLabel}` : null);
    }
  }
}
