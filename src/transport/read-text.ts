/** The maximum number of bytes read from a body. The contract's responses have a few hundred. */
export const MAX_BODY_BYTES = 64 * 1024;

/**
 * Reads a response's body as text, without its byte order mark. A body longer than
 * {@link MAX_BODY_BYTES} is cut, so that an endless one can't fill the memory. The cut text ends with
 * `…`, so it is never valid JSON.
 *
 * @param charset the charset if the response names none, or one that the browser does not support
 * @throws the stream's error if the connection breaks
 */
export async function readTextWithLimit(response: Response, charset = 'utf-8'): Promise<string> {
  const bytes = await readBytesWithLimit(response);
  const named = /charset\s*=\s*"?([^";\s]+)/i.exec(response.headers.get('Content-Type') ?? '')?.[1];
  const hasUtf8Mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const decoder = hasUtf8Mark ? new TextDecoder() : (decoderFor(named) ?? new TextDecoder(charset));
  const text = decoder.decode(bytes.subarray(0, MAX_BODY_BYTES));
  return bytes.length > MAX_BODY_BYTES ? `${text}…` : text;
}

/** Returns whether the browser can decode this charset. */
export function isSupportedCharset(name: string): boolean {
  return decoderFor(name) !== undefined;
}

/** Reads at most one byte more than the limit, which shows that the body is longer. */
async function readBytesWithLimit(response: Response): Promise<Uint8Array> {
  const reader = response.body?.getReader();
  // A page may have replaced `fetch` with one that has no streams.
  if (!reader) return new Uint8Array(await response.arrayBuffer());
  const bytes = new Uint8Array(MAX_BODY_BYTES + 1);
  let length = 0;
  while (length <= MAX_BODY_BYTES) {
    const {done, value} = await reader.read();
    if (done) break;
    const chunk = value.subarray(0, bytes.length - length);
    bytes.set(chunk, length);
    length += chunk.length;
  }
  // Not awaited, because a stream may take long to cancel.
  reader.cancel().catch(() => undefined);
  return bytes.subarray(0, length);
}

function decoderFor(charset: string | undefined): TextDecoder | undefined {
  try {
    return charset === undefined ? undefined : new TextDecoder(charset);
  } catch {
    return undefined;
  }
}
