import type {guide} from './guide/ko.ts';
import type {ko} from './ko.ts';
import type {initial} from './ko/initial.ts';

/**
 * All messages of the widget in one language. They are plain text, so that a site can replace them
 * with JSON. Korean (`ko.ts`) is the source; a missing translation is a compile error.
 */
export type Messages = Readonly<Record<keyof typeof ko, string>>;

/** The messages of the first render. */
export type InitialMessages = Pick<Messages, keyof typeof initial>;

/** The messages of the first-time guide and the questions, which load when they are opened. */
export type GuideMessages = Readonly<Record<keyof typeof guide, string>>;

/** A language with its messages. */
export interface Locale {
  /** The language tag (BCP 47). */
  readonly tag: string;
  readonly messages: Messages;
  /** The writing direction, by default `ltr`. */
  readonly dir?: 'ltr' | 'rtl';
  /** Loads the guide's messages. Without it, the guide is in Korean. */
  readonly guide?: () => Promise<GuideMessages>;
}

/** A locale that has its initial messages, and the others once they are loaded. */
export type LoadedLocale = Omit<Locale, 'messages'> & {
  readonly messages: InitialMessages & Partial<Messages>;
};

/**
 * Splits a message at its placeholders (`{name}`) and replaces each with the value of that name. Lit
 * renders the parts as text and nodes, never as markup. A placeholder without a value is empty.
 */
export function interpolate(
  text: string,
  values: Readonly<Record<string, unknown>>,
): readonly unknown[] {
  // The regular expression has a group, so every second part is a placeholder's name.
  return text.split(/\{(\w+)\}/).map((part, i) => (i % 2 === 0 ? part : values[part]));
}
