/** Scrolls what has happened into view: the message together with the field, or the panel. */

/** Free space around what is revealed, in px. */
const MARGIN = 12;

/** From the top of one element to the bottom of another. */
type Span = readonly [start: HTMLElement, end: Element];

/**
 * Scrolls the page as little as needed, so that the message and the field are visible together. Does
 * nothing if they are.
 */
export function reveal(root: ParentNode): void {
  const {height, covered} = visibleArea();
  const spans = spansOf(root);
  const fitting = spans.find(([start, end]) => spanHeight(start, end) + 2 * MARGIN <= height);
  const span = fitting ?? spans.at(-1);
  if (!span) return;
  const [start, end] = span;
  const below = end.getBoundingClientRect().bottom - start.getBoundingClientRect().bottom;
  start.style.scrollMarginBlock = `${MARGIN}px ${below + MARGIN + covered}px`;
  // At once: a key or a focus would interrupt a smooth scroll, and the message would stay out of sight.
  start.scrollIntoView({block: fitting ? 'nearest' : 'start', behavior: 'instant'});
}

/** Returns what should be visible together, from the most to the least. */
function spansOf(root: ParentNode): readonly Span[] {
  const find = (selector: string): HTMLElement | null => root.querySelector(selector);
  const panel = find('.panel');
  if (panel)
    return [
      [panel, panel],
      [panel, panel.querySelector('a, button') ?? panel],
    ];
  const [form, notice, field] = [find('[part=form]'), find('#notice'), find('slot[name=code]')];
  const row = field?.parentElement;
  if (!form || !notice || !row) return [];
  return [
    [form, row],
    [notice, row],
    [notice, row.querySelector('input') ?? row],
  ];
}

function spanHeight(start: Element, end: Element): number {
  return end.getBoundingClientRect().bottom - start.getBoundingClientRect().top;
}

/**
 * Returns the height of the page that the trainee sees, and how much of its end a keyboard covers. A
 * phone's keyboard covers the page without resizing it. A zoomed page follows by itself.
 */
function visibleArea(): {readonly height: number; readonly covered: number} {
  const {innerHeight, visualViewport: view} = window;
  if (!view || view.scale > 1) return {height: innerHeight, covered: 0};
  return {height: view.height, covered: Math.max(0, innerHeight - view.offsetTop - view.height)};
}
