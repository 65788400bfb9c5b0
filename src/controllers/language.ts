/** Follows the nearest `lang` of the page (BCP 47), as it changes; never the browser's language. */
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {languageFor, SOURCE, type Language} from '../locale/index.ts';

/**
 * See the file's head. The browser's own language is no guide: 해외근로자 are Koreans abroad, often
 * at a foreign computer.
 */
export class PageLanguage implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  #observer: MutationObserver | undefined;
  #language: Language = SOURCE;
  #wanted = '';

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  /** The language that is shown: the wanted one once it has arrived, until then the last one. */
  get current(): Language {
    return this.#language;
  }

  hostConnected(): void {
    this.#observer = new MutationObserver(() => this.#follow());
    for (const root of rootsOf(this.#host)) {
      this.#observer.observe(root, {attributeFilter: ['lang'], subtree: true});
    }
    this.#follow();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  #follow(): void {
    const tag = nearestLang(this.#host);
    if (tag === this.#wanted) return;
    this.#wanted = tag;
    const language = languageFor(tag);
    if (!(language instanceof Promise)) return this.#show(language);
    language.then(
      (arrived) => {
        if (this.#wanted === tag) this.#show(arrived);
      },
      // It did not arrive: the last language stays, and the next change of `lang` tries again.
      () => (this.#wanted = ''),
    );
  }

  #show(language: Language): void {
    this.#language = language;
    this.#host.requestUpdate();
  }
}

/** The document or shadow root that holds an element, and those around it. */
function rootsOf(element: Element): readonly Node[] {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? [root, ...rootsOf(root.host)] : [root];
}

function nearestLang(element: Element): string {
  const holder = element.closest('[lang]');
  if (holder) return holder.getAttribute('lang') ?? '';
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? nearestLang(root.host) : '';
}
