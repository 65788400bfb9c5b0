/** What a catalogue of words is, and how its blanks are filled. */
import type {ko} from './ko.ts';

/**
 * Every message of the widget in one language. Plain texts, so that a site can replace any of them
 * from JSON; a missing entry is a compile error. Korean (`ko.ts`) is the source.
 */
export type Words = Readonly<Record<keyof typeof ko, string>>;

/**
 * A message cut at its blanks, each filled with a value of that name: what Lit renders as text and
 * nodes, never as markup. A blank without a value stays empty.
 */
export function fill(text: string, values: Readonly<Record<string, unknown>>): readonly unknown[] {
  // Cut by a captured group, every second part is a blank's name.
  return text.split(/\{(\w+)\}/).map((part, i) => (i % 2 === 0 ? part : values[part]));
}
