/** The site's content in the slots of the element. */
import {isServer} from 'lit';

/** Returns whether the site fills a slot; on a server, which has no page, `false`. */
export function hasSlottedContent(element: HTMLElement, slot: string): boolean {
  return !isServer && element.querySelector(`:scope > [slot=${slot}]`) !== null;
}

/** Finds the input that takes the code: the widget's own, or the site's in the slot `code`. */
export function findCodeInput({shadowRoot}: Element): HTMLInputElement | undefined {
  const slot = shadowRoot?.querySelector<HTMLSlotElement>('slot[name=code]');
  for (const element of slot?.assignedElements({flatten: true}) ?? []) {
    const input = isInput(element) ? element : element.querySelector('input');
    if (input) return input;
  }
  return undefined;
}

/** Compares tag names: in another document, inputs are of another class. */
function isInput(element: Element): element is HTMLInputElement {
  return element.localName === 'input';
}
