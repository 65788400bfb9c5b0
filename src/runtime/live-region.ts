/** The assertive live region of the card. */
import {tick} from './tick.ts';

/** How long a text stays in a visible page for a screen reader to fetch, in ms. */
const KEPT_MS = 5_000;

/**
 * Says texts through a live region that exists, empty, before anything is said. Owns the region; it is
 * no part of the card's template, so it stays when the form is replaced.
 *
 * The region has no role: Orca reads an empty `alert` as one. It is cleared again, so that nobody who
 * reads the page meets a message twice.
 */
export class LiveRegion {
  #region: HTMLElement | undefined;
  /** Aborts the wait of the last text. */
  #wait = new AbortController();
  #text = '';

  /** Adds the region to the card. */
  attach(card: Element | null): void {
    if (!card || this.#region?.parentNode === card) return;
    const region = card.ownerDocument.createElement('div');
    region.className = 'visually-hidden';
    region.setAttribute('aria-live', 'assertive');
    card.append(region);
    this.#region = region;
  }

  /**
   * Says a text, also if it is the last one again; an empty one ends the text before. Says nothing
   * outside a page, where a timer would only keep the element in memory.
   */
  say(text: string): void {
    const region = this.#region;
    if (!region) return;
    this.#wait.abort();
    region.replaceChildren();
    if (text === '' || !region.isConnected) return;
    // An element of its own: a text that replaces the same text would be no change.
    const line = region.ownerDocument.createElement('p');
    // Orca leaves a text out that is the last one again. It does not say a blank.
    this.#text = text === this.#text ? `${text}\u00a0` : text;
    line.textContent = this.#text;
    region.append(line);
    const {signal} = (this.#wait = new AbortController());
    void tick(KEPT_MS, signal).then(() => signal.aborted || region.replaceChildren());
  }
}
