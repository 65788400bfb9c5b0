/** Drives the one input that takes the code, so that digits alone come to stand in it. */
import {digitsOf, readCode, type CodeReading} from '../core/code.ts';

/** See the file's head. Any text input can be given to {@link CodeField.drive}. */
export class CodeField {
  #input: HTMLInputElement | undefined;
  #driven = new AbortController();

  /** What stands in the field. */
  get reading(): CodeReading {
    return readCode(this.#input?.value ?? '');
  }

  /** Drives this input from now on, and no other; `undefined` lets go of the present one. */
  drive(input: HTMLInputElement | undefined): void {
    if (input === this.#input) return;
    this.#driven.abort();
    this.#driven = new AbortController();
    this.#input = input;
    if (!input) return;
    const {signal} = this.#driven;
    const onInput = ({isComposing}: InputEvent): void => {
      // While an input method composes, the text is its own; it is cleaned once at the end.
      if (!isComposing) this.#clean(input);
    };
    input.addEventListener('input', onInput, {signal});
    input.addEventListener('compositionend', () => this.#clean(input), {signal});
  }

  /** Puts the caret into the field and selects what stands there, for retyping. */
  select(): void {
    this.#input?.focus();
    this.#input?.select();
  }

  /** Puts the caret into the field. */
  focus(): void {
    this.#input?.focus();
  }

  /** Empties the field. */
  clear(): void {
    if (this.#input) this.#input.value = '';
  }

  #clean(input: HTMLInputElement): void {
    const digits = digitsOf(input.value);
    if (digits === input.value) return;
    const beforeCaret = input.value.slice(0, input.selectionStart ?? input.value.length);
    const caret = Math.min(digitsOf(beforeCaret).length, digits.length);
    input.value = digits;
    input.setSelectionRange(caret, caret);
  }
}
