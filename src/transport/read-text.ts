/**
 * Reads an answer's body: with a limit, so that an endless one can't fill a phone's memory, and in
 * the charset in which it was written.
 */

/** The most that is read of an answer, in bytes; the contract's answers have a few hundred. */
export const BODY_LIMIT = 64 * 1024;

/**
 * An answer's body as text, a byte order mark dropped. Of one longer than {@link BODY_LIMIT} the
 * beginning, cut where no JSON can end: it is no answer of the contract.
 *
 * @param charset the one to take where the answer names none, or none that the browser knows
 * @throws whatever the stream throws where the connection breaks in mid-body
 */
export async function boundedText(response: Response, charset = 'utf-8'): Promise<string> {
  const bytes = await boundedBytes(response);
  const named = /charset\s*=\s*"?([^";\s]+)/i.exec(response.headers.get('Content-Type') ?? '')?.[1];
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const decoder = isMarked ? new TextDecoder() : (decoderOf(named) ?? new TextDecoder(charset));
  const text = decoder.decode(bytes.subarray(0, BODY_LIMIT));
  return bytes.length > BODY_LIMIT ? `${text}…` : text;
}

/** Whether the browser can decode a charset of this name. */
export function isCharset(name: string): boolean {
  return decoderOf(name) !== undefined;
}

/** At most the limit and the chunk that went over it. */
async function boundedBytes(response: Response): Promise<Uint8Array> {
  const reader = response.body?.getReader();
  // A page's own fetch, made of XMLHttpRequest, knows no streams.
  if (!reader) return new Uint8Array(await response.arrayBuffer());
  const chunks: Uint8Array[] = [];
  let length = 0;
  while (length <= BODY_LIMIT) {
    const {done, value} = await reader.read();
    if (done) return joined(chunks, length);
    chunks.push(value);
    length += value.length;
  }
  // Not awaited: a stream may take its time to end, and nothing more is wanted of it.
  reader.cancel().catch(() => undefined);
  return joined(chunks, length);
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let end = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, end);
    end += chunk.length;
  }
  return bytes;
}

function decoderOf(name: string | undefined): TextDecoder | undefined {
  try {
    return name === undefined ? undefined : new TextDecoder(name);
  } catch {
    return undefined;
  }
}
