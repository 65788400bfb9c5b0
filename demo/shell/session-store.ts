/** What the parties of the demo keep over a reload of the page, each under its own name. */

const PREFIX = 'motp-verify-demo.';

/** What was kept under a name in this tab, or `undefined`; whoever kept it knows what it is. */
export function load(name: string): unknown {
  const text = sessionStorage.getItem(PREFIX + name);
  return text === null ? undefined : JSON.parse(text);
}

/** Keeps something under a name. */
export function save(name: string, value: unknown): void {
  sessionStorage.setItem(PREFIX + name, JSON.stringify(value));
}

/** Everything begins anew. */
export function clear(): void {
  for (const name of Object.keys(sessionStorage)) {
    if (name.startsWith(PREFIX)) sessionStorage.removeItem(name);
  }
}
