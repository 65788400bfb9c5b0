/**
 * Reads an answer's body: with a limit, so that an endless one can't fill a phone's memory, and in
 * the charset in which it was written.
 */

/** The most that is read of an answer, in bytes; the contract's answers have a few hundred. */
export const MAX_BODY_BYTES = 64 * 1024;

/**
 * An answer's body as text, a byte order mark dropped. Of one longer than {@link MAX_BODY_BYTES} the
 * beginning, cut where no JSON can end: it is no answer of the contract.
 *
 * @param charset the one to take where the answer names none, or none that the browser knows
 * @throws whatever the stream throws where the connection breaks in mid-body
 */
export async function readTextWithLimit(response: Response, charset = 'utf-8'): Promise<string> {
  const bytes = await readBytesWithLimit(response);
  const named = /charset\s*=\s*"?([^";\s]+)/i.exec(response.headers.get('Content-Type') ?? '')?.[1];
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const decoder = isMarked ? new TextDecoder() : (decoderOf(named) ?? new TextDecoder(charset));
  const text = decoder.decode(bytes.subarray(0, MAX_BODY_BYTES));
  return bytes.length > MAX_BODY_BYTES ? `${text}…` : text;
}

/** Whether the browser can decode a charset of this name. */
export function isSupportedCharset(name: string): boolean {
  return decoderOf(name) !== undefined;
}

/** At most the limit and the chunk that went over it. */
async function readBytesWithLimit(response: Response): Promise<Uint8Array> {
  const reader = response.body?.getReader();
  // A page's own fetch, made of XMLHttpRequest, knows no streams.
  if (!reader) return new Uint8Array(await response.arrayBuffer());
  const chunks: Uint8Array[] = [];
  let length = 0;
  while (length <= MAX_BODY_BYTES) {
    const {done, value} = await reader.read();
    if (done) return concat(chunks, length);
    chunks.push(value);
    length += value.length;
  }
  // Not awaited: a stream may take its time to end, and nothing more is wanted of it.
  reader.cancel().catch(() => undefined);
  return concat(chunks, length);
}

function concat(chunks: readonly Uint8Array[], length: number): Uint8Array {
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
