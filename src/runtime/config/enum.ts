/** Attributes whose value is one of a few. */
import type {ConfigError} from './config-error.ts';

/** The first is what is meant where nothing fit was said. */
export type EnumValues<Choice extends string> = readonly [Choice, ...Choice[]];

/** The choice that an attribute's value names; another value is told, and means the first. */
export function parseEnum<const Choice extends string>(
  attribute: string,
  said: string,
  choices: EnumValues<Choice>,
  errors: ConfigError[],
): Choice {
  const choice = choices.find((each) => each === said);
  if (choice === undefined) {
    errors.push({attribute, fix: `is "${said}". Use one of ${choices.join(', ')}.`});
  }
  return choice ?? choices[0];
}
