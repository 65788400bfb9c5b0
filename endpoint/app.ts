/**
 * The reference verification endpoint: a function from Request to Response that keeps the contract.
 * The demo's worker, the tests and Node's server hand it requests; it holds no state but its store's.
 */
import {Hono, type Context} from 'hono';
import {send} from './http.ts';
import type {CodeAuthority} from './verifier/verifier.ts';
import {DEFAULT_RULES, type Rules} from './attempts/decide.ts';
import {refused, type Endpoint} from './context.ts';
import {DEFAULT_LIMITS, limitsOf, type LimitSettings} from './rate-limits.ts';
import {reasonOf, SILENT, type Log} from './log.ts';
import {ownAuthority} from './verifier/totp-verifier.ts';
import {pageDoor, type PageDoorOptions} from './routes/trainee-routes.ts';
import type {Seal} from './crypto/encryption.ts';
import {serverDoor} from './routes/service-routes.ts';
import {StoreError, type Store} from './store/store.ts';
import type {WhoCalls} from './auth.ts';

/** What the endpoint needs from where it runs. */
export interface EndpointOptions extends PageDoorOptions {
  /** The path under which it is served, such as `/api/motp`. */
  readonly basePath: string;
  readonly store: Store;
  /** Seals seeds and tickets; the same for as long as the store is kept. */
  readonly seal: Seal;
  /** ms since the epoch. */
  readonly now: () => number;
  /** Which servers may call; without it none. */
  readonly whoCalls?: WhoCalls;
  /** Who decides codes; the endpoint itself where nobody else is named. */
  readonly authority?: CodeAuthority;
  readonly rules?: Partial<Rules>;
  readonly limits?: Partial<LimitSettings>;
  readonly log?: Log;
}

/** The endpoint, ready to be served. */
export function createEndpoint(options: EndpointOptions): Hono {
  const {basePath, whoCalls} = options;
  const endpoint = endpointOf(options);
  const {now, log, store} = endpoint;
  const app = new Hono().basePath(basePath);

  app.use(async (c, next) => {
    const began = performance.now();
    await next();
    const ms = Math.round(performance.now() - began);
    const {code = '', site} = c.var as {readonly code?: string; readonly site?: string};
    const {status} = c.res;
    const route = routeOf(c, basePath);
    log({event: 'answered', method: c.req.method, route, status, code, ms, ...(site && {site})});
  });

  app.get('/health/live', (c) => send(c, {status: 200, answer: {code: 'live'}}));
  app.get('/health/ready', async (c) =>
    (await store.isReady())
      ? send(c, {status: 200, answer: {code: 'ready'}})
      : send(c, refused('unavailable', now(), {retryAfter: 5})),
  );
  app.get('/openapi.json', async (c) => {
    // Fetched when it is asked for: the demo's page can do without.
    const {openApi} = await import('./openapi.ts');
    return c.json(openApi(basePath));
  });
  if (whoCalls) app.route('/', serverDoor(endpoint, whoCalls));
  app.route('/', pageDoor(endpoint, options));

  for (const [path, allowed] of METHODS) {
    app.all(path, (c) => {
      c.header('Allow', allowed);
      return send(c, refused('invalid-request', now(), {status: 405}));
    });
  }
  app.notFound((c) => send(c, refused('invalid-request', now(), {status: 404})));
  app.onError((error, c) => trouble(c, error, endpoint));
  return app;
}

/** What operations outside of a request need as well: purge, the demo's own reports. */
export function endpointOf(options: EndpointOptions): Endpoint {
  const {store, seal, now, log = SILENT, authority = ownAuthority(seal)} = options;
  const rules = {...DEFAULT_RULES, ...options.rules};
  const limits = limitsOf({...DEFAULT_LIMITS, ...options.limits}, store);
  return {store, seal, now, log, authority, rules, limits};
}

/** Which methods each path of the page knows. */
const METHODS = [
  ['/', 'POST'],
  ['/attempts/:key', 'GET'],
  ['/status', 'GET'],
] as const;

/** The answer to an error: the store's trouble, or a bug. Nothing has counted. */
function trouble(c: Context, error: unknown, {now, log}: Endpoint): Response {
  if (!(error instanceof StoreError)) {
    const instance = crypto.randomUUID();
    log({event: 'bug', instance, reason: reasonOf(error)});
    return send(c, refused('internal', now(), {instance}));
  }
  log({event: 'store-trouble', trouble: error.trouble, reason: reasonOf(error.cause)});
  // Whether it counted can be asked by key; until then it is as if somebody were still at it.
  return error.trouble === 'unavailable'
    ? send(c, refused('unavailable', now(), {retryAfter: 5}))
    : send(c, refused('in-progress', now(), {retryAfter: 1}));
}

/** The route as the log names it: no key, no id of a receipt, nothing that a stranger made up. */
function routeOf(c: Context, basePath: string): string {
  const path = c.req.path.slice(basePath.length);
  const [route] = /^(\/[a-z.-]+){0,2}(?=\/?$|\/[^/]*$)/.exec(path) ?? [];
  return c.res.status === 404 ? 'unknown' : (route ?? 'unknown') || '/';
}
