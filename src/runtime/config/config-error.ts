/** The errors of a site developer. */

/** One error in the configuration. */
export interface ConfigError {
  /** The attribute, or another part of the page. */
  readonly attribute: string;
  /** The mistake and its fix, as they follow the attribute's name in the console. */
  readonly fix: string;
}

/** Returns a function that prints each error to the console, once. */
export function warnOnce(): (error: ConfigError) => void {
  const printed = new Set<string>();
  return ({attribute, fix}) => {
    const line = `<motp-verify> ${attribute} ${fix}`;
    if (printed.has(line)) return;
    printed.add(line);
    console.error(line);
  };
}
