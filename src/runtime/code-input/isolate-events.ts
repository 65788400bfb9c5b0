/** Isolates the code field from the page's listeners (docs/decisions/0021-field-events-stop-at-the-root.md). */

/** The events of the field that pages cancel, most often at `document`. */
const CANCELED = [
  'paste',
  'copy',
  'cut',
  'keydown',
  'keyup',
  'contextmenu',
  'selectstart',
  'dragstart',
] as const;

/** The keys that the surrounding page needs: Escape closes its dialog, Tab moves the focus in it. */
const PAGE_KEYS: ReadonlySet<string> = new Set(['Escape', 'Tab']);

/**
 * Stops these events at the root when their target is the code field, the widget's own or the site's.
 * Exam pages cancel them, and KWCAG 3.3.3 wants pasting to work. The field's listeners and the slot
 * get the events before; so do the page's listeners in the capture phase, which nothing can stop.
 */
export function isolateInputEvents(root: ShadowRoot): void {
  for (const type of CANCELED) {
    root.addEventListener(type, (event) => {
      const [target] = event.composedPath();
      const isKeyOfPage = event instanceof KeyboardEvent && PAGE_KEYS.has(event.key);
      // By name: an input of another document has another class.
      const isField = (target as Partial<Element> | undefined)?.localName === 'input';
      if (isField && !isKeyOfPage) event.stopPropagation();
    });
  }
}
