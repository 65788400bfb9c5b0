/** The errors of a site developer. */

/** One error in the configuration. */
export interface ConfigError {
  /** The attribute, or another part of the page. */
  readonly attribute: string;
  /** The mistake and its fix, as they follow the attribute's name in the console. */
  readonly fix: string;
}

/** The longest line; of a longer one, the beginning and the end are printed. */
const MAX_LENGTH = 600;

/** Returns a function that prints each error to the console, once and in one bounded line. */
export function warnOnce(): (error: ConfigError) => void {
  const printed = new Set<string>();
  return ({attribute, fix}) => {
    const text = `<motp-verify> ${attribute} ${fix}`;
    const half = MAX_LENGTH / 2;
    const line =
      text.length > MAX_LENGTH ? `${text.slice(0, half - 1)}…${text.slice(-half)}` : text;
    if (printed.has(line)) return;
    printed.add(line);
    console.error(line);
  };
}
