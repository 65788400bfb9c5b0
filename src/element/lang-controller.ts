/** Follows the nearest `lang` of the page (BCP 47), as it changes; never the browser's language. */
import type {ReactiveControllerHost} from 'lit';
import {loadLocale, DEFAULT_LOCALE} from '../locales/index.ts';
import type {LoadedLocale} from '../locales/messages.ts';
import {InheritedAttributeController} from './inherited-attribute-controller.ts';

/**
 * See the file's head. The browser's own language is no guide: 해외근로자 are Koreans abroad, often
 * at a foreign computer.
 */
export class LangController {
  readonly #host: ReactiveControllerHost;
  readonly #lang: InheritedAttributeController;
  #language: LoadedLocale = DEFAULT_LOCALE;
  #wanted = '';

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    this.#lang = new InheritedAttributeController(host, 'lang', () => this.#follow());
  }

  /** The language that is shown: the wanted one once it has arrived, until then the last one. */
  get current(): LoadedLocale {
    return this.#language;
  }

  #follow(): void {
    const tag = this.#lang.value;
    if (tag === this.#wanted) return;
    this.#wanted = tag;
    const locale = loadLocale(tag);
    if (!(locale instanceof Promise)) return this.#show(locale);
    locale.then(
      (arrived) => {
        if (this.#wanted === tag) this.#show(arrived);
      },
      // It did not arrive: the last language stays, and the next change of `lang` tries again.
      () => (this.#wanted = ''),
    );
  }

  #show(locale: LoadedLocale): void {
    this.#language = locale;
    this.#host.requestUpdate();
  }
}
