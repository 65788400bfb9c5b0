/** Gives each request an id, and logs its response. */
import type {Context, MiddlewareHandler} from 'hono';
import {matchedRoutes} from 'hono/route';
import {REQUEST_ID_HEADER} from './http.ts';
import type {Log} from './log.ts';

/** The ids of requests that are taken over: those of a proxy in front. */
const REQUEST_ID = /^[\w\-=]{1,64}$/;

/** `traceparent` (W3C Trace Context). */
const TRACE_PARENT =
  /^[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(?:-|$)/;

/**
 * Logs each request. One middleware does all that every request needs, since each one costs time.
 *
 * @param basePath the path of the endpoint
 */
export function logRequests(log: Log, basePath: string): MiddlewareHandler {
  return async (c, next) => {
    const given = c.req.header(REQUEST_ID_HEADER);
    const requestId = given !== undefined && REQUEST_ID.test(given) ? given : crypto.randomUUID();
    c.set('requestId', requestId);
    const start = performance.now();
    await next();
    const ms = Math.round(performance.now() - start);
    const code = c.get('code') as string | undefined;
    // `respond` has set the header of all other responses.
    if (code === undefined) c.header(REQUEST_ID_HEADER, requestId);
    const site = c.get('site') as string | undefined;
    const isNewLock = c.get('isNewLock') as boolean | undefined;
    log({
      event: 'request',
      ...requestIds(c),
      method: c.req.method,
      route: routePattern(c, basePath),
      status: c.res.status,
      code: code ?? '',
      ms,
      ...(site && {site}),
      ...(isNewLock && {isNewLock}),
    });
  };
}

/** Returns the id of a request, and that of its trace if a proxy has started one (W3C Trace Context). */
export function requestIds(c: Context): {readonly requestId: string; readonly traceId?: string} {
  const requestId = (c.get('requestId') as string | undefined) ?? '';
  const traceParent = c.req.header('traceparent');
  const [, traceId] = (traceParent && TRACE_PARENT.exec(traceParent)) || [];
  return traceId === undefined ? {requestId} : {requestId, traceId};
}

/** Returns the pattern of the route for the log, without keys and ids; `unknown` for any other path. */
function routePattern(c: Context, basePath: string): string {
  const pattern = matchedRoutes(c).findLast(({path}) => !path.includes('*'))?.path;
  return pattern === undefined ? 'unknown' : pattern.slice(basePath.length) || '/';
}
