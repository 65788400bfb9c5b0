/** Mistakes of the site's developer, and how they are told. */

/** One mistake. */
export interface Problem {
  /** Of which attribute, or another part of the page. */
  readonly attribute: string;
  /** What is wrong and how to mend it, for the console. */
  readonly mend: string;
}

/** Tells each mistake in one line of the console, not in one for each time that it is found. */
export function tellsOnce(): (problem: Problem) => void {
  const told = new Set<string>();
  return ({attribute, mend}) => {
    const line = `<motp-verify> ${attribute} ${mend}`;
    if (told.has(line)) return;
    told.add(line);
    console.error(line);
  };
}
