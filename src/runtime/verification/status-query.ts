/** Asks how things stand, one question at a time: on its return a page may have reasons for three. */
import type {Status} from '../../core/contract.ts';
import type {Check} from '../../transport/verification-context.ts';
import type {Environment} from '../../transport/platform.ts';
import {Exchange, type Reply} from '../../transport/endpoint-client.ts';
import {replies} from '../../transport/poll.ts';

/** A question, and who wants to know. */
interface Question {
  readonly check: Check;
  readonly signal: AbortSignal;
  readonly onReply: (reply: Reply<Status>) => void;
}

/** See the file's head. */
export class StatusQuestion {
  readonly #environment: Environment;
  /** Lasts while a question is out, or due. */
  #asking: Promise<void> | undefined;
  /** Put while another is out; the answer to that may already be old. */
  #due: Question | undefined;

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  /** Asks, or asks again once the present question is answered; resolves when none is left. */
  ask(put: Question): Promise<void> {
    this.#due = put;
    this.#asking ??= this.#askAll();
    return this.#asking;
  }

  async #askAll(): Promise<void> {
    while (this.#due) {
      const question = this.#due;
      this.#due = undefined;
      question.onReply(await this.#replyTo(question));
    }
    this.#asking = undefined;
  }

  /** A browser says that there is a network again before requests get through: then it is put again. */
  async #replyTo({check, signal}: Question): Promise<Reply<Status>> {
    const {endpoint, statusUrl, asked} = check;
    const ask = (exchange: Exchange): Promise<Reply<Status>> =>
      exchange.askStatus(statusUrl, asked.ticket);
    const reply = await ask(new Exchange(endpoint, this.#environment, signal));
    if (!isLost(reply)) return reply;
    for await (const again of replies(endpoint, this.#environment, signal, ask)) {
      if (this.#due || !isLost(again)) return again;
    }
    return reply;
  }
}

/** Whether the network has not carried it, whoever was to answer. */
function isLost(reply: Reply<Status>): boolean {
  return reply.is === 'unsure' && reply.doubt === 'network';
}
