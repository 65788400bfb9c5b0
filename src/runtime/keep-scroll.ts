/** The scroll position while a part of the card is replaced. */

/**
 * Saves where an element and everything around it are scrolled to.
 *
 * @returns a function that scrolls back at once what was scrolled since
 */
export function keepScroll(element: Element): () => void {
  const {scrollTop: top} = element;
  const around = element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host;
  const restoreAround = around && keepScroll(around);
  return () => {
    restoreAround?.();
    if (element.scrollTop !== top) element.scrollTo({top, behavior: 'instant'});
  };
}
