/** The maximum length of a server message, in UTF-16 code units. */
const MAX_LENGTH = 300;

/**
 * Returns a server message as one line of plain text, or `undefined` where nothing of it is left. It
 * removes control characters, direction marks and joiners, which could make the text look like
 * something else.
 */
export function sanitizeServerMessage(text: string): string | undefined {
  const line = text
    .replace(/\p{Cf}+/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  const shown = line.length > MAX_LENGTH ? `${line.slice(0, MAX_LENGTH - 1)}…` : line;
  // Drops lone surrogates, the server's own or from the cut.
  return shown.replace(/\p{Cs}+/gu, '') || undefined;
}
