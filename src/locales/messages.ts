/** What a catalogue of words is, and how its blanks are filled. */
import type {ko as guide} from './guide/ko.ts';
import type {ko} from './ko.ts';
import type {initial} from './ko/initial.ts';

/**
 * Every message of the widget in one language. Plain texts, so that a site can replace any of them
 * from JSON; a missing entry is a compile error. Korean (`ko.ts`) is the source.
 */
export type Messages = Readonly<Record<keyof typeof ko, string>>;

/** The messages that the first render is made of. */
export type InitialMessages = Pick<Messages, keyof typeof initial>;

/** The first-time guide and the questions in one language; they arrive when they are opened. */
export type GuideMessages = Readonly<Record<keyof typeof guide, string>>;

/** A catalogue and how it is written. */
export interface Locale {
  /** BCP 47. */
  readonly tag: string;
  readonly messages: Messages;
  /** `rtl` for Arabic and its like; otherwise from left to right. */
  readonly dir?: 'ltr' | 'rtl';
  /** The first-time guide and the questions; Korean ones where there are none. */
  readonly guide?: () => Promise<GuideMessages>;
}

/** A language as far as it is there: the rest of the Korean words arrives after the first render. */
export type LoadedLocale = Omit<Locale, 'messages'> & {
  readonly messages: InitialMessages & Partial<Messages>;
};

/**
 * A message cut at its blanks, each filled with a value of that name: what Lit renders as text and
 * nodes, never as markup. A blank without a value stays empty.
 */
export function interpolate(
  text: string,
  values: Readonly<Record<string, unknown>>,
): readonly unknown[] {
  // Cut by a captured group, every second part is a blank's name.
  return text.split(/\{(\w+)\}/).map((part, i) => (i % 2 === 0 ? part : values[part]));
}
