/** Attributes of the element or of the nearest ancestor that has them, such as `lang`. */
import {isServer, type ReactiveController, type ReactiveControllerHost} from 'lit';

/**
 * Observes such attributes, also through the shadow roots around the element. Owns the observer,
 * which lives while the element is connected.
 */
export class InheritedAttributeController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #names: string[];
  readonly #onChange: () => void;
  #observer: MutationObserver | undefined;

  /**
   * @param onChange called on each connection, and after each change of an attribute in the page
   */
  constructor(host: ReactiveControllerHost & Element, names: string[], onChange: () => void) {
    this.#host = host;
    this.#names = names;
    this.#onChange = onChange;
    host.addController(this);
  }

  /** Returns the nearest value; empty if there is none, and on a server, which has no page. */
  valueOf(name: string): string {
    return isServer ? '' : nearest(this.#host, name);
  }

  hostConnected(): void {
    this.#observer = new MutationObserver(this.#onChange);
    for (const root of rootsOf(this.#host)) {
      this.#observer.observe(root, {attributeFilter: this.#names, subtree: true});
    }
    this.#onChange();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }
}

/** Returns the root of an element and the roots around it. */
function rootsOf(element: Element): readonly Node[] {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? [root, ...rootsOf(root.host)] : [root];
}

function nearest(element: Element, name: string): string {
  const holder = element.closest(`[${name}]`);
  if (holder) return holder.getAttribute(name) ?? '';
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? nearest(root.host, name) : '';
}
