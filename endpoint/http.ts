/** Reads request bodies and sends responses. */
import type {Context, MiddlewareHandler} from 'hono';
import {bodyLimit} from 'hono/body-limit';
import type {Outcome} from './problems.ts';

/** The header of a request's id, also in the response. */
export const REQUEST_ID_HEADER = 'X-Request-Id';

/**
 * Sends an outcome as JSON, or as a problem (RFC 9457) if its status is 400 or higher. Builds the response
 * with all its headers at once: adding one to a response costs more than the rest of it.
 */
export function respond(
  c: Context,
  {status, body, isReplayed}: Outcome,
  headers?: Readonly<Record<string, string>>,
): Response {
  const isProblem = status >= 400;
  const {retryAfter, counted} = body as {readonly retryAfter?: number; readonly counted?: boolean};
  const requestId = c.get('requestId') as string | undefined;
  c.set('code', body.code);
  if (body.code === 'locked' && counted && !isReplayed) c.set('isNewLock', true);
  return new Response(JSON.stringify(isProblem ? {title: body.code, status, ...body} : body), {
    status,
    headers: {
      'Content-Type': isProblem ? 'application/problem+json' : 'application/json',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      ...(requestId !== undefined && {[REQUEST_ID_HEADER]: requestId}),
      ...(retryAfter !== undefined && {'Retry-After': String(retryAfter)}),
      ...(isReplayed && {'Idempotency-Replayed': 'true'}),
      ...headers,
    },
  });
}

/**
 * Rejects larger bodies, in bytes. Counts only a body without a `Content-Length`: Hono's `bodyLimit`
 * turns every body into a stream, which costs more than the rest of the HTTP handling.
 */
export function limitBody(maxSize: number, onError: (c: Context) => Response): MiddlewareHandler {
  const countBytes = bodyLimit({maxSize, onError});
  return async (c, next) => {
    const length = c.req.header('Content-Length');
    if (length === undefined || c.req.header('Transfer-Encoding')) return countBytes(c, next);
    if (Number(length) > maxSize) return onError(c);
    return next();
  };
}

/** Reads the body of a request as JSON, or returns `undefined` if it is not JSON. */
export async function readJson(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    return undefined;
  }
}

/** Returns whether the `Content-Type` of a request is JSON. */
export function isJson(request: Request): boolean {
  return /^application\/json\s*(;|$)/i.test(request.headers.get('Content-Type') ?? '');
}
