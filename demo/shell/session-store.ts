/** Session storage of the demo: values that survive a reload of the page in the same tab. */

const PREFIX = 'motp-verify-demo.';

/** Returns the value that was saved in this tab, or `undefined`. The caller knows its type. */
export function load(key: string): unknown {
  const text = sessionStorage.getItem(PREFIX + key);
  return text === null ? undefined : JSON.parse(text);
}

/** Saves a value, which must be representable as JSON. */
export function save(key: string, value: unknown): void {
  sessionStorage.setItem(PREFIX + key, JSON.stringify(value));
}

/** Deletes everything that the demo has saved. */
export function clear(): void {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
  }
}
