/** The actions after success that a page declares (docs/after-verification.md). */
import type {ConfigError} from '../config/config-error.ts';
import type {Receipt} from '../../core/contract.ts';
import {parseUrl} from '../../element/safe-url.ts';
import {pageOrigin} from '../../transport/page-origin.ts';

/** The attributes that declare actions, with their values at the time of success. */
export interface SuccessActions {
  readonly onVerified: string;
  readonly fillInputs: string;
  readonly submitForm: boolean;
  readonly notifyWindow: string;
  readonly closeWindow: boolean;
}

/** Where the element was at the time of success. */
export interface SuccessPlace {
  /** The surrounding form. */
  readonly form: HTMLFormElement | null;
  readonly document: Document;
}

/** The `type` of the message to opener or parent. */
const RECEIPT_MESSAGE_TYPE = 'motp-verified';

/** The values of a receipt that an input can be filled with. */
const FIELDS = ['verificationId', 'verifiedAt', 'expiresAt'] as const;

/** An action of an attribute. Returns how to fix it, if it failed. */
type Action = readonly [attribute: string, isDeclared: boolean, run: () => string | undefined];

/**
 * Runs the declared actions, in this order. One that fails does not prevent the others.
 *
 * @returns the errors of those that failed
 */
export function runSuccessActions(
  {onVerified, fillInputs, submitForm, notifyWindow, closeWindow}: SuccessActions,
  place: SuccessPlace,
  receipt: Receipt,
): readonly ConfigError[] {
  const window = place.document.defaultView ?? globalThis.window;
  const actions: readonly Action[] = [
    ['on-verified', onVerified !== '', () => runCallback(window, onVerified, receipt)],
    ['fill-inputs', fillInputs !== '', () => runFill(place, fillInputs, receipt)],
    ['submit-form', submitForm, () => runSubmit(place)],
    ['notify-window', notifyWindow !== '', () => runNotify(window, notifyWindow, receipt)],
    ['close-window', closeWindow, () => runClose(window)],
  ];
  const errors: ConfigError[] = [];
  for (const [attribute, isDeclared, run] of actions) {
    const fix = isDeclared ? fixAfter(run) : undefined;
    if (fix !== undefined) errors.push({attribute, fix});
  }
  return errors;
}

function fixAfter(run: () => string | undefined): string | undefined {
  try {
    return run();
  } catch (error) {
    return `failed: ${String(error)}`;
  }
}

/** Calls a global function by its dotted path, as a method of the object that has it. */
function runCallback(window: Window, path: string, receipt: Receipt): string | undefined {
  let owner: unknown;
  let value: unknown = window;
  for (const name of path.trim().split('.')) {
    owner = value;
    value = (owner as Readonly<Record<string, unknown>> | null | undefined)?.[name];
  }
  if (typeof value !== 'function') {
    return `is "${path}", but there is no such global function. Define it before success.`;
  }
  if (isBuiltIn(value)) {
    return `is "${path}", which is the browser's own function. Name a function of the page.`;
  }
  value.call(owner, {...receipt});
  return undefined;
}

/** Returns whether a function is the browser's, such as `location.assign`. A bound one is the page's. */
function isBuiltIn(value: {readonly name?: unknown}): boolean {
  const source = Function.prototype.toString.call(value);
  return /\{\s*\[native code\]\s*\}$/.test(source) && !String(value.name).startsWith('bound ');
}

/** Fills the inputs of a list such as `motpId, motpTime: verifiedAt, #receipt`. */
function runFill(place: SuccessPlace, list: string, receipt: Receipt): string | undefined {
  const failed = list.split(',').filter((entry) => !fillInput(place, entry, receipt));
  if (failed.length === 0) return undefined;
  return `names "${failed.join(',').trim()}", but there is no such input or value. Write its name or #id; for another value than ${FIELDS[0]}, add ": ${FIELDS[1]}" or ": ${FIELDS[2]}".`;
}

/**
 * Fills one input, by its name or `#id`. Looks up a name in the surrounding form, or in the page if
 * there is none.
 *
 * @returns whether there is such an input and such a value
 */
function fillInput({document, form}: SuccessPlace, entry: string, receipt: Receipt): boolean {
  const [target = '', value = FIELDS[0]] = entry.split(':').map((part) => part.trim());
  const field = FIELDS.find((name) => name === value);
  const inputs = document.querySelectorAll<
    HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
  >('input:not([type=file]), textarea, select');
  const input = [...inputs].find(({id, name, form: owner}) =>
    target.startsWith('#')
      ? id === target.slice(1)
      : name === target && (form === null || owner === form),
  );
  if (!input || !field) return false;
  input.value = String(receipt[field] ?? '');
  for (const type of ['input', 'change']) {
    // Not by `new Event`: MooTools replaces the constructor.
    const event = document.createEvent('Event');
    event.initEvent(type, true, false);
    input.dispatchEvent(event);
  }
  return true;
}

/** Submits the form as its button would: with its validation and its `submit` event. */
function runSubmit({form}: SuccessPlace): string | undefined {
  if (!form) return 'found no form around the element. Put it into one, or set form="id".';
  // An input named "requestSubmit" would hide the form's own method.
  HTMLFormElement.prototype.requestSubmit.call(form);
  return undefined;
}

/** Posts the receipt to the opener or the parent of this window, at one origin alone. */
function runNotify(window: Window, value: string, receipt: Receipt): string | undefined {
  const [name, origin = pageOrigin(window)] = value.trim().split(/\s+/);
  if (name !== 'opener' && name !== 'parent') {
    return `is "${value}". Write opener or parent, then its origin if it is not this page's.`;
  }
  if (parseUrl(origin)?.origin !== origin) {
    return `names "${origin}", which is no origin. Write one such as https://site.example.`;
  }
  const target: Window | null = window[name];
  if (!target || target === window) return `found no ${name} of this page.`;
  target.postMessage({type: RECEIPT_MESSAGE_TYPE, receipt: {...receipt}}, origin);
  return undefined;
}

function runClose(window: Window): string | undefined {
  window.close();
  return window.closed ? undefined : 'can close only a window that a script has opened.';
}
