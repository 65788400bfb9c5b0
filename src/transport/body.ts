/** Reads an answer's body with a limit, so that an endless one can't fill a phone's memory. */

/** The most that is read of an answer, in bytes; the contract's answers have a few hundred. */
export const BODY_LIMIT = 64 * 1024;

/**
 * An answer's body as text (UTF-8, a byte order mark dropped). Of one longer than
 * {@link BODY_LIMIT} the beginning, cut where no JSON can end: it is no answer of the contract.
 *
 * @throws whatever the stream throws where the connection breaks in mid-body
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
    text += decoder.decode(value, {stream: true});
    if (length <= BODY_LIMIT) continue;
    await reader.cancel();
    return `${text.slice(0, BODY_LIMIT)}…`;
  }
}
