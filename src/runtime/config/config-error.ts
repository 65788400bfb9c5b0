/** Mistakes of the site's developer, and how they are told. */

/** One mistake. */
export interface ConfigError {
  /** Of which attribute, or another part of the page. */
  readonly attribute: string;
  /** What is wrong and how to mend it, for the console. */
  readonly fix: string;
}

/** Tells each mistake in one line of the console, not in one for each time that it is found. */
export function warnOnce(): (error: ConfigError) => void {
  const told = new Set<string>();
  return ({attribute, fix}) => {
    const line = `<motp-verify> ${attribute} ${fix}`;
    if (told.has(line)) return;
    told.add(line);
    console.error(line);
  };
}
