/** Loads the link to the app where the page has its address. */
import {nothing} from 'lit';
import type {CardView} from '../../element/card-view.ts';
import type {FormAssociatedElement} from '../../element/form-associated.ts';
import {renderLink} from '../../element/templates/link.ts';
import type {Messages} from '../../locales/messages.ts';
import {LazyImportController} from '../guide/lazy-import-controller.ts';
import type {AppLink, AppLinkListener} from './app-link.ts';

const loadAppLink = () => import('./app-link.ts');

/** Renders the link once its chunk is loaded. Few pages have one. */
export class AppLinkLoader {
  readonly #element: FormAssociatedElement;
  readonly #listener: AppLinkListener;
  readonly #modules: LazyImportController;
  #link: AppLink | undefined;

  constructor(element: FormAssociatedElement, listener: AppLinkListener) {
    this.#element = element;
    this.#listener = listener;
    this.#modules = new LazyImportController(element);
  }

  /** Renders the link, or nothing without `app-url`. */
  render(messages: Messages, card: CardView): unknown {
    if (!this.#element.appUrl) return nothing;
    const lazy = this.#modules.get(loadAppLink);
    if (lazy.status !== 'complete') return nothing;
    this.#link ??= new lazy.module.AppLink(this.#element, this.#listener, renderLink);
    return this.#link.render(messages, card);
  }
}
