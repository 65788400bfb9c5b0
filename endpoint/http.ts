/** How bodies come in and answers go out, whatever they say. */
import type {Context, MiddlewareHandler} from 'hono';
import {bodyLimit} from 'hono/body-limit';
import type {ContentfulStatusCode} from 'hono/utils/http-status';
import type {Outcome} from './problems.ts';

/** Sends an outcome: JSON, and as a problem (RFC 9457) where it is a refusal. */
export function respond(c: Context, {status, body: answer, isReplayed}: Outcome): Response {
  const isRefusal = status >= 400;
  const {retryAfter} = answer as {readonly retryAfter?: number};
  const body = isRefusal ? {title: answer.code, status, ...answer} : answer;
  c.set('code', answer.code);
  return c.body(JSON.stringify(body), {
    status: status as ContentfulStatusCode,
    headers: {
      'Content-Type': isRefusal ? 'application/problem+json' : 'application/json',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      ...(retryAfter !== undefined && {'Retry-After': String(retryAfter)}),
      ...(isReplayed && {'Idempotency-Replayed': 'true'}),
    },
  });
}

/**
 * Refuses bodies of more bytes. Only one that doesn't say its length is counted on its way: Hono's
 * own limit makes a stream of every body, which costs more than all else that HTTP does here.
 */
export function limitBody(maxSize: number, onError: (c: Context) => Response): MiddlewareHandler {
  const counted = bodyLimit({maxSize, onError});
  return async (c, next) => {
    const length = c.req.header('Content-Length');
    if (length === undefined || c.req.header('Transfer-Encoding')) return counted(c, next);
    if (Number(length) > maxSize) return onError(c);
    return next();
  };
}

/** The JSON of a request's body, or `undefined` where it is none. */
export async function parseJson(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    return undefined;
  }
}

/** Whether a request's body says that it is JSON. */
export function isJson(request: Request): boolean {
  return /^application\/json\s*(;|$)/i.test(request.headers.get('Content-Type') ?? '');
}
