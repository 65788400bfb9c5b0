/** A page in a real browser, whichever protocol drives it: what a film needs of one. */

/** An element: the first that a selector names and whose text holds a text, if one is given. */
export interface Place {
  /** `a >>> b` looks for `b` in the shadow root of `a`. */
  readonly selector: string;
  readonly text?: string;
}

/** See the file's head. */
export interface DrivenPage {
  readonly goTo: (url: string) => Promise<void>;
  readonly reload: () => Promise<void>;
  /** What a function says inside the page; it may use its arguments, which are plain, and the page. */
  readonly ask: <Args extends readonly unknown[], Said>(
    question: (...args: Args) => Said,
    ...args: Args
  ) => Promise<Said>;
  /** Clicks with a real pointer. */
  readonly click: (place: Place) => Promise<void>;
  /** Types with real keys over whatever stands in a field. */
  readonly type: (place: Place, text: string) => Promise<void>;
  readonly pressEnter: () => Promise<void>;
  /** The window that this one has opened, once its address holds this. */
  readonly popup: (address: string) => Promise<DrivenPage>;
  /** Brings the window before all others. */
  readonly toFront: () => Promise<void>;
}

/** A question to a page as the expression that a protocol carries. */
export function expressionOf<Args extends readonly unknown[]>(
  question: (...args: Args) => unknown,
  args: Args,
): string {
  return `(${String(question)})(...${JSON.stringify(args)})`;
}

/** How long a film waits for what is to come, in ms: the slowest machine of all. */
const PATIENCE_MS = 30_000;

/** How often it looks, in ms. */
const LOOK_MS = 50;

/**
 * Waits until something holds, and says what it is.
 *
 * @throws Error of its own last words where it doesn't hold in time
 */
export async function until<Said>(
  what: string,
  ask: () => Promise<Said>,
): Promise<Exclude<Said, false | null | undefined | ''>> {
  const end = performance.now() + PATIENCE_MS;
  let trouble: unknown;
  while (performance.now() < end) {
    try {
      const said = await ask();
      if (said) return said as Exclude<Said, false | null | undefined | ''>;
      trouble = undefined;
    } catch (error) {
      // Pages come and go while they are asked.
      trouble = error;
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  throw new Error(`Waited in vain: ${what}`, {cause: trouble});
}

/** Where something stands in the window, in CSS px. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The middle of a place, once it is there to be clicked and stays where it is. */
export function steadyPoint({ask}: Pick<DrivenPage, 'ask'>, place: Place): Promise<Point> {
  let before: Point | null = null;
  return until(`${place.selector} ${place.text ?? ''}`, async () => {
    const at = await ask(pointOf, place);
    const isSteady = at?.x === before?.x && at?.y === before?.y;
    before = at;
    return isSteady && at;
  });
}

/** Runs in the page: brings a place into view, and says where its middle is. */
function pointOf({selector, text = ''}: Place): Point | null {
  const parts = selector.split(' >>> ');
  const last = parts.pop() ?? '';
  let roots: (Document | ShadowRoot)[] = [document];
  for (const host of parts) {
    const hosts = roots.flatMap((root) => Array.from(root.querySelectorAll(host)));
    roots = hosts.flatMap(({shadowRoot}) => shadowRoot ?? []);
  }
  const element = roots
    .flatMap((root) => Array.from(root.querySelectorAll(last)))
    .find((one) => one.textContent.includes(text) && one.checkVisibility());
  if (!element || element.matches(':disabled')) return null;
  element.scrollIntoView({block: 'center', behavior: 'instant'});
  const {left, top, width, height} = element.getBoundingClientRect();
  return {x: Math.round(left + width / 2), y: Math.round(top + height / 2)};
}
