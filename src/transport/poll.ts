import type {AttemptResponse, StatusResponse} from '../core/contract.ts';
import type {Platform} from './platform.ts';
import {EndpointClient, type EndpointConfig, type EndpointResult} from './endpoint-client.ts';

/** The pause before each query, in ms. */
const BACKOFF_MS = [500, 1000, 2000, 4000] as const;

/** How long polling may take in all, in ms. Then the trainee can ask again. */
const POLL_TIMEOUT_MS = 15_000;

/**
 * Repeats a query with growing pauses until the caller stops, the signal aborts or the time is over.
 *
 * @yields the result of each query
 * @param query sends one request
 * @param retryAfter the delay that the last response asks for, in s
 */
export async function* pollWithBackoff<Body extends AttemptResponse | StatusResponse>(
  endpoint: EndpointConfig,
  platform: Platform,
  signal: AbortSignal,
  query: (client: EndpointClient) => Promise<EndpointResult<Body>>,
  retryAfter = 0,
): AsyncGenerator<EndpointResult<Body>, void> {
  const {now, delay, random} = platform;
  const end = now() + POLL_TIMEOUT_MS;
  let waitSeconds = retryAfter;
  for (const pauseMs of BACKOFF_MS) {
    // ±20 %, so that trainees in one room do not query at the same moment after an outage.
    const ms = Math.max(pauseMs * (0.8 + 0.4 * random()), 1000 * waitSeconds);
    if (now() + ms >= end) return;
    await delay(ms, signal);
    if (signal.aborted) return;
    const timeoutMs = Math.min(endpoint.timeoutMs, end - now());
    const result = await query(new EndpointClient({...endpoint, timeoutMs}, platform, signal));
    yield result;
    if (signal.aborted) return;
    waitSeconds = retryAfterSeconds(result);
  }
}

/** Returns how long the server asks to wait, in s: in the body, in the header, or 0. */
export function retryAfterSeconds(
  result: EndpointResult<AttemptResponse | StatusResponse>,
): number {
  if (result.kind !== 'ok' && result.kind !== 'unknown') return 0;
  const inBody =
    result.kind === 'ok' && 'retryAfter' in result.response
      ? result.response.retryAfter
      : undefined;
  return inBody ?? result.retryAfter ?? 0;
}
