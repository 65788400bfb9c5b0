/** Attributes whose value is one of a few. */
import type {Problem} from './config-error.ts';

/** The first is what is meant where nothing fit was said. */
export type Choices<Choice extends string> = readonly [Choice, ...Choice[]];

/** The choice that an attribute's value names; another value is told, and means the first. */
export function chosen<const Choice extends string>(
  attribute: string,
  said: string,
  choices: Choices<Choice>,
  problems: Problem[],
): Choice {
  const choice = choices.find((each) => each === said);
  if (choice === undefined) {
    problems.push({attribute, mend: `is "${said}". Use one of ${choices.join(', ')}.`});
  }
  return choice ?? choices[0];
}
