/** The site's content in the element, which can change at any time. */

/**
 * Calls back when the site adds or removes content, moves it to another slot, or the parser has reached
 * the end of the document: a classic script in the head runs before the content is parsed. Owns the
 * observer, which lives while the element is connected.
 */
export class ContentController {
  readonly #host: HTMLElement;
  readonly #onChange: () => void;

  constructor(host: HTMLElement, onChange: () => void) {
    this.#host = host;
    this.#onChange = onChange;
  }

  /** Whether the parser is still at work, so that what is missing may be yet to come. */
  get isParsing(): boolean {
    return this.#host.ownerDocument.readyState === 'loading';
  }

  /** Observes the content until the signal aborts. */
  connect(signal: AbortSignal): void {
    const observer = new MutationObserver(this.#onChange);
    observer.observe(this.#host, {childList: true, subtree: true, attributeFilter: ['slot']});
    signal.addEventListener('abort', () => observer.disconnect());
    if (this.isParsing) {
      this.#host.ownerDocument.addEventListener('DOMContentLoaded', this.#onChange, {signal});
    }
  }
}
