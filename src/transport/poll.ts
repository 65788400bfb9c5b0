/** Asks until it is known what became of a request, as often as is fair to a server in trouble. */
import type {Answer, Status} from '../core/contract.ts';
import type {Environment} from './platform.ts';
import {Exchange, type Endpoint, type Reply} from './endpoint-client.ts';

/** The pauses before each time that the endpoint is asked, in ms. */
const PAUSES_MS = [500, 1000, 2000, 4000] as const;

/** After so long, in ms, asking is left to the trainee. */
const ASKING_MS = 15_000;

/**
 * Puts the same question until the caller has heard enough.
 *
 * @yields the endpoint's replies, one after another
 * @param ask the question
 * @param retryAfter how long the server has asked to be left alone before, in seconds
 */
export async function* replies<Said extends Answer | Status>(
  endpoint: Endpoint,
  environment: Environment,
  signal: AbortSignal,
  ask: (exchange: Exchange) => Promise<Reply<Said>>,
  retryAfter = 0,
): AsyncGenerator<Reply<Said>, void> {
  const {now, pause, random} = environment;
  const end = now() + ASKING_MS;
  let after = retryAfter;
  for (const pauseMs of PAUSES_MS) {
    // ±20 %, so that a hall full of trainees doesn't ask in step after an outage.
    const ms = Math.max(pauseMs * (0.8 + 0.4 * random()), 1000 * after);
    if (now() + ms >= end) return;
    await pause(ms, signal);
    if (signal.aborted) return;
    const timeoutMs = Math.min(endpoint.timeoutMs, end - now());
    const reply = await ask(new Exchange({...endpoint, timeoutMs}, environment, signal));
    yield reply;
    if (signal.aborted) return;
    after = secondsAskedBy(reply);
  }
}

/** How long a server asks to be left alone, in the answer or beside it. */
export function secondsAskedBy(reply: Reply<Answer | Status>): number {
  if (reply.is !== 'said' && reply.is !== 'unsure') return 0;
  const said =
    reply.is === 'said' && 'retryAfter' in reply.said ? reply.said.retryAfter : undefined;
  return said ?? reply.retryAfter ?? 0;
}
