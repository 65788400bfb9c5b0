/** The languages of the widget. Korean is at hand; the others arrive when they are asked for. */
import {ko} from './ko.ts';
import type {Words} from './words.ts';

/** The language that the widget speaks where the page says nothing, or one that it doesn't know. */
export const SOURCE: Language = {tag: 'ko', words: ko};

/** A catalogue and the language tag (BCP 47) under which it is shown. */
export interface Language {
  readonly tag: string;
  readonly words: Words;
}

const ARRIVING: Readonly<Record<string, () => Promise<Words>>> = {
  en: () => import('./en.ts').then(({en}) => en),
};

/**
 * The catalogue for a language tag, by its primary subtag: `en-GB` is served by `en`. At once where
 * it is at hand.
 */
export function languageFor(tag: string): Language | Promise<Language> {
  const primary = tag.toLowerCase().split('-')[0] ?? '';
  const arrive = Object.hasOwn(ARRIVING, primary) ? ARRIVING[primary] : undefined;
  return arrive ? arrive().then((words) => ({tag: primary, words})) : SOURCE;
}
