/** What the tests below the element verify: an endpoint of the contract, and an exam there. */
import type {EndpointConfig} from '../../src/transport/endpoint-client.ts';
import type {VerificationContext} from '../../src/transport/verification-context.ts';

/** An endpoint of another origin that keeps the contract: idempotency keys, JSON, no CSRF token. */
export const CONTRACT_ENDPOINT: EndpointConfig = {
  url: new URL('https://site.example/motp'),
  attemptsUrl: undefined,
  credentials: 'same-origin',
  timeoutMs: 10_000,
  hasIdempotencyKeys: true,
  wireFormat: undefined,
  csrf: undefined,
};

/** A trainee's check before an exam at {@link CONTRACT_ENDPOINT}, without a status URL. */
export const EXAM_CONTEXT: VerificationContext = {
  endpoint: CONTRACT_ENDPOINT,
  statusUrl: undefined,
  requestContext: {occasion: 'exam'},
  trainee: '홍길동',
};
