/** Reads an answer's body with a limit, so that an endless one can't fill a phone's memory. */

/** The most that is read of an answer, in bytes; the contract's answers have a few hundred. */
export const BODY_LIMIT = 64 * 1024;

/**
 * An answer's body as text (UTF-8, a byte order mark dropped).
 *
 * @throws SyntaxError where the body is longer than {@link BODY_LIMIT}: no answer is; and whatever
 * `fetch` throws where the connection breaks in mid-body
 */
export async function boundedText(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  for (;;) {
    const {done, value} = await reader.read();
    if (done) return text + decoder.decode();
    length += value.length;
    if (length > BODY_LIMIT) {
      await reader.cancel();
      throw new SyntaxError('The answer is longer than any answer of the contract.');
    }
    text += decoder.decode(value, {stream: true});
  }
}
