/** Asks how things stand, one question at a time: on its return a page may have reasons for three. */
import type {Status} from '../core/contract.ts';
import type {Check} from '../transport/check.ts';
import type {Environment} from '../transport/environment.ts';
import {Exchange, type Reply} from '../transport/exchange.ts';

/** A question, and who wants to know. */
interface Question {
  readonly check: Check;
  readonly signal: AbortSignal;
  readonly onReply: (reply: Reply<Status>) => void;
}

/** See the file's head. */
export class StatusQuestion {
  readonly #environment: Environment;
  #isOut = false;
  /** Put while another is out; the answer to that may already be old. */
  #due: Question | undefined;

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  /** Asks, or asks again once the present question is answered; resolves when none is left. */
  async ask(question: Question): Promise<void> {
    this.#due = question;
    if (this.#isOut) return;
    this.#isOut = true;
    while (this.#due) {
      const {check, signal, onReply} = this.#due;
      this.#due = undefined;
      const exchange = new Exchange(check.endpoint, this.#environment, signal);
      onReply(await exchange.askStatus(check.statusUrl, check.asked.ticket));
    }
    this.#isOut = false;
  }
}
