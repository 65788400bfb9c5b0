/** The behavior of the code field. */
import {
  CODE_LENGTH,
  digitsOf,
  extractDigits,
  parseCode,
  parsePaste,
  type Code,
  type CodeError,
  type ParsedCode,
  type PasteError,
  type PasteResult,
} from '../../core/code.ts';

/** The callbacks of the code field. */
export interface CodeInputListener {
  /** The trainee has changed the value. */
  readonly onEdit: () => void;
  /** A text was refused, or the value has too many digits. */
  readonly onInvalid: (error: PasteError | CodeError) => void;
  readonly onBlur: () => void;
  /** The trainee has pressed Enter, other than to end a composition. */
  readonly onEnter: () => void;
  /** The sixth digit was typed at the end of the field. Called once for each code. */
  readonly onComplete: (code: Code) => void;
}

/** The events of the input that the controller handles. */
const EVENT_TYPES = [
  'beforeinput',
  'input',
  'compositionend',
  'paste',
  'dragstart',
  'dragend',
  'drop',
  'keydown',
  'keypress',
  'mousedown',
  'click',
  'blur',
  'selectionchange',
  'select',
  'keyup',
  'pointerup',
] as const;

/** The custom properties of the selection: its first place, and how many it covers. */
const SELECTED_FROM = '--motp-selected-from';
const SELECTED = '--motp-selected';

/**
 * Keeps a text input to digits. Owns the listeners of the input that it is attached to; caret,
 * selection, undo, drag, dictation and the phone's keyboard stay the browser's.
 *
 * `keydown` handles Enter alone: Android keyboards fire none for text, and input methods fire their
 * own. `beforeinput` refuses a text before the browser inserts it, which keeps the browser's undo.
 * `input` cleans what was inserted anyway.
 */
export class CodeInputController implements EventListenerObject {
  readonly #listener: CodeInputListener;
  #input: HTMLInputElement | undefined;
  /** The value after the last cleaning. */
  #cleanValue = '';
  /** The codes that need no `onComplete` any more: notified, or submitted. */
  readonly #notifiedCodes: Code[] = [];
  /** Whether the endpoint has refused the value, which the trainee has not touched since. */
  #isRefused = false;
  /** Whether this class is inserting text: its `beforeinput` events are not the trainee's. */
  #isWriting = false;
  /** Whether the input is the widget's own, so that only the page outside can cancel its events. */
  #isOwn = false;
  /** Whether the dragged text is from the field itself. */
  #isOwnDrag = false;
  /** Whether the styles draw a selection. */
  #isSelectionShown = false;

  constructor(listener: CodeInputListener) {
    this.#listener = listener;
  }

  /** Whether the field has the focus. */
  get hasFocus(): boolean {
    return this.#input?.matches(':focus') ?? false;
  }

  /** Whether the field can take the focus. */
  get canFocus(): boolean {
    return this.#input?.matches(':disabled') === false;
  }

  /** The parsed value. */
  get parsed(): ParsedCode {
    return parseCode(this.#input?.value ?? '');
  }

  /** The input that is controlled. */
  protected get input(): HTMLInputElement | undefined {
    return this.#input;
  }

  /**
   * Controls this input from now on, and no other; `undefined` for none.
   *
   * @param isOwn whether it is the widget's own, not the site's
   */
  attach(input: HTMLInputElement | undefined, isOwn = true): void {
    if (input === this.#input) return;
    this.#isOwn = isOwn;
    // Listeners that are objects need no closures, which cost memory in each widget of a page.
    for (const type of EVENT_TYPES) {
      this.#input?.removeEventListener(type, this);
      input?.addEventListener(type, this);
    }
    this.#input = input;
    // Cleans what was typed before the runtime has loaded.
    this.refresh();
  }

  /** Focuses the field and selects its value, for retyping. Does not scroll. */
  select(): void {
    this.focus({preventScroll: true});
    this.#input?.select();
  }

  /** Focuses the field. */
  focus(options?: FocusOptions): void {
    this.#input?.focus(options);
  }

  /** Reads the value again, after a script or a reset of the page's form has set it. */
  refresh(): void {
    if (this.#input) this.#clean(this.#input);
  }

  /** Records that a code was submitted: `onComplete` is not called for it any more. */
  markSubmitted(code: Code): void {
    this.#notifiedCodes.push(code);
  }

  /** Records that the endpoint has refused the code: the next click selects it, for retyping. */
  markRefused(): void {
    this.#isRefused = true;
  }

  /** Clears the field. */
  clear(): void {
    if (!this.#input) return;
    setValue(this.#input, '');
    this.#clean(this.#input);
  }

  /** Called by the browser for each event of the input. */
  handleEvent(event: Event): void {
    const input = event.currentTarget as HTMLInputElement;
    switch (event.type) {
      case 'beforeinput':
        return this.#onBeforeInput(input, event as InputEvent);
      case 'input':
        this.#onInput(input, event);
        return this.#showSelection(input);
      case 'compositionend':
        // The text of a composition is the input method's. It is cleaned once, at the end.
        return this.#onCompositionEnd(input);
      case 'paste':
        return this.#onPaste(input, event as ClipboardEvent);
      case 'dragstart':
      case 'dragend':
        this.#isOwnDrag = event.type === 'dragstart';
        return;
      case 'drop':
        return this.#onDrop(input, event as DragEvent);
      case 'keydown':
        return this.#onKeydown(input, event as KeyboardEvent);
      case 'keypress':
        return this.#writeCanceledKey(input, event as KeyboardEvent);
      case 'mousedown':
        if (event.defaultPrevented && this.#isOwn) input.focus();
        return;
      case 'click':
        return this.#onClick(input);
      case 'blur':
        return this.#listener.onBlur();
      default:
        return this.#showSelection(input);
    }
  }

  #onBeforeInput(input: HTMLInputElement, event: InputEvent): void {
    const {data, inputType, isComposing, cancelable} = event;
    if (this.#isWriting || !cancelable || isComposing || !data) return;
    // The events `paste` and `drop` handle these, with the original text.
    if (inputType === 'insertFromPaste' || inputType === 'insertFromDrop') return;
    // A typed digit too many stays visible: without it, the value would be another code.
    if (/^\d$/.test(data)) return this.#writeCanceled(input, event, data);
    const paste = parsePaste(data, this.#digitsOutsideSelection(input));
    if (paste.kind === 'part' && paste.digits === data) {
      return this.#writeCanceled(input, event, data);
    }
    event.preventDefault();
    if (paste.kind !== 'no-digits' || !isSeparator(data)) this.#insertPaste(input, paste);
  }

  #onInput(input: HTMLInputElement, event: Event): void {
    const {isComposing = false, inputType = ''} = event as Partial<InputEvent>;
    if (isComposing) return;
    // Autofill and a phone's suggestion insert a whole text, with one of these input types.
    const isWhole = inputType === '' || inputType === 'insertReplacementText';
    if (isWhole && extractDigits(input.value) === undefined) {
      setValue(input, this.#cleanValue);
      this.#listener.onInvalid({kind: 'unclear'});
    }
    this.#clean(input);
    // Undo, redo and deletion can leave six digits too, but nobody has typed the sixth.
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
    if (!this.#isOwnDrag) this.#handleTransfer(input, event, event.dataTransfer);
  }

  /** Handles a text that the browser is about to paste or drop into the field. */
  #handleTransfer(input: HTMLInputElement, event: Event, transfer: DataTransfer | null): void {
    if (input.readOnly || input.disabled || !transfer) return;
    const text = transfer.getData('text/plain');
    const paste = parsePaste(text, this.#digitsOutsideSelection(input));
    // The browser inserts plain digits that fit, unless the page has canceled the event.
    const isPlain = paste.kind === 'part' && paste.digits === text;
    if (isPlain && !event.defaultPrevented) return;
    event.preventDefault();
    this.#insertPaste(input, paste);
  }

  #insertPaste(input: HTMLInputElement, paste: PasteResult): void {
    switch (paste.kind) {
      case 'whole':
        input.focus();
        input.select();
        this.#write(input, paste.code);
        break;
      case 'part':
        input.focus();
        this.#write(input, paste.digits);
        break;
      default:
        this.#listener.onInvalid(paste);
    }
  }

  /** Replaces the selection as if the text were typed, so that undo restores it. */
  #write(input: HTMLInputElement, digits: string): void {
    // Deprecated, but the only method that the undo of every browser includes.
    this.#isWriting = true;
    const isWritten = input.ownerDocument.execCommand('insertText', false, digits);
    this.#isWriting = false;
    if (isWritten) return;
    input.setRangeText(digits, input.selectionStart ?? 0, input.selectionEnd ?? 0, 'end');
    const event = input.ownerDocument.createEvent('Event');
    event.initEvent('input', true, true);
    input.dispatchEvent(event);
  }

  #onKeydown(input: HTMLInputElement, event: KeyboardEvent): void {
    if (event.key !== 'Enter') return this.#writeCanceledKey(input, event);
    // Enter must not submit the surrounding form.
    event.preventDefault();
    // Safari: 229 is the Enter that ends a composition; `isComposing` is false by then.
    if (event.isComposing || event.keyCode === 229 || event.repeat) return;
    this.#listener.onEnter();
  }

  /** Selects a refused code, once: the digits that follow are a new code. A selection stays. */
  #onClick(input: HTMLInputElement): void {
    // Chromium places the caret after this event.
    setTimeout(() => {
      if (this.#isRefused && input.selectionStart === input.selectionEnd) input.select();
      this.#isRefused = false;
    });
  }

  /** Does what a key would have done, had the page not canceled its event in the capture phase. */
  #writeCanceledKey(input: HTMLInputElement, event: KeyboardEvent): void {
    const {key, ctrlKey, altKey, metaKey, isComposing} = event;
    if (ctrlKey || altKey || metaKey || isComposing) return;
    const command = {Backspace: 'delete', Delete: 'forwardDelete'}[key];
    if (/^\d$/.test(key) || command) this.#writeCanceled(input, event, key, command);
  }

  /** Inserts digits, or runs a command, if the page has canceled the event that would have. */
  #writeCanceled(input: HTMLInputElement, event: Event, digits: string, command?: string): void {
    if (!event.defaultPrevented || !this.#isOwn || input.readOnly) return;
    if (command) input.ownerDocument.execCommand(command);
    else this.#write(input, digits);
  }

  /** Reduces the value to its digits, and calls the listener if the digits have changed. */
  #clean(input: HTMLInputElement): void {
    const {value} = input;
    const digits = digitsOf(value);
    if (digits !== value) {
      const end = input.selectionEnd ?? value.length;
      const caret = Math.min(digitsOf(value.slice(0, end)).length, digits.length);
      // Setting the value clears the browser's undo, so only a value that needs it is set.
      setValue(input, digits);
      input.setSelectionRange(caret, caret);
    }
    if (digits === this.#cleanValue) return;
    this.#cleanValue = digits;
    this.#isRefused = false;
    this.#listener.onEdit();
    if (digits.length <= CODE_LENGTH) return;
    const {parsed} = this;
    if (parsed.kind !== 'code') this.#listener.onInvalid(parsed);
  }

  #notifyIfComplete(input: HTMLInputElement): void {
    if (input.value.length < CODE_LENGTH) return;
    const {parsed} = this;
    // After an edit in the middle, the caret is not at the end. The trainee then presses the button.
    const isAtEnd = input.selectionEnd === input.value.length;
    if (parsed.kind !== 'code' || !isAtEnd || this.#notifiedCodes.includes(parsed.code)) return;
    this.#notifiedCodes.push(parsed.code);
    this.#listener.onComplete(parsed.code);
  }

  /** Passes the selection to the styles, which draw it in line with the places. A caret is none. */
  #showSelection(input: HTMLInputElement): void {
    const {selectionStart, selectionEnd} = input;
    const from = Math.min(selectionStart ?? 0, CODE_LENGTH);
    const length = Math.min(selectionEnd ?? 0, CODE_LENGTH) - from;
    // A key seldom changes it, and a custom property costs a style pass.
    if (length > 0 || this.#isSelectionShown) {
      input.style.setProperty(SELECTED_FROM, String(from));
      input.style.setProperty(SELECTED, String(length));
    }
    this.#isSelectionShown = length > 0;
  }

  /** Returns the number of digits that stay when the selection is replaced. */
  #digitsOutsideSelection({value, selectionStart, selectionEnd}: HTMLInputElement): number {
    return value.length - ((selectionEnd ?? 0) - (selectionStart ?? 0));
  }
}

/** Returns whether a text only separates digits. Such a text is ignored without a message. */
function isSeparator(text: string): boolean {
  return /^[\s\p{Pd}\p{Cf}.·]*$/u.test(text);
}

/** Sets the value by the setter of the prototype: React replaces that of the instance to track changes. */
function setValue(input: HTMLInputElement, value: string): void {
  Reflect.set(HTMLInputElement.prototype, 'value', value, input);
}
