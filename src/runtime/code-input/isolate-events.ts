/**
 * Keeps the page's own hands off the code field: exam pages cancel paste, copy, keys and the context
 * menu at `document`, and a code would have to be typed blind (KWCAG 3.3.3 wants pasting to work).
 */

/** What such pages cancel. */
const CANCELLED = [
  'paste',
  'copy',
  'cut',
  'keydown',
  'keyup',
  'contextmenu',
  'selectstart',
  'dragstart',
] as const;

/** What a page around lives by: a dialog closes by Escape, and keeps the focus by Tab. */
const PASSING: ReadonlySet<string> = new Set(['Escape', 'Tab']);

/**
 * Stops these events at the root when they come from a code field: the widget's own, or the site's in
 * its slot. They have then passed the field with its own listeners, and the slot. Listeners that
 * catch events on their way down come before, and can't be stopped.
 */
export function isolateInputEvents(root: ShadowRoot): void {
  for (const type of CANCELLED) {
    root.addEventListener(type, (event) => {
      const [target] = event.composedPath();
      const isKeyOfPage = event instanceof KeyboardEvent && PASSING.has(event.key);
      // By its name: in another document, inputs are of another class.
      const isField = (target as Partial<Element> | undefined)?.localName === 'input';
      if (isField && !isKeyOfPage) event.stopPropagation();
    });
  }
}
