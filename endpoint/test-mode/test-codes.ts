/** Fixed codes for the automated tests of a site. Only the demo endpoint knows them. */
import type {CodeVerifier} from '../verifier/verifier.ts';

/** The test codes. Everywhere else they are ordinary codes. */
export const TEST_CODES = {
  /** Always verified, with a receipt that the site can check. */
  verified: '900001',
  /** Always wrong: it never locks. */
  wrong: '900002',
  /** Always locked; the status stays what it was. */
  locked: '900003',
  /** Always expired. */
  expired: '900004',
  /** Verified after {@link SLOW_MS}, which is longer than the widget waits. */
  slow: '900005',
  /** Verified, but the connection breaks before the response. */
  lost: '900006',
} as const;

/** How long the endpoint takes for the code `slow`, in ms. */
export const SLOW_MS = 12_000;

const ACCEPTED: ReadonlySet<string> = new Set([
  TEST_CODES.verified,
  TEST_CODES.slow,
  TEST_CODES.lost,
]);

/** Creates a verifier that also accepts the test codes that are verified. */
export function withTestCodes(verifier: CodeVerifier): CodeVerifier {
  return {
    ...verifier,
    verify: (input) =>
      ACCEPTED.has(input.request.code)
        ? Promise.resolve({kind: 'accepted'})
        : verifier.verify(input),
  };
}

/** The connection of a request, as `@hono/node-server` passes it. */
interface Connection {
  readonly incoming: {readonly socket: {destroy(): unknown}};
}

/** A handler of `@hono/node-server`. */
type NodeFetch = (request: Request, env: Connection) => Response | Promise<Response>;

/**
 * Answers the test codes that are refused, and delays or loses the responses of two others.
 *
 * @param delay resolves after a time in ms
 */
export function answerTestCodes(
  next: NodeFetch,
  now: () => number,
  delay: (ms: number) => Promise<unknown>,
): NodeFetch {
  return async (request, env) => {
    const code = request.method === 'POST' ? await codeIn(request.clone()) : undefined;
    switch (code) {
      case TEST_CODES.wrong:
        return refuse(422, {serverTime: now(), code: 'code-mismatch', counted: true, failures: 1});
      case TEST_CODES.locked: {
        const unlock = ['phone-identity', 're-registration'];
        return refuse(423, {
          serverTime: now(),
          code: 'locked',
          counted: false,
          failures: 5,
          unlock,
        });
      }
      case TEST_CODES.expired:
        return refuse(422, {serverTime: now(), code: 'code-expired', counted: false, failures: 0});
      case TEST_CODES.slow: {
        const response = await next(request, env);
        await delay(SLOW_MS);
        return response;
      }
      case TEST_CODES.lost: {
        const response = await next(request, env);
        env.incoming.socket.destroy();
        return response;
      }
      default:
        return next(request, env);
    }
  };
}

function refuse(status: number, fields: object): Response {
  return Response.json({maxFailures: 5, ...fields}, {status});
}

async function codeIn(request: Request): Promise<unknown> {
  const body: unknown = await request.json().catch(() => undefined);
  return typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined;
}
