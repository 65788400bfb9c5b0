/**
 * Drives one text input so that only digits come to stand in it, and leaves everything else to the
 * browser: caret, selection, undo, drag, dictation, the keyboard of a phone.
 *
 * Nothing happens on keydown but Enter: an Android keyboard sends none, and an input method sends
 * its own. What is refused is refused before it happens where the browser lets us (`beforeinput`),
 * which keeps the browser's undo whole; what came in all the same is cleaned afterwards (`input`).
 */
import {
  CODE_LENGTH,
  extractDigits,
  digitsOf,
  parseCode,
  parsePaste,
  type Code,
  type ParsedCode,
  type PasteResult,
  type CodeError,
  type PasteError,
} from '../../core/code.ts';

/** What the field tells. */
export interface CodeInputListener {
  /** The trainee has changed what stands there. */
  readonly onEdit: () => void;
  /** Something was not taken, or more was typed than a code has; and why. */
  readonly onInvalid: (why: PasteError | CodeError) => void;
  /** Enter was pressed, and not to end a composition. */
  readonly onEnter: () => void;
  /** The sixth digit has come to the end of the field; told once for each code. */
  readonly onComplete: (code: Code) => void;
}

/** The custom property on the input that says how many digits stand in it, for its styles. */
const DIGITS = '--motp-digits';

/** See the file's head. Any text input can be given to {@link CodeInputController.attach}. */
export class CodeInputController {
  readonly #listener: CodeInputListener;
  #input: HTMLInputElement | undefined;
  #attached = new AbortController();
  /** What stood there when it was last clean. */
  #cleanValue = '';
  /** The codes that need no telling any more: told, or sent by a press. */
  readonly #notifiedCodes = new Set<string>();
  /** Our own writing is under way: what the browser tells of it meanwhile is not the trainee's. */
  #isWriting = false;
  /** A drag that began in the field: what it drops there was there before. */
  #isDraggingItself = false;

  constructor(listener: CodeInputListener) {
    this.#listener = listener;
  }

  /** What stands in the field. */
  get parsed(): ParsedCode {
    return parseCode(this.#input?.value ?? '');
  }

  /** Drives this input from now on, and no other; `undefined` lets go of the present one. */
  attach(input: HTMLInputElement | undefined): void {
    if (input === this.#input) return;
    this.#attached.abort();
    this.#attached = new AbortController();
    this.#input = input;
    if (!input) return;
    const {signal} = this.#attached;
    input.addEventListener('beforeinput', (event) => this.#onBeforeInput(input, event), {signal});
    input.addEventListener('input', (event) => this.#onInput(input, event), {signal});
    // While an input method composes, the text is its own; it is cleaned once at the end.
    input.addEventListener('compositionend', () => this.#onCompositionEnd(input), {signal});
    input.addEventListener('paste', (event) => this.#onPaste(input, event), {signal});
    input.addEventListener('dragstart', () => (this.#isDraggingItself = true), {signal});
    input.addEventListener('dragend', () => (this.#isDraggingItself = false), {signal});
    input.addEventListener('drop', (event) => this.#onDrop(input, event), {signal});
    input.addEventListener('keydown', (event) => this.#onKeydown(event), {signal});
    // Whatever was typed before the script came is cleaned as well.
    this.#clean(input);
  }

  /** Puts the caret into the field and selects what stands there, for retyping. */
  select(): void {
    this.focus();
    this.#input?.select();
  }

  /** Puts the caret into the field. */
  focus(options?: FocusOptions): void {
    this.#input?.focus(options);
  }

  /** Takes note of what a script, or a reset of the page's form, has put into the field. */
  refresh(): void {
    if (this.#input) this.#clean(this.#input);
  }

  /** The code has been sent: it is not told to be complete any more. */
  markSubmitted(code: Code): void {
    this.#notifiedCodes.add(code);
  }

  /** Empties the field. */
  clear(): void {
    if (!this.#input) return;
    setValue(this.#input, '');
    this.#clean(this.#input);
  }

  #onBeforeInput(input: HTMLInputElement, event: InputEvent): void {
    const {data, inputType, isComposing, cancelable} = event;
    if (this.#isWriting || !cancelable || isComposing || !data) return;
    // What is pasted or dropped comes by its own event, which holds the text as it was.
    if (inputType === 'insertFromPaste' || inputType === 'insertFromDrop') return;
    // A digit too many that is typed stays to be seen: refusing it would make another code of it.
    if (/^\d$/.test(data)) return;
    const insertion = parsePaste(data, this.#digitsOutsideSelection(input));
    if (insertion.kind === 'part' && insertion.digits === data) return;
    event.preventDefault();
    if (insertion.kind !== 'no-digits' || !isSeparator(data)) this.#insertPaste(input, insertion);
  }

  #onInput(input: HTMLInputElement, event: Event): void {
    const {isComposing = false, inputType = ''} = event as Partial<InputEvent>;
    if (isComposing) return;
    // Autofill and a phone's suggestion bring a whole text, and name no typing as its way.
    const isWhole = inputType === '' || inputType === 'insertReplacementText';
    if (isWhole && extractDigits(input.value) === undefined) {
      setValue(input, this.#cleanValue);
      this.#listener.onInvalid({kind: 'unclear'});
    }
    this.#clean(input);
    // Undo, redo and deletion can leave six digits, too; but nobody has typed the sixth.
    if (!/^(history|delete)/.test(inputType)) this.#notifyIfComplete(input);
  }

  #onCompositionEnd(input: HTMLInputElement): void {
    this.#clean(input);
    this.#notifyIfComplete(input);
  }

  #onPaste(input: HTMLInputElement, event: ClipboardEvent): void {
    this.#handleTransfer(input, event, event.clipboardData);
  }

  #onDrop(input: HTMLInputElement, event: DragEvent): void {
    if (this.#isDraggingItself) return;
    this.#handleTransfer(input, event, event.dataTransfer);
  }

  /** Takes a whole text that the browser is about to put into the field. */
  #handleTransfer(input: HTMLInputElement, event: Event, transfer: DataTransfer | null): void {
    if (input.readOnly || input.disabled || !transfer) return;
    const text = transfer.getData('text/plain');
    const insertion = parsePaste(text, this.#digitsOutsideSelection(input));
    // Clean digits that fit are the browser's own business, unless the page has cancelled it.
    const isPlain = insertion.kind === 'part' && insertion.digits === text;
    if (isPlain && !event.defaultPrevented) return;
    event.preventDefault();
    this.#insertPaste(input, insertion);
  }

  #insertPaste(input: HTMLInputElement, insertion: PasteResult): void {
    switch (insertion.kind) {
      case 'whole':
        input.focus();
        input.select();
        this.#write(input, insertion.code);
        break;
      case 'part':
        input.focus();
        this.#write(input, insertion.digits);
        break;
      default:
        this.#listener.onInvalid(insertion);
    }
  }

  /** Writes over the selection as if it were typed, so that undo gives back what stood there. */
  #write(input: HTMLInputElement, digits: string): void {
    // Deprecated by name, but the one way into the browser's undo, in every engine.
    this.#isWriting = true;
    const isWritten = input.ownerDocument.execCommand('insertText', false, digits);
    this.#isWriting = false;
    if (isWritten) return;
    input.setRangeText(digits, input.selectionStart ?? 0, input.selectionEnd ?? 0, 'end');
    input.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
  }

  #onKeydown(event: KeyboardEvent): void {
    if (event.key !== 'Enter') return;
    // The form around, if there is one, is not to be sent by this.
    event.preventDefault();
    // 229 is Safari's word for the Enter that ends a composition, when `isComposing` is over.
    if (event.isComposing || event.keyCode === 229 || event.repeat) return;
    this.#listener.onEnter();
  }

  /** Makes digits of what stands in the field, and tells what came of it. */
  #clean(input: HTMLInputElement): void {
    const {value} = input;
    const digits = digitsOf(value);
    if (digits !== value) {
      const end = input.selectionEnd ?? value.length;
      const caret = Math.min(digitsOf(value.slice(0, end)).length, digits.length);
      // This ends the browser's undo, so it is done only where there is something to clean.
      setValue(input, digits);
      input.setSelectionRange(caret, caret);
    }
    input.style.setProperty(DIGITS, String(Math.min(digits.length, CODE_LENGTH)));
    if (digits === this.#cleanValue) return;
    this.#cleanValue = digits;
    this.#listener.onEdit();
    const {parsed} = this;
    if (digits.length > CODE_LENGTH && parsed.kind !== 'code') this.#listener.onInvalid(parsed);
  }

  #notifyIfComplete(input: HTMLInputElement): void {
    const {parsed} = this;
    // After an edit in the middle the caret is not at the end: that wants a press.
    const isAtEnd = input.selectionEnd === input.value.length;
    if (parsed.kind !== 'code' || !isAtEnd || this.#notifiedCodes.has(parsed.code)) return;
    this.#notifiedCodes.add(parsed.code);
    this.#listener.onComplete(parsed.code);
  }

  /** How many digits stay if the selection is written over. */
  #digitsOutsideSelection({value, selectionStart, selectionEnd}: HTMLInputElement): number {
    return value.length - ((selectionEnd ?? 0) - (selectionStart ?? 0));
  }
}

/** What people type between digits: it is passed over without a word. */
function isSeparator(text: string): boolean {
  return /^[\s\p{Pd}\p{Cf}.·]*$/u.test(text);
}

/** By the prototype's own setter: React watches the instance's, and would take ours for its own. */
function setValue(input: HTMLInputElement, value: string): void {
  Reflect.set(HTMLInputElement.prototype, 'value', value, input);
}
