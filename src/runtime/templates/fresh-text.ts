/** Texts that change on pages which a browser translates. */
import {Directive, directive} from 'lit/directive.js';

class FreshText extends Directive {
  #text: string | undefined;
  #node: Text | undefined;

  render(text: string): Text {
    if (this.#node && text === this.#text) return this.#node;
    this.#text = text;
    return (this.#node = document.createTextNode(text));
  }
}

/**
 * Renders a text into a new node whenever it changes. A translator replaces the node by its own
 * elements: Lit would go on to change the replaced one, which nobody sees.
 */
export const freshText = directive(FreshText);
