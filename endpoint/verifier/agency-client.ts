/** Sends requests to the agency over HTTP. Whatever it answers, or does not, costs bounded time and memory. */
import * as v from 'valibot';

/** The agency's response. Its code is a number or a string. */
const AgencyResponse = v.object({
  code: v.pipe(v.union([v.string(), v.number()]), v.transform(String)),
});

/** The longest response that is read, in bytes. One of the agency has less than 1 KiB. */
const MAX_RESPONSE_BYTES = 64 * 1024;

/** How often a request is sent, at most. */
const MAX_TRIES = 3;

/** The delay before a retry, in ms. */
const RETRY_DELAY_MS = 100;

/** The result of a request to the agency. */
export type AgencyReply =
  | {readonly kind: 'answered'; readonly code: string}
  /** The request never left this server, so it can be sent again. */
  | {readonly kind: 'not-sent'; readonly reason: 'not-sent'}
  /** The request was sent; what the agency did with it is unknown. `reason` is for the log. */
  | {
      readonly kind: 'unknown';
      readonly reason: 'no-response' | 'status' | 'too-long' | 'invalid-response';
    };

/** Whether nobody on the way can read a request: https, or http on this machine. */
export function isProtected(url: string): boolean {
  const {protocol, hostname} = URL.parse(url) ?? {};
  if (protocol === 'https:') return true;
  return protocol === 'http:' && /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname ?? '');
}

/**
 * Sends a request, and retries while that is harmless and the timeout has not passed.
 *
 * @param timeoutMs how long all tries may take together, up to the last byte of the response
 */
export async function postWithRetry(
  url: string,
  fields: URLSearchParams,
  timeoutMs: number,
  canRetry: (reply: AgencyReply) => boolean,
): Promise<AgencyReply> {
  const deadline = AbortSignal.timeout(timeoutMs);
  for (let left = MAX_TRIES - 1; ; left--) {
    const reply = await postOnce(url, fields, deadline);
    if (left === 0 || deadline.aborted || !canRetry(reply)) return reply;
    await new Promise((resolve) => setTimeout(resolve, RETRY_DELAY_MS));
  }
}

async function postOnce(
  url: string,
  body: URLSearchParams,
  signal: AbortSignal,
): Promise<AgencyReply> {
  try {
    const response = await fetch(url, {method: 'POST', body, signal, redirect: 'error'});
    // A proxy or an error page can answer with any other status, and with any body.
    if (response.status !== 200) {
      await response.body?.cancel();
      return {kind: 'unknown', reason: 'status'};
    }
    const text = await readText(response);
    return text === undefined ? {kind: 'unknown', reason: 'too-long'} : parseReply(text);
  } catch (error) {
    return wasNeverSent(error)
      ? {kind: 'not-sent', reason: 'not-sent'}
      : {kind: 'unknown', reason: 'no-response'};
  }
}

/** Reads a response while it arrives; `undefined` if it is longer than {@link MAX_RESPONSE_BYTES}. */
async function readText(response: Response): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let [text, length] = ['', 0];
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    // Leaving the loop cancels the rest.
    if (length > MAX_RESPONSE_BYTES) return undefined;
    text += decoder.decode(chunk, {stream: true});
  }
  return text + decoder.decode();
}

function parseReply(text: string): AgencyReply {
  try {
    const {code} = v.parse(AgencyResponse, JSON.parse(text));
    return {kind: 'answered', code};
  } catch {
    return {kind: 'unknown', reason: 'invalid-response'};
  }
}

/** Error codes of Node for a connection that was never established. */
const BEFORE_CONNECTION = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function wasNeverSent(error: unknown): boolean {
  const {cause} = error as {readonly cause?: {readonly code?: unknown}};
  return typeof cause?.code === 'string' && BEFORE_CONNECTION.has(cause.code);
}
