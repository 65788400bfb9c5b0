/** Asks until it is known what became of a request, as often as is fair to a server in trouble. */
import type {AttemptResponse, StatusResponse} from '../core/contract.ts';
import type {Platform} from './platform.ts';
import {EndpointClient, type EndpointConfig, type EndpointResult} from './endpoint-client.ts';

/** The pauses before each time that the endpoint is asked, in ms. */
const BACKOFF_MS = [500, 1000, 2000, 4000] as const;

/** After so long, in ms, asking is left to the trainee. */
const POLL_TIMEOUT_MS = 15_000;

/**
 * Puts the same question until the caller has heard enough.
 *
 * @yields the endpoint's replies, one after another
 * @param ask the question
 * @param retryAfter how long the server has asked to be left alone before, in seconds
 */
export async function* pollWithBackoff<Body extends AttemptResponse | StatusResponse>(
  endpoint: EndpointConfig,
  platform: Platform,
  signal: AbortSignal,
  ask: (client: EndpointClient) => Promise<EndpointResult<Body>>,
  retryAfter = 0,
): AsyncGenerator<EndpointResult<Body>, void> {
  const {now, delay, random} = platform;
  const end = now() + POLL_TIMEOUT_MS;
  let after = retryAfter;
  for (const pauseMs of BACKOFF_MS) {
    // ±20 %, so that a hall full of trainees doesn't ask in step after an outage.
    const ms = Math.max(pauseMs * (0.8 + 0.4 * random()), 1000 * after);
    if (now() + ms >= end) return;
    await delay(ms, signal);
    if (signal.aborted) return;
    const timeoutMs = Math.min(endpoint.timeoutMs, end - now());
    const result = await ask(new EndpointClient({...endpoint, timeoutMs}, platform, signal));
    yield result;
    if (signal.aborted) return;
    after = retryAfterSeconds(result);
  }
}

/** How long a server asks to be left alone, in the answer or beside it. */
export function retryAfterSeconds(
  result: EndpointResult<AttemptResponse | StatusResponse>,
): number {
  if (result.kind !== 'ok' && result.kind !== 'unknown') return 0;
  const body =
    result.kind === 'ok' && 'retryAfter' in result.response
      ? result.response.retryAfter
      : undefined;
  return body ?? result.retryAfter ?? 0;
}
