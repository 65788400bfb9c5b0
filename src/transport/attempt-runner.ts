/**
 * Carries an attempt to the endpoint and brings back what is heard of it, as events: does what the
 * states `sending` and `checking` call for, and decides nothing.
 */
import type {AttemptEvent, Open, Standing} from '../core/state.ts';
import type {Answer, AttemptKey, AttemptRequest, Status} from '../core/contract.ts';
import type {Check} from './verification-context.ts';
import type {Environment} from './platform.ts';
import {Exchange, type Reply} from './endpoint-client.ts';
import {replies, secondsAskedBy} from './poll.ts';

/** What one attempt is about: taken when 인증하기 is pressed, and kept until it is decided. */
export interface Errand {
  readonly check: Check;
  readonly key: AttemptKey;
  /** Gone after a reload: then it can be asked for, and no more. */
  readonly request: AttemptRequest | undefined;
}

/** Told what happens to the attempt, and each time that the endpoint says something. */
export interface Sender {
  readonly happen: (event: AttemptEvent) => void;
  readonly hear: (said: Answer | Status, at: number) => void;
}

/** See the file's head. */
export class Courier {
  readonly #environment: Environment;
  readonly #sender: Sender;
  /** How long the server has asked to be left alone, in seconds. */
  #retryAfter = 0;

  constructor(environment: Environment, sender: Sender) {
    this.#environment = environment;
    this.#sender = sender;
  }

  /** Goes on with an attempt until its state is over, which ends the signal. */
  carry(attempt: Open, errand: Errand, signal: AbortSignal): Promise<void> {
    if (attempt.is === 'sending') return this.#send(errand, signal);
    const {hasKeys} = errand.check.endpoint;
    return hasKeys ? this.#askUntilKnown(errand, signal) : this.#askHowItStands(errand, signal);
  }

  async #send({check, key, request}: Errand, signal: AbortSignal): Promise<void> {
    if (!request) return;
    const exchange = new Exchange(check.endpoint, this.#environment, signal);
    const reply = await exchange.post(key, request);
    this.#retryAfter = secondsAskedBy(reply);
    this.#settle(key, reply);
  }

  async #askUntilKnown({check, key}: Errand, signal: AbortSignal): Promise<void> {
    const ask = (exchange: Exchange): Promise<Reply<Answer>> =>
      exchange.ask(key, check.asked.ticket);
    const {endpoint} = check;
    const after = this.#retryAfter;
    for await (const reply of replies(endpoint, this.#environment, signal, ask, after)) {
      if (reply.is === 'said' || reply.is === 'turned-away') this.#settle(key, reply);
      if (signal.aborted) return;
    }
    if (!signal.aborted) this.#sender.happen({type: 'gave-up', key});
  }

  /** Where the endpoint has no keys to ask by, the count is all that can tell something. */
  async #askHowItStands({check, key}: Errand, signal: AbortSignal): Promise<void> {
    const {endpoint, statusUrl, asked} = check;
    const ask = (exchange: Exchange): Promise<Reply<Status>> =>
      exchange.askStatus(statusUrl, asked.ticket);
    let standing: Standing | undefined;
    if (statusUrl) {
      for await (const reply of replies(endpoint, this.#environment, signal, ask)) {
        if (reply.is !== 'said') continue;
        this.#sender.hear(reply.said, reply.at);
        standing = reply.said;
        break;
      }
    }
    if (!signal.aborted) this.#sender.happen({type: 'never-known', key, standing});
  }

  #settle(key: AttemptKey, reply: Reply<Answer>): void {
    const {happen, hear} = this.#sender;
    switch (reply.is) {
      case 'said':
        hear(reply.said, reply.at);
        happen({type: 'answered', key, answer: reply.said, at: reply.at});
        break;
      case 'unsure':
        happen({type: 'lost', key, doubt: reply.doubt, remark: reply.remark});
        break;
      case 'turned-away':
        happen({type: 'turned-away', key});
        break;
      case 'offline':
        happen({type: 'found-offline', key});
        break;
      case 'abandoned':
    }
  }
}
