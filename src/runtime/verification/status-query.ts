/** Queries of the account's status (`GET {endpoint}/status`). */
import type {StatusResponse} from '../../core/contract.ts';
import {EndpointClient, type EndpointResult} from '../../transport/endpoint-client.ts';
import type {Platform} from '../../transport/platform.ts';
import {pollWithBackoff} from '../../transport/poll.ts';
import type {VerificationContext} from '../../transport/verification-context.ts';

/** One query. */
interface StatusRequest {
  readonly context: VerificationContext;
  readonly signal: AbortSignal;
  readonly onResult: (result: EndpointResult<StatusResponse>) => void;
}

/**
 * Sends one query at a time: when the trainee returns, a page can have three reasons for one. Owns the
 * queue. The caller interprets the result.
 */
export class StatusQuery {
  readonly #platform: Platform;
  /** Pending while a query is sent or queued. */
  #running: Promise<void> | undefined;
  /** Queued while another is sent. The answer of that one may already be outdated. */
  #queued: StatusRequest | undefined;

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  /** Sends the query, or queues it behind the one that is sent. Resolves when none is left. */
  send(request: StatusRequest): Promise<void> {
    this.#queued = request;
    this.#running ??= this.#run();
    return this.#running;
  }

  async #run(): Promise<void> {
    while (this.#queued) {
      const request = this.#queued;
      this.#queued = undefined;
      request.onResult(await this.#query(request));
    }
    this.#running = undefined;
  }

  /** Repeats a query that the network has lost: `online` fires before requests get through. */
  async #query({context, signal}: StatusRequest): Promise<EndpointResult<StatusResponse>> {
    const {endpoint, statusUrl, requestContext} = context;
    const query = (client: EndpointClient): Promise<EndpointResult<StatusResponse>> =>
      client.getStatus(statusUrl, requestContext.ticket);
    const result = await query(new EndpointClient(endpoint, this.#platform, signal));
    if (!isLost(result)) return result;
    for await (const next of pollWithBackoff(endpoint, this.#platform, signal, query)) {
      if (this.#queued || !isLost(next)) return next;
    }
    return result;
  }
}

/** Returns whether the network lost the request or its answer. */
function isLost(result: EndpointResult<StatusResponse>): boolean {
  return result.kind === 'unknown' && result.reason === 'network';
}
