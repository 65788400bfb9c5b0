/** Elements that a render removes while they have the focus. */

/**
 * Keeps what has the focus in the page until the focus has moved: a screen reader loses its place with an
 * element that is removed, and the browser takes the page itself for the new place. Owns the methods
 * `remove`, by which Lit removes elements, of the focused element and of what is around it, from
 * {@link start} to {@link end}. Does not move the focus.
 */
export class FocusHold {
  readonly #watched: Element[] = [];
  readonly #removed: Element[] = [];

  /** Whether the render has removed what has the focus. */
  get isRemoved(): boolean {
    return this.#removed.length > 0;
  }

  /** Returns whether an element stays only until the focus has moved. */
  has(element: Element): boolean {
    return this.#removed.some((removed) => removed.contains(element));
  }

  /** Keeps an element of a shadow tree, and all around it, from being removed. Call it before a render. */
  start(focused: Element | null): void {
    this.end();
    for (let element = focused; element; element = element.parentElement) {
      const removed = element;
      this.#watched.push(removed);
      removed.remove = () => void this.#removed.push(removed);
    }
  }

  /** Removes what was to be removed. Call it when the focus has moved. */
  end(): void {
    for (const element of this.#watched) Reflect.deleteProperty(element, 'remove');
    for (const element of this.#removed) element.remove();
    this.#watched.length = 0;
    this.#removed.length = 0;
  }
}
