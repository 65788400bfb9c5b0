/** The languages of the widget. Korean is at hand; the others arrive when they are asked for. */
import {ko} from './ko.ts';
import type {GuideWords, Language, Words} from './words.ts';

/** The language that the widget speaks where the page says nothing, or one that it doesn't know. */
export const SOURCE = {
  tag: 'ko',
  words: ko,
  guide: () => import('./guide/ko.ts').then(({ko: guide}): GuideWords => guide),
} satisfies Language;

/** How a language arrives. */
interface Arriving {
  readonly words: () => Promise<Words>;
  readonly guide: () => Promise<GuideWords>;
}

const ARRIVING: Readonly<Record<string, Arriving>> = {
  en: {
    words: () => import('./en.ts').then(({en}) => en),
    guide: () => import('./guide/en.ts').then(({en}) => en),
  },
};

/**
 * The catalogue for a language tag, by its primary subtag: `en-GB` is served by `en`. At once where
 * it is at hand.
 */
export function languageFor(tag: string): Language | Promise<Language> {
  const primary = tag.toLowerCase().split('-')[0] ?? '';
  const arriving = Object.hasOwn(ARRIVING, primary) ? ARRIVING[primary] : undefined;
  if (!arriving) return SOURCE;
  const {words, guide} = arriving;
  return words().then((arrived) => ({tag: primary, words: arrived, guide}));
}
