/** A scene of the screen reader, and the steps that scenes share. */
import type {Listener, Outcome} from './listener.ts';
import type {Site} from './site.ts';

/** A scene: one page, and what is done on it. */
export interface Scene {
  /** The name of its transcript. */
  readonly name: string;
  readonly title: string;
  readonly lang?: string;
  /** The widget's attributes besides those of every scene. */
  readonly attributes?: string;
  /** The failures before the page is opened; 0 if not set. */
  readonly failures?: number;
  readonly play: (listener: Listener, site: Site) => Promise<void>;
  /** Whether the runtime chunk arrives only when the scene releases it. */
  readonly holdsRuntime?: true;
}

/** The paragraph after the widget. */
export const END = '—';

/** More lines and controls than the widget has. */
const MAX_LINES = 150;
const MAX_CONTROLS = 30;

/** Codes that the endpoint does not accept. */
export const WRONG = ['900000', '911111', '922222', '933333', '944444'] as const;

/** A code that it accepts. */
export const RIGHT = '123456';

/** Moves to the top of the page, from its end: what Orca says depends on where it was. */
export async function goesToTop(listener: Listener): Promise<void> {
  await listener.presses('ctrl+End');
  listener.steps.pop();
  await listener.presses('ctrl+Home');
}

/** Reads on line by line, until a text is spoken. */
export async function readsUntil(listener: Listener, text: string): Promise<void> {
  for (let i = 0; i < MAX_LINES; i++) {
    const spoken = await listener.presses('Down');
    if (spoken.some((line) => line.includes(text))) return;
  }
  throw new Error(`“${text}” was not read.`);
}

/** Moves the focus from one control to the next until it is on the first that a selector finds. */
export async function tabsTo(listener: Listener, selector: string): Promise<void> {
  for (let i = 0; i < MAX_CONTROLS; i++) {
    if (await listener.hasFocus(selector)) return;
    await listener.presses('Tab');
  }
  throw new Error(`${selector} was not reached.`);
}

/** Starts a scene with the focus in the field; what is spoken then is in `ready-by-tab`. */
export async function startsInField(listener: Listener): Promise<void> {
  await listener.focusesField();
  listener.steps.length = 0;
}

/**
 * Types a code and submits it, hears the progress, and then the outcome.
 *
 * @param send how it is submitted, until it is sent; by Enter if not given
 */
export async function submits(
  listener: Listener,
  site: Site,
  code: string,
  outcome: Outcome,
  send: () => Promise<unknown> = () => listener.presses('Return', {status: 'sending'}),
): Promise<void> {
  site.answers.hold();
  await listener.types(code);
  await send();
  await listener.passesSecond();
  await listener.does('the answer arrives', () => site.answers.release(), outcome);
}
