/**
 * What a page of this trade wants done after success, beside the event. Each does its work or says in
 * one line why it could not; none keeps another from doing its own.
 */
import type {ConfigError} from '../config/config-error.ts';
import type {Receipt} from '../../core/contract.ts';

/** What the element's attributes ask for. */
export interface SuccessActions {
  readonly onVerified: string;
  readonly fillInputs: string;
  readonly submitForm: boolean;
  readonly notifyWindow: string;
  readonly closeWindow: boolean;
  /** The form around the element. */
  readonly form: HTMLFormElement | null;
  readonly document: Document;
}

/** The `type` of the message to opener or parent. */
export const MESSAGE_TYPE = 'motp-verified';

/** The values of a receipt that can be filled into an input. */
const FIELDS = ['verificationId', 'verifiedAt', 'expiresAt'] as const;

/** An action that was declared, by its attribute. */
type Action = readonly [attribute: string, isWanted: boolean, act: () => string | undefined];

/** Does what is asked for, in this order; returns what could not be done. */
export function runSuccessActions(
  wanted: SuccessActions,
  receipt: Receipt,
): readonly ConfigError[] {
  const {onVerified, fillInputs, submitForm, notifyWindow, closeWindow, form, document} = wanted;
  const window = document.defaultView ?? globalThis.window;
  const actions: readonly Action[] = [
    ['on-verified', onVerified !== '', () => call(window, onVerified, receipt)],
    ['fill-inputs', fillInputs !== '', () => fillIn(document, form, fillInputs, receipt)],
    ['submit-form', submitForm, () => submit(form)],
    ['notify-window', notifyWindow !== '', () => post(window, notifyWindow, receipt)],
    ['close-window', closeWindow, () => close(window)],
  ];
  const errors: ConfigError[] = [];
  for (const [attribute, isWanted, act] of actions) {
    const fix = isWanted ? attempted(act) : undefined;
    if (fix !== undefined) errors.push({attribute, fix});
  }
  return errors;
}

function attempted(act: () => string | undefined): string | undefined {
  try {
    return act();
  } catch (error) {
    return `could not be done: ${String(error)}`;
  }
}

/** A global function by its dotted path, called as a method of what holds it. */
function call(window: Window, path: string, receipt: Receipt): string | undefined {
  let holder: unknown;
  let found: unknown = window;
  for (const name of path.trim().split('.')) {
    holder = found;
    found = (holder as Readonly<Record<string, unknown>> | null | undefined)?.[name];
  }
  if (typeof found !== 'function') {
    return `is "${path}", but there is no such global function. Define it before success.`;
  }
  found.call(holder, {...receipt});
  return undefined;
}

/**
 * Fills inputs: a list such as `motpId, motpTime: verifiedAt, #receipt`, each the name of an input
 * (in the form around, or else in the page) or its id, and which value of the receipt.
 */
function fillIn(
  document: Document,
  form: HTMLFormElement | null,
  list: string,
  receipt: Receipt,
): string | undefined {
  const missed = list.split(',').filter((entry) => !fillOne(document, form, entry, receipt));
  if (missed.length === 0) return undefined;
  return `names "${missed.join(',').trim()}", but there is no such input or value. Write name or #id, then where needed ": " and one of ${FIELDS.join(', ')}.`;
}

function fillOne(
  document: Document,
  form: HTMLFormElement | null,
  entry: string,
  receipt: Receipt,
): boolean {
  const [target = '', wanted = FIELDS[0]] = entry.split(':').map((part) => part.trim());
  const field = FIELDS.find((name) => name === wanted);
  const inputs = [...document.querySelectorAll('input, textarea, select')].filter(isFillable);
  const input = inputs.find((one) =>
    target.startsWith('#')
      ? one.id === target.slice(1)
      : one.name === target && (form === null || one.form === form),
  );
  if (!input || !field) return false;
  input.value = String(receipt[field] ?? '');
  for (const type of ['input', 'change']) input.dispatchEvent(new Event(type, {bubbles: true}));
  return true;
}

/** What can be filled with a text. */
type Fillable = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function isFillable(element: Element): element is Fillable {
  return element.matches('input:not([type=file]), textarea, select');
}

/** As if its button were pressed: `onsubmit` and the browser's validation have their say. */
function submit(form: HTMLFormElement | null): string | undefined {
  if (!form) return 'finds no form around the element. Put it into one, or name one by form="id".';
  // By the prototype's own: an input named "submit" would stand in the form's place of it.
  HTMLFormElement.prototype.requestSubmit.call(form);
  return undefined;
}

/** Tells the window that opened this one, or the page around this frame: there and nowhere else. */
function post(window: Window, to: string, receipt: Receipt): string | undefined {
  const [whom = '', origin = window.origin] = to.trim().split(/\s+/);
  if (whom !== 'opener' && whom !== 'parent') {
    return `is "${to}". Write opener or parent, then where it isn't this page's own its origin.`;
  }
  if (URL.parse?.(origin)?.origin !== origin) {
    return `names "${origin}", which is no origin. Write one such as https://site.example.`;
  }
  const target: Window | null = whom === 'opener' ? window.opener : window.parent;
  if (!target || target === window) return `finds no ${whom} of this page.`;
  target.postMessage({type: MESSAGE_TYPE, receipt: {...receipt}}, origin);
  return undefined;
}

function close(window: Window): string | undefined {
  window.close();
  return window.closed ? undefined : 'can close only a window that a script has opened.';
}
