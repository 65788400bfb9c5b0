/** Follows the nearest `lang` of the page (BCP 47), as it changes; never the browser's language. */
import type {ReactiveControllerHost} from 'lit';
import {languageFor, SOURCE} from '../locales/index.ts';
import type {ShownLanguage} from '../locales/messages.ts';
import {NearestAttribute} from './inherited-attribute-controller.ts';

/**
 * See the file's head. The browser's own language is no guide: 해외근로자 are Koreans abroad, often
 * at a foreign computer.
 */
export class PageLanguage {
  readonly #host: ReactiveControllerHost;
  readonly #lang: NearestAttribute;
  #language: ShownLanguage = SOURCE;
  #wanted = '';

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    this.#lang = new NearestAttribute(host, 'lang', () => this.#follow());
  }

  /** The language that is shown: the wanted one once it has arrived, until then the last one. */
  get current(): ShownLanguage {
    return this.#language;
  }

  #follow(): void {
    const tag = this.#lang.value;
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

  #show(language: ShownLanguage): void {
    this.#language = language;
    this.#host.requestUpdate();
  }
}
