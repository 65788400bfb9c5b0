/** The locale of the element. */
import {DEFAULT_LOCALE, loadLocale} from '../locales/index.ts';
import type {LoadedLocale} from '../locales/messages.ts';

/**
 * Loads the locale for the language of the page. The browser's language is ignored: 해외근로자 are Koreans
 * abroad, often at a foreign computer.
 */
export class LocaleLoader {
  readonly #onChange: () => void;
  #locale: LoadedLocale = DEFAULT_LOCALE;
  #wanted = '';

  /** @param onChange called when another locale is in force */
  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** The locale in force: the wanted one once it is loaded, until then the one before. */
  get locale(): LoadedLocale {
    return this.#locale;
  }

  /** Loads the locale for a language tag (BCP 47), unless it is wanted already. */
  follow(tag: string): void {
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
