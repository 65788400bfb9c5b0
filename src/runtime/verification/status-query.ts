/** Asks how things stand, one question at a time: on its return a page may have reasons for three. */
import type {StatusResponse} from '../../core/contract.ts';
import type {VerificationContext} from '../../transport/verification-context.ts';
import type {Platform} from '../../transport/platform.ts';
import {EndpointClient, type EndpointResult} from '../../transport/endpoint-client.ts';
import {pollWithBackoff} from '../../transport/poll.ts';

/** A question, and who wants to know. */
interface StatusRequest {
  readonly context: VerificationContext;
  readonly signal: AbortSignal;
  readonly onReply: (result: EndpointResult<StatusResponse>) => void;
}

/** See the file's head. */
export class StatusQuery {
  readonly #platform: Platform;
  /** Lasts while a question is out, or due. */
  #asking: Promise<void> | undefined;
  /** Put while another is out; the answer to that may already be old. */
  #due: StatusRequest | undefined;

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  /** Asks, or asks again once the present question is answered; resolves when none is left. */
  ask(put: StatusRequest): Promise<void> {
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
  async #replyTo({context, signal}: StatusRequest): Promise<EndpointResult<StatusResponse>> {
    const {endpoint, statusUrl, requestContext} = context;
    const ask = (client: EndpointClient): Promise<EndpointResult<StatusResponse>> =>
      client.getStatus(statusUrl, requestContext.ticket);
    const result = await ask(new EndpointClient(endpoint, this.#platform, signal));
    if (!isLost(result)) return result;
    for await (const again of pollWithBackoff(endpoint, this.#platform, signal, ask)) {
      if (this.#due || !isLost(again)) return again;
    }
    return result;
  }
}

/** Whether the network has not carried it, whoever was to answer. */
function isLost(result: EndpointResult<StatusResponse>): boolean {
  return result.kind === 'unknown' && result.reason === 'network';
}
