/** The code field, whichever input it is: the widget's own, or the one that the site has given. */
import type {ConfigError} from '../config/config-error.ts';
import {CodeInputController, type CodeInputListener} from './code-input-controller.ts';
import type {VerificationState} from '../../core/state.ts';
import type {Messages} from '../../locales/messages.ts';
import type {Autocomplete} from '../../element/templates/code-form.ts';
import {SlottedInput} from './slotted-input.ts';

/** See the file's head. */
export class CodeInput extends CodeInputController {
  readonly #warn: (error: ConfigError) => void;
  #slotted: SlottedInput | undefined;

  constructor(listener: CodeInputListener, warn: (error: ConfigError) => void) {
    super(listener);
    this.#warn = warn;
  }

  /** Whether the input is the site's own. */
  get isSlotted(): boolean {
    return this.#slotted !== undefined;
  }

  /** Drives this input from now on; one of the site's own, not in `root`, is made fit for a code. */
  override attach(input: HTMLInputElement | undefined, root?: Node): void {
    if (this.#slotted?.input !== input) {
      this.#slotted?.release();
      const isOurs = !input || input.getRootNode() === root;
      this.#slotted = isOurs ? undefined : new SlottedInput(input);
      for (const error of this.#slotted?.errors ?? []) this.#warn(error);
    }
    super.attach(input);
  }

  /** Shows on an input of the site's own what the present state calls for. */
  show(
    messages: Messages,
    state: VerificationState,
    options: {readonly disabled: boolean; readonly autocomplete: Autocomplete},
  ): void {
    this.#slotted?.show(messages, state, options);
  }
}
