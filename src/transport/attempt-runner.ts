import type {VerificationEvent, PendingState, AccountStatus} from '../core/state.ts';
import type {
  AttemptResponse,
  IdempotencyKey,
  AttemptRequest,
  StatusResponse,
} from '../core/contract.ts';
import type {VerificationContext} from './verification-context.ts';
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

/** Receives the events of an attempt, and each response with its time. */
export interface AttemptListener {
  readonly onEvent: (event: VerificationEvent) => void;
  readonly onResponse: (body: AttemptResponse | StatusResponse, at: number) => void;
}

/**
 * Runs the effects of the states `sending` and `checking`: sends an attempt, or polls for its result.
 * It reports events, and the state machine decides what they mean.
 */
export class AttemptRunner {
  readonly #platform: Platform;
  readonly #listener: AttemptListener;
  /** How long the server asked to wait in its last response, in s. */
  #retryAfter = 0;

  constructor(platform: Platform, listener: AttemptListener) {
    this.#platform = platform;
    this.#listener = listener;
  }

  /** Runs the effect of a state. The signal aborts when the verification leaves that state. */
  run(state: PendingState, pending: PendingAttempt, signal: AbortSignal): Promise<void> {
    if (state.status === 'sending') return this.#send(pending, signal);
    const {hasIdempotencyKeys} = pending.context.endpoint;
    return hasIdempotencyKeys
      ? this.#pollAttempt(pending, signal)
      : this.#pollStatus(pending, signal);
  }

  async #send({context, key, request}: PendingAttempt, signal: AbortSignal): Promise<void> {
    if (!request) return;
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
    if (!signal.aborted) this.#listener.onEvent({type: 'polling-ended', key});
  }

  /** Polls the status of an endpoint without idempotency keys: only the failure count can tell. */
  async #pollStatus({context, key}: PendingAttempt, signal: AbortSignal): Promise<void> {
    const {endpoint, statusUrl, requestContext} = context;
    const query = (client: EndpointClient): Promise<EndpointResult<StatusResponse>> =>
      client.getStatus(statusUrl, requestContext.ticket);
    let accountStatus: AccountStatus | undefined;
    if (statusUrl) {
      for await (const result of pollWithBackoff(endpoint, this.#platform, signal, query)) {
        if (result.kind !== 'ok') continue;
        this.#listener.onResponse(result.response, result.at);
        accountStatus = result.response;
        break;
      }
    }
    if (!signal.aborted) this.#listener.onEvent({type: 'result-unavailable', key, accountStatus});
  }

  #report(key: IdempotencyKey, result: EndpointResult<AttemptResponse>): void {
    const {onEvent, onResponse} = this.#listener;
    switch (result.kind) {
      case 'ok':
        onResponse(result.response, result.at);
        onEvent({type: 'answered', key, response: result.response, at: result.at});
        break;
      case 'unknown':
        onEvent({type: 'lost', key, reason: result.reason, serverMessage: result.serverMessage});
        break;
      case 'unauthenticated':
        onEvent({type: 'session-lost', key});
        break;
      case 'offline':
        onEvent({type: 'offline', key});
        break;
      case 'aborted':
    }
  }
}
