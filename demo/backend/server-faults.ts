/** Moods of the demo's server: what can come between the widget and its endpoint. */

/** Every mood, in the order of the demo's switch. */
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

/** How long a slow server takes, in ms. */
const SLOW_MS = 3000;

/** The endpoint, as a function from Request to Response. */
export type FetchHandler = (request: Request) => Response | Promise<Response>;

/** Serves a request as a server in this mood would. `now` is in ms since the epoch. */
export async function withFault(
  mood: ServerFault,
  request: Request,
  serve: FetchHandler,
  now: () => number,
): Promise<Response> {
  const isAttempt = request.method === 'POST';
  switch (mood) {
    case 'slow':
      await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
      return serve(request);
    case 'no-response':
      return isAttempt ? new Promise<Response>(() => undefined) : serve(request);
    case 'response-lost':
      // Decided and counted, but the connection breaks before the answer is out.
      if (!isAttempt) return serve(request);
      await serve(request);
      return Response.error();
    case 'request-lost':
      return isAttempt ? Response.error() : serve(request);
    case 'delivered-twice': {
      const again = request.clone();
      await serve(request);
      return serve(again);
    }
    case 'rate-limited':
      return isAttempt
        ? problemResponse(429, {code: 'rate-limited', retryAfter: 10}, now())
        : serve(request);
    case 'signed-out':
      // What many sites do: the login page, with status 200.
      return new Response('<!doctype html><title>로그인</title><form action="/login"></form>', {
        headers: {'Content-Type': 'text/html; charset=utf-8'},
      });
    case 'redirected':
      return Response.redirect(new URL('/login', request.url), 302);
    case 'page-outdated':
      return isAttempt ? problemResponse(403, {code: 'csrf'}, now()) : serve(request);
    case 'unavailable':
      return isAttempt ? problemResponse(503, {code: 'unavailable'}, now()) : serve(request);
    case 'internal-error':
      return isAttempt ? problemResponse(500, {code: 'internal'}, now()) : serve(request);
    case 'malformed':
      return isAttempt ? jsonResponse('{"code": "verified", "verificationId') : serve(request);
    case 'empty':
      return isAttempt ? new Response(null, {status: 204}) : serve(request);
    case 'unknown-code':
      return isAttempt
        ? jsonResponse('{"code": "AP011", "msg": "알 수 없는 결과"}')
        : serve(request);
    case 'none':
      return serve(request);
  }
}

function jsonResponse(text: string): Response {
  return new Response(text, {headers: {'Content-Type': 'application/json'}});
}

function problemResponse(
  status: number,
  more: {readonly code: string; readonly retryAfter?: number},
  serverTime: number,
): Response {
  return new Response(
    JSON.stringify({status, title: more.code, ...more, counted: false, serverTime}),
    {
      status,
      headers: {'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store'},
    },
  );
}
