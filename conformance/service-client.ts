/** The routes for servers of the reference endpoint (endpoint/README.md). */
import type {Endpoint, Exchange} from './endpoint.ts';

/** Sends requests as a server, with its secret. */
export class ServiceClient {
  readonly #endpoint: Endpoint;
  readonly #secret: string;

  constructor(endpoint: Endpoint, secret: string) {
    this.#endpoint = endpoint;
    this.#secret = secret;
  }

  /** Asks for a ticket of a trainee's page. */
  issueTicket(subject: string, occasion: string): Promise<Exchange> {
    return this.#send('POST', '/tickets', {}, JSON.stringify({subject, occasion}));
  }

  /** Revokes a ticket. */
  revokeTicket(id: string): Promise<Exchange> {
    return this.#send('DELETE', `/tickets/${encodeURIComponent(id)}`);
  }

  /** Redeems a receipt. @param key the idempotency key of this request */
  redeem(id: string, subject: string, occasion: string, key: string): Promise<Exchange> {
    const query = new URLSearchParams({subject, occasion});
    const path = `/verifications/${encodeURIComponent(id)}?${query}`;
    return this.#send('GET', path, {'Idempotency-Key': key});
  }

  #send(
    method: string,
    path: string,
    headers: Readonly<Record<string, string>> = {},
    body?: string,
  ): Promise<Exchange> {
    return this.#endpoint.send({
      route: 'service',
      path,
      method,
      headers: {
        Authorization: `Bearer ${this.#secret}`,
        ...(body !== undefined && {'Content-Type': 'application/json'}),
        ...headers,
      },
      ...(body !== undefined && {body}),
    });
  }
}
