import type {Code} from '../core/code.ts';
import type {AttemptEvent, VerificationState} from '../core/state.ts';
import type {
  AttemptResponse,
  IdempotencyKey,
  AttemptRequest,
  StatusResponse,
} from '../core/contract.ts';
import {logFailure} from './log-failure.ts';
import {createIdempotencyKey} from './idempotency-key.ts';
import {contextChange, storageKeyFor, type VerificationContext} from './verification-context.ts';
import type {Platform} from './platform.ts';
import {EndpointClient, type EndpointResult} from './endpoint-client.ts';
import {pollWithBackoff, retryAfterSeconds} from './poll.ts';

/** An attempt without a result. It is created when the trainee submits. */
export interface PendingAttempt {
  readonly context: VerificationContext;
  readonly key: IdempotencyKey;
  /** Missing after a reload: then the attempt can be queried, but not sent. */
  readonly request: AttemptRequest | undefined;
}

/** Receives what happens to an attempt. */
export type AttemptListener = (event: AttemptEvent) => void;

/**
 * Creates an attempt under a new idempotency key.
 *
 * @param previous returned if it still has its request, for the same code and context: it failed
 *   without a network, and the endpoint may have received it
 */
export function createAttempt(
  context: VerificationContext,
  code: Code,
  previous?: PendingAttempt,
): PendingAttempt {
  if (previous?.request?.code === code && !contextChange(previous.context, context))
    return previous;
  const request = {v: 1, code, ...context.requestContext} as const;
  return {context, key: createIdempotencyKey(), request};
}

/**
 * Runs the effects of the states `sending` and `checking`: sends an attempt, or polls for its result.
 * It reports events, and the state machine decides what they mean.
 */
export class AttemptRunner {
  readonly #platform: Platform;
  readonly #onEvent: AttemptListener;
  /** The delay that the last response asks for (`Retry-After`), in s. */
  #retryAfter = 0;

  constructor(platform: Platform, onEvent: AttemptListener) {
    this.#platform = platform;
    this.#onEvent = onEvent;
  }

  /**
   * Runs the effect of a state, if it has one. The signal aborts when the verification leaves the state.
   */
  run(state: VerificationState, pending: PendingAttempt, signal: AbortSignal): void {
    const {key, context} = pending;
    const {hasIdempotencyKeys} = context.endpoint;
    // An error of our own code, as from a built-in that the page has replaced, must not leave a state
    // that never ends.
    const endWith =
      (event: AttemptEvent) =>
      (error: unknown): void => {
        logFailure(error);
        if (!signal.aborted) this.#onEvent(event);
      };
    if (state.status === 'sending') {
      const lost = {type: 'lost', key, reason: 'not-understood'} as const;
      this.#send(pending, signal).catch(endWith(lost));
    } else if (state.status === 'checking' && hasIdempotencyKeys) {
      this.#pollAttempt(pending, signal).catch(endWith({type: 'polling-ended', key}));
    } else if (state.status === 'checking') {
      const none = {type: 'result-unavailable', key, response: undefined, at: 0} as const;
      this.#pollStatus(pending, signal).catch(endWith(none));
    }
  }

  async #send({context, key, request}: PendingAttempt, signal: AbortSignal): Promise<void> {
    if (!request) return;
    // After a reload, this key is used to query the result.
    if (context.endpoint.hasIdempotencyKeys) {
      this.#platform.pendingKeys.save(storageKeyFor(context), key);
    }
    const client = new EndpointClient(context.endpoint, this.#platform, signal);
    const result = await client.post(key, request);
    this.#retryAfter = retryAfterSeconds(result);
    this.#report(key, result);
  }

  async #pollAttempt({context, key}: PendingAttempt, signal: AbortSignal): Promise<void> {
    const {endpoint, requestContext} = context;
    const query = (client: EndpointClient): Promise<EndpointResult<AttemptResponse>> =>
      client.getAttempt(key, requestContext.ticket);
    const results = pollWithBackoff(endpoint, this.#platform, signal, query, this.#retryAfter);
    for await (const result of results) {
      if (result.kind === 'ok' || result.kind === 'unauthenticated') this.#report(key, result);
      if (signal.aborted) return;
    }
    if (!signal.aborted) this.#onEvent({type: 'polling-ended', key});
  }

  /** Polls the status of an endpoint without idempotency keys: only the failure count can tell. */
  async #pollStatus({context, key}: PendingAttempt, signal: AbortSignal): Promise<void> {
    const {endpoint, statusUrl, requestContext} = context;
    const query = (client: EndpointClient): Promise<EndpointResult<StatusResponse>> =>
      client.getStatus(statusUrl, requestContext.ticket);
    let response: StatusResponse | undefined;
    let at = 0;
    if (statusUrl) {
      for await (const result of pollWithBackoff(endpoint, this.#platform, signal, query)) {
        if (result.kind === 'ok') ({response, at} = result);
        if (result.kind === 'ok' || result.kind === 'unauthenticated') break;
      }
    }
    if (!signal.aborted) this.#onEvent({type: 'result-unavailable', key, response, at});
  }

  #report(key: IdempotencyKey, result: EndpointResult<AttemptResponse>): void {
    const onEvent = this.#onEvent;
    switch (result.kind) {
      case 'ok':
        onEvent({type: 'answered', key, response: result.response, at: result.at});
        break;
      case 'unknown':
        onEvent({type: 'lost', key, reason: result.reason, serverMessage: result.serverMessage});
        break;
      case 'unauthenticated':
        onEvent({type: 'session-lost', key});
        break;
      case 'offline':
      case 'not-sent':
        onEvent({type: result.kind, key});
        break;
      case 'aborted':
    }
  }
}
