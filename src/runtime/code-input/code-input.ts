/** The code field, whichever input it is: the widget's own, or the one that the site has given. */
import type {Problem} from '../config/config-error.ts';
import {CodeField, type CodeFieldListener} from './code-input-controller.ts';
import type {Attempt} from '../../core/state.ts';
import type {Words} from '../../locales/messages.ts';
import type {Autocomplete} from '../../element/templates/code-form.ts';
import {SlottedInput} from './slotted-input.ts';

/** See the file's head. */
export class DrivenField extends CodeField {
  readonly #tell: (problem: Problem) => void;
  #slotted: SlottedInput | undefined;

  constructor(listener: CodeFieldListener, tell: (problem: Problem) => void) {
    super(listener);
    this.#tell = tell;
  }

  /** Whether the input is the site's own. */
  get isSlotted(): boolean {
    return this.#slotted !== undefined;
  }

  /** Drives this input from now on; one of the site's own, not in `root`, is made fit for a code. */
  override drive(input: HTMLInputElement | undefined, root?: Node): void {
    if (this.#slotted?.input !== input) {
      this.#slotted?.release();
      const isOurs = !input || input.getRootNode() === root;
      this.#slotted = isOurs ? undefined : new SlottedInput(input);
      for (const problem of this.#slotted?.problems ?? []) this.#tell(problem);
    }
    super.drive(input);
  }

  /** Shows on an input of the site's own what the present state calls for. */
  show(
    words: Words,
    attempt: Attempt,
    options: {readonly disabled: boolean; readonly autocomplete: Autocomplete},
  ): void {
    this.#slotted?.show(words, attempt, options);
  }
}
