/** What an endpoint says in words of its own, made fit to stand beside ours. */

/** How much of it is shown, in UTF-16 units: longer than any message of a person's. */
const MAX_LENGTH = 300;

/**
 * The text in one line, without what is not seen and could make it look like something else: control
 * characters, marks of writing direction, joiners. It is text and nothing more: never markup.
 *
 * @returns `undefined` where nothing of it is left
 */
export function sanitizeServerMessage(text: string): string | undefined {
  const line = text
    .replace(/\p{Cf}+/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  const shown = line.length > MAX_LENGTH ? `${line.slice(0, MAX_LENGTH - 1)}…` : line;
  // Half a character is none, be it the server's or of our cut.
  return shown.replace(/\p{Cs}+/gu, '') || undefined;
}
