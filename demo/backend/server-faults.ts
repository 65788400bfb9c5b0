/** The faults that the demo can inject between the widget and its endpoint. */

/** Every fault, in the order in which the toolbar lists them. */
export const SERVER_FAULTS = [
  'none',
  'slow',
  'no-response',
  'response-lost',
  'request-lost',
  'delivered-twice',
  'rate-limited',
  'signed-out',
  'redirected',
  'page-outdated',
  'unavailable',
  'internal-error',
  'malformed',
  'empty',
  'unknown-code',
] as const;

/** One of {@link SERVER_FAULTS}. */
export type ServerFault = (typeof SERVER_FAULTS)[number];

/** The delay of the fault `slow`, in ms. */
const SLOW_MS = 3000;

/** Responds to a request, as the global `fetch` does. */
export type FetchHandler = (request: Request) => Response | Promise<Response>;

/**
 * Handles a request as a server with this fault would.
 *
 * @param handler the server without the fault
 * @param now returns ms since the epoch
 */
export async function withFault(
  fault: ServerFault,
  request: Request,
  handler: FetchHandler,
  now: () => number,
): Promise<Response> {
  const isAttempt = request.method === 'POST';
  switch (fault) {
    case 'slow':
      await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
      return handler(request);
    case 'no-response':
      return isAttempt ? new Promise<Response>(() => undefined) : handler(request);
    case 'response-lost':
      // The server decides and counts the attempt, but the response never arrives.
      if (!isAttempt) return handler(request);
      await handler(request);
      return Response.error();
    case 'request-lost':
      return isAttempt ? Response.error() : handler(request);
    case 'delivered-twice': {
      const duplicate = request.clone();
      await handler(request);
      return handler(duplicate);
    }
    case 'rate-limited':
      return isAttempt
        ? problemResponse(429, {code: 'rate-limited', retryAfter: 10}, now())
        : handler(request);
    case 'signed-out':
      // Many sites respond with their login page and status 200.
      return new Response('<!doctype html><title>로그인</title><form action="/login"></form>', {
        headers: {'Content-Type': 'text/html; charset=utf-8'},
      });
    case 'redirected':
      return Response.redirect(new URL('/login', request.url), 302);
    case 'page-outdated':
      return isAttempt ? problemResponse(403, {code: 'csrf'}, now()) : handler(request);
    case 'unavailable':
      return isAttempt ? problemResponse(503, {code: 'unavailable'}, now()) : handler(request);
    case 'internal-error':
      return isAttempt ? problemResponse(500, {code: 'internal'}, now()) : handler(request);
    case 'malformed':
      return isAttempt ? jsonResponse('{"code": "verified", "verificationId') : handler(request);
    case 'empty':
      return isAttempt ? new Response(null, {status: 204}) : handler(request);
    case 'unknown-code':
      return isAttempt
        ? jsonResponse('{"code": "AP011", "msg": "알 수 없는 결과"}')
        : handler(request);
    case 'none':
      return handler(request);
  }
}

function jsonResponse(text: string): Response {
  return new Response(text, {headers: {'Content-Type': 'application/json'}});
}

function problemResponse(
  status: number,
  fields: {readonly code: string; readonly retryAfter?: number},
  serverTime: number,
): Response {
  return new Response(
    JSON.stringify({status, title: fields.code, ...fields, counted: false, serverTime}),
    {
      status,
      headers: {'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store'},
    },
  );
}
