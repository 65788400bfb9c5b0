/** Finds variables that were meant as settings: a mistyped name must not be ignored. */

/** Parts of names that only settings of the endpoint have. */
const SETTING_PREFIXES = /^(?:AGENCY|FAILURES_PER|REQUESTS_PER)_/;

/** Variables of a settings file that other programs read, such as Docker Compose. */
const OTHER_FILE_VARIABLES: ReadonlySet<string> = new Set(['POSTGRES_PASSWORD']);

/**
 * Returns a sentence about a variable that is no setting but was meant as one: any of the settings
 * file, and one of the environment whose name resembles a setting's.
 *
 * @param settings the names of all settings
 */
export function unknownSetting(
  name: string,
  settings: readonly string[],
  isInFile: boolean,
): string | undefined {
  if (settings.includes(name)) return undefined;
  const normalized = name.toUpperCase().replaceAll('-', '_');
  const similar = settings.find(
    (setting) => editDistance(normalized, setting) <= (setting.length < 8 ? 1 : 2),
  );
  if (similar) return `${name} is not a setting. Did you mean ${similar}?`;
  const isMeant = isInFile ? !OTHER_FILE_VARIABLES.has(name) : SETTING_PREFIXES.test(name);
  return isMeant ? `${name} is not a setting. Remove it or correct its name.` : undefined;
}

/** Counts the characters to insert, delete or replace (Levenshtein). */
function editDistance(from: string, to: string): number {
  let row = Array.from({length: to.length + 1}, (_, i) => i);
  for (const [i, character] of from.split('').entries()) {
    const next = [i + 1];
    for (const [j, other] of to.split('').entries()) {
      const replaced = (row[j] ?? 0) + (character === other ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
