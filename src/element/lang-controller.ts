/** The language of the page. */
import type {ReactiveControllerHost} from 'lit';
import {DEFAULT_LOCALE, loadLocale} from '../locales/index.ts';
import type {LoadedLocale} from '../locales/messages.ts';
import {InheritedAttributeController} from './inherited-attribute-controller.ts';

/**
 * Follows the nearest `lang` (BCP 47) around the element and loads its locale. The browser's language
 * is ignored: 해외근로자 are Koreans abroad, often at a foreign computer.
 */
export class LangController {
  readonly #onChange: () => void;
  readonly #lang: InheritedAttributeController;
  #locale: LoadedLocale = DEFAULT_LOCALE;
  #wanted = '';

  /** @param onChange called when another locale is in force */
  constructor(host: ReactiveControllerHost & Element, onChange: () => void) {
    this.#onChange = onChange;
    this.#lang = new InheritedAttributeController(host, 'lang', () => this.#follow());
  }

  /** The locale in force: the wanted one once it is loaded, until then the one before. */
  get locale(): LoadedLocale {
    return this.#locale;
  }

  #follow(): void {
    const tag = this.#lang.value;
    if (tag === this.#wanted) return;
    this.#wanted = tag;
    const locale = loadLocale(tag);
    if (!(locale instanceof Promise)) return this.#setLocale(locale);
    locale.then(
      (loaded) => {
        if (this.#wanted === tag) this.#setLocale(loaded);
      },
      // The locale in force stays; the next change of `lang` tries again.
      () => (this.#wanted = ''),
    );
  }

  #setLocale(locale: LoadedLocale): void {
    if (locale === this.#locale) return;
    this.#locale = locale;
    this.#onChange();
  }
}
