/** Follows what the page says by an attribute on the element or the nearest element around it. */
import {isServer, type ReactiveController, type ReactiveControllerHost} from 'lit';

/** See the file's head: as it changes, and through the shadow roots that the element stands in. */
export class InheritedAttributeController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #name: string;
  readonly #onChange: () => void;
  #observer: MutationObserver | undefined;

  /**
   * @param onChange told at each start, and after each change of such an attribute in the page
   */
  constructor(host: ReactiveControllerHost & Element, name: string, onChange: () => void) {
    this.#host = host;
    this.#name = name;
    this.#onChange = onChange;
    host.addController(this);
  }

  /** The nearest value; empty where there is none, and on a server, which has no page around. */
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

/** The document or shadow root that holds an element, and those around it. */
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
