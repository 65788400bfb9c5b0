import type {AttemptRequest, IdempotencyKey} from './contract.ts';

/** A response before it is decoded: its HTTP status, and its body as text. */
export interface RawResponse {
  readonly status: number;
  readonly text: string;
}

/** What an adapter encodes: the attempt, and its idempotency key. */
export type AdapterRequest = AttemptRequest & {readonly key: IdempotencyKey};

/** The site's own script that encodes requests and decodes responses (docs/legacy-endpoints.md). */
export interface EndpointAdapter {
  /** Returns the request's body and headers. Without it, the attributes decide. */
  readonly write?: (request: AdapterRequest) => {
    readonly body: string;
    readonly headers?: Readonly<Record<string, string>>;
  };
  /**
   * Returns the response as the contract has it: `{code: 'code-mismatch', failures: 1, maxFailures: 5}`.
   * Any other value leaves the result unknown. `verified` needs a `verificationId`.
   */
  readonly read?: (response: RawResponse) => unknown;
}
