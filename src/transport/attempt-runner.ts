/**
 * Carries an attempt to the endpoint and brings back what is heard of it, as events: does what the
 * states `sending` and `checking` call for, and decides nothing.
 */
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

/** What one attempt is about: taken when 인증하기 is pressed, and kept until it is decided. */
export interface PendingAttempt {
  readonly context: VerificationContext;
  readonly key: IdempotencyKey;
  /** Gone after a reload: then it can be asked for, and no more. */
  readonly request: AttemptRequest | undefined;
}

/** Told what happens to the attempt, and each time that the endpoint says something. */
export interface AttemptListener {
  readonly onEvent: (event: VerificationEvent) => void;
  readonly onResponse: (body: AttemptResponse | StatusResponse, at: number) => void;
}

/** See the file's head. */
export class AttemptRunner {
  readonly #platform: Platform;
  readonly #listener: AttemptListener;
  /** How long the server has asked to be left alone, in seconds. */
  #retryAfter = 0;

  constructor(platform: Platform, sender: AttemptListener) {
    this.#platform = platform;
    this.#listener = sender;
  }

  /** Goes on with an attempt until its state is over, which ends the signal. */
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
    const ask = (client: EndpointClient): Promise<EndpointResult<AttemptResponse>> =>
      client.getAttempt(key, context.requestContext.ticket);
    const {endpoint} = context;
    const after = this.#retryAfter;
    for await (const result of pollWithBackoff(endpoint, this.#platform, signal, ask, after)) {
      if (result.kind === 'ok' || result.kind === 'unauthenticated') this.#report(key, result);
      if (signal.aborted) return;
    }
    if (!signal.aborted) this.#listener.onEvent({type: 'polling-ended', key});
  }

  /** Where the endpoint has no keys to ask by, the count is all that can tell something. */
  async #pollStatus({context, key}: PendingAttempt, signal: AbortSignal): Promise<void> {
    const {endpoint, statusUrl, requestContext} = context;
    const ask = (client: EndpointClient): Promise<EndpointResult<StatusResponse>> =>
      client.getStatus(statusUrl, requestContext.ticket);
    let accountStatus: AccountStatus | undefined;
    if (statusUrl) {
      for await (const result of pollWithBackoff(endpoint, this.#platform, signal, ask)) {
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
