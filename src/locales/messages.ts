/** What a catalogue of words is, and how its blanks are filled. */
import type {ko as guide} from './guide/ko.ts';
import type {ko} from './ko.ts';
import type {first} from './ko/initial.ts';

/**
 * Every message of the widget in one language. Plain texts, so that a site can replace any of them
 * from JSON; a missing entry is a compile error. Korean (`ko.ts`) is the source.
 */
export type Words = Readonly<Record<keyof typeof ko, string>>;

/** The messages that the first render is made of. */
export type FirstWords = Pick<Words, keyof typeof first>;

/** The first-time guide and the questions in one language; they arrive when they are opened. */
export type GuideWords = Readonly<Record<keyof typeof guide, string>>;

/** A catalogue and how it is written. */
export interface Language {
  /** BCP 47. */
  readonly tag: string;
  readonly words: Words;
  /** `rtl` for Arabic and its like; otherwise from left to right. */
  readonly dir?: 'ltr' | 'rtl';
  /** The first-time guide and the questions; Korean ones where there are none. */
  readonly guide?: () => Promise<GuideWords>;
}

/** A language as far as it is there: the rest of the Korean words arrives after the first render. */
export type ShownLanguage = Omit<Language, 'words'> & {
  readonly words: FirstWords & Partial<Words>;
};

/**
 * A message cut at its blanks, each filled with a value of that name: what Lit renders as text and
 * nodes, never as markup. A blank without a value stays empty.
 */
export function fill(text: string, values: Readonly<Record<string, unknown>>): readonly unknown[] {
  // Cut by a captured group, every second part is a blank's name.
  return text.split(/\{(\w+)\}/).map((part, i) => (i % 2 === 0 ? part : values[part]));
}
