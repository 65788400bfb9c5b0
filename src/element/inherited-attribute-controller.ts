/** An attribute of the element or of the nearest ancestor that has it, such as `lang`. */
import {isServer, type ReactiveController, type ReactiveControllerHost} from 'lit';

/**
 * Observes such an attribute, also through the shadow roots around the element. Owns the observer,
 * which lives while the element is connected.
 */
export class InheritedAttributeController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #name: string;
  readonly #onChange: () => void;
  #observer: MutationObserver | undefined;

  /**
   * @param onChange called on each connection, and after each change of the attribute in the page
   */
  constructor(host: ReactiveControllerHost & Element, name: string, onChange: () => void) {
    this.#host = host;
    this.#name = name;
    this.#onChange = onChange;
    host.addController(this);
  }

  /** The nearest value; empty if there is none, and on a server, which has no page. */
  get value(): string {
    return isServer ? '' : nearest(this.#host, this.#name);
  }

  hostConnected(): void {
    this.#observer = new MutationObserver(this.#onChange);
    for (const root of rootsOf(this.#host)) {
      this.#observer.observe(root, {attributeFilter: [this.#name], subtree: true});
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
