/** Moods of the demo's server: what can come between the widget and its endpoint. */

/** Every mood, in the order of the demo's switch. */
export const MOODS = [
  'well',
  'slow',
  'silent',
  'answer-lost',
  'request-lost',
  'delivered-twice',
  'busy',
  'signed-out',
  'redirected',
  'page-outdated',
  'out-of-order',
  'broken',
  'garbled',
  'empty',
  'unheard-of',
] as const;

/** One of {@link MOODS}. */
export type Mood = (typeof MOODS)[number];

/** How long a slow server takes, in ms. */
const SLOW_MS = 3000;

/** The endpoint, as a function from Request to Response. */
export type Serve = (request: Request) => Response | Promise<Response>;

/** Serves a request as a server in this mood would. `now` is in ms since the epoch. */
export async function serveIn(
  mood: Mood,
  request: Request,
  serve: Serve,
  now: () => number,
): Promise<Response> {
  const isAttempt = request.method === 'POST';
  switch (mood) {
    case 'slow':
      await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
      return serve(request);
    case 'silent':
      return isAttempt ? new Promise<Response>(() => undefined) : serve(request);
    case 'answer-lost':
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
    case 'busy':
      return isAttempt
        ? problem(429, {code: 'rate-limited', retryAfter: 10}, now())
        : serve(request);
    case 'signed-out':
      // What many sites do: the login page, with status 200.
      return new Response('<!doctype html><title>로그인</title><form action="/login"></form>', {
        headers: {'Content-Type': 'text/html; charset=utf-8'},
      });
    case 'redirected':
      return Response.redirect(new URL('/login', request.url), 302);
    case 'page-outdated':
      return isAttempt ? problem(403, {code: 'csrf'}, now()) : serve(request);
    case 'out-of-order':
      return isAttempt ? problem(503, {code: 'unavailable'}, now()) : serve(request);
    case 'broken':
      return isAttempt ? problem(500, {code: 'internal'}, now()) : serve(request);
    case 'garbled':
      return isAttempt ? json('{"code": "verified", "verificationId') : serve(request);
    case 'empty':
      return isAttempt ? new Response(null, {status: 204}) : serve(request);
    case 'unheard-of':
      return isAttempt ? json('{"code": "AP011", "msg": "알 수 없는 결과"}') : serve(request);
    case 'well':
      return serve(request);
  }
}

function json(text: string): Response {
  return new Response(text, {headers: {'Content-Type': 'application/json'}});
}

function problem(
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
