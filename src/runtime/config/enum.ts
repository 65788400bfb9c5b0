/** Enumerated attributes (HTML). */
import type {ConfigError} from './config-error.ts';

/** The keywords of an attribute; the first is the invalid value default. */
export type Keywords<Keyword extends string> = readonly [Keyword, ...Keyword[]];

/** Returns the matching keyword; for any other value, adds an error and returns the first. */
export function parseEnum<const Keyword extends string>(
  attribute: string,
  value: NoInfer<Keyword>,
  keywords: Keywords<Keyword>,
  errors: ConfigError[],
): Keyword {
  const keyword = keywords.find((each) => each === value);
  if (keyword === undefined) {
    errors.push({attribute, fix: `is "${value}". Use one of ${keywords.join(', ')}.`});
  }
  return keyword ?? keywords[0];
}
