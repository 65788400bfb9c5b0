/** What drives a page for tests: the page itself, puppeteer, or WebDriver. */
import type {MotpVerify} from '../../src/motp-verify.ts';
import {WAIT_TIMEOUT_MS} from './timeouts.ts';

/** An element that tests can see: the first match that contains a text, if one is given. */
export interface Place {
  /** `a >>> b` finds `b` in the shadow root of `a`. Of several selectors, the first match counts. */
  readonly selector: string | readonly string[];
  readonly text?: string;
}

/** A point of the viewport, in CSS px. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Real input and evaluation in one page. {@link TraineePage} builds on it. */
export interface PageDriver {
  /** How long tests wait for a condition, in ms. */
  readonly timeoutMs: number;
  /** Calls a function in the page. It can use only its arguments, which must be JSON, and globals. */
  readonly evaluate: <Args extends readonly unknown[], Result>(
    fn: (...args: Args) => Result,
    ...args: Args
  ) => Promise<Awaited<Result>>;
  /**
   * Calls such a function with a widget.
   *
   * @param selector finds the widget, in same-origin frames too
   */
  readonly evaluateWidget: <Args extends readonly unknown[], Result>(
    selector: string,
    fn: (widget: MotpVerify, ...args: Args) => Result,
    ...args: Args
  ) => Promise<Awaited<Result>>;
  /** Waits for an element, then clicks its middle with a real pointer. */
  readonly click: (place: Place, count?: number) => Promise<void>;
  /** Clicks a text field, then types over its content. */
  readonly fillIn: (place: Place, text: string) => Promise<void>;
  /** Types with real keys into the element that has the focus. */
  readonly type: (text: string) => Promise<void>;
  /** Presses one real key. */
  readonly press: (key: string) => Promise<void>;
}

/** How often a condition is checked, in ms. */
const POLL_MS = 25;

/**
 * Waits until a function returns a truthy value, and returns that value.
 *
 * @param what completes the message `Timed out waiting for …`
 * @throws Error after the timeout
 */
export async function waitFor<Result>(
  fn: () => Result | Promise<Result>,
  what: string,
  timeoutMs = WAIT_TIMEOUT_MS,
): Promise<Exclude<Result, false | null | undefined | ''>> {
  const end = performance.now() + timeoutMs;
  let lastError: unknown;
  do {
    try {
      const result = await fn();
      if (result) return result as Exclude<Result, false | null | undefined | ''>;
      lastError = undefined;
    } catch (error) {
      // The page can navigate while a function is evaluated in it.
      lastError = error;
    }
    await pause();
  } while (performance.now() < end);
  throw new Error(`Timed out waiting for ${what}`, {cause: lastError});
}

/** How often a click looks whether its press has arrived: WebKit delivers it a frame or more late. */
const MAX_LOOKS = 10;

/**
 * Clicks the middle of an element: again if something else got the press, since on a busy machine a late
 * layout can move the element away just before it.
 *
 * @param press clicks a point
 * @throws Error after the timeout
 */
export async function clickPlace(
  driver: Pick<PageDriver, 'evaluate' | 'timeoutMs'>,
  place: Place,
  press: (point: Point) => Promise<void>,
): Promise<void> {
  const end = performance.now() + driver.timeoutMs;
  do {
    await press(await waitForPoint(driver, place));
    let hasHit: boolean | undefined;
    for (let i = 0; i < MAX_LOOKS && hasHit === undefined; i++) {
      if (i > 0) await pause();
      // The click may have closed or left the page.
      hasHit = await driver.evaluate(hasHitElement).catch(() => true);
    }
    if (hasHit !== false) return;
  } while (performance.now() < end);
  throw new Error(`Something else is in the place of ${formatPlace(place)}`);
}

/** Waits until an element is visible, enabled and no longer moves; returns its middle. */
export function waitForPoint(driver: Pick<PageDriver, 'evaluate'>, place: Place): Promise<Point> {
  let previous: Point | null = null;
  return waitFor(async () => {
    const point = await driver.evaluate(scrollToPoint, place);
    const isSteady = point?.x === previous?.x && point?.y === previous?.y;
    previous = point;
    return isSteady && point;
  }, formatPlace(place));
}

function formatPlace({selector, text = ''}: Place): string {
  return `${String(selector)} ${text}`.trim();
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, POLL_MS));
}

/** The element that is about to be clicked. Kept by the page's window, under a symbol. */
interface ClickWatch {
  element: Element;
  /** Whether the press has reached the element; `undefined` before the press. */
  hasHit: boolean | undefined;
}

/** Returns whether the last press has reached its element, if one has arrived. Runs in the page. */
function hasHitElement(): boolean | undefined {
  const watch = Reflect.get(window, Symbol.for('test.click')) as ClickWatch | undefined;
  return watch?.hasHit;
}

/** Finds the widget of a page or of one of its same-origin frames. Runs in the page. */
export function findWidget(selector: string): Element {
  const documents = [document];
  for (const one of documents) {
    const widget = one.querySelector(selector);
    if (widget) return widget;
    for (const frame of one.querySelectorAll<HTMLIFrameElement>('iframe, frame')) {
      if (frame.contentDocument) documents.push(frame.contentDocument);
    }
  }
  throw new Error(`The page has no ${selector}.`);
}

/**
 * Scrolls an element into view, and watches for a press on it; returns its middle in this document's
 * viewport. Runs in the page.
 */
function scrollToPoint({selector, text = ''}: Place): Point | null {
  const documents = [document];
  for (const one of documents) {
    for (const frame of one.querySelectorAll<HTMLIFrameElement>('iframe, frame')) {
      if (frame.contentDocument) documents.push(frame.contentDocument);
    }
  }
  const matches = [selector].flat().flatMap((path) => {
    let roots: (Document | ShadowRoot)[] = documents;
    const parts = path.split(' >>> ');
    const last = parts.pop() ?? '';
    for (const host of parts) {
      const hosts = roots.flatMap((root) => Array.from(root.querySelectorAll(host)));
      roots = hosts.flatMap(({shadowRoot}) => shadowRoot ?? []);
    }
    return roots.flatMap((root) => Array.from(root.querySelectorAll(last)));
  });
  const element = matches.find((one) => one.textContent.includes(text) && one.checkVisibility());
  if (!element || element.matches(':disabled')) return null;
  element.scrollIntoView({block: 'center', behavior: 'instant'});
  const key = Symbol.for('test.click');
  const view = element.ownerDocument.defaultView ?? window;
  if (!Reflect.has(view, key)) {
    const onPress = (event: Event): void => {
      const watch = Reflect.get(window, key) as ClickWatch;
      watch.hasHit = event.composedPath().includes(watch.element);
    };
    view.addEventListener('pointerdown', onPress, {capture: true});
    Reflect.set(view, key, {});
  }
  Reflect.set(window, key, {element, hasHit: undefined} satisfies ClickWatch);
  const {left, top, width, height} = element.getBoundingClientRect();
  let [x, y] = [left + width / 2, top + height / 2];
  let {ownerDocument: inner} = element;
  while (inner !== document) {
    const frame = inner.defaultView?.frameElement;
    if (!frame) break;
    const box = frame.getBoundingClientRect();
    x += box.left + frame.clientLeft;
    y += box.top + frame.clientTop;
    inner = frame.ownerDocument;
  }
  return {x: Math.round(x), y: Math.round(y)};
}
