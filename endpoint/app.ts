/**
 * The reference verification endpoint: a function from Request to Response that keeps the contract.
 * The demo's worker, the tests and Node's server hand it requests; it holds no state but its store's.
 */
import {Hono, type Context} from 'hono';
import {respond} from './http.ts';
import type {CodeVerifier} from './verifier/verifier.ts';
import {DEFAULT_RULES, type Rules} from './attempts/decide.ts';
import type {EndpointContext} from './context.ts';
import {problem} from './problems.ts';
import {DEFAULT_RATE_LIMITS, createRateLimits, type RateLimitSettings} from './rate-limits.ts';
import {errorOrigin, silentLog, type Log} from './log.ts';
import {totpVerifier} from './verifier/totp-verifier.ts';
import {traineeRoutes, type TraineeRoutesOptions} from './routes/trainee-routes.ts';
import type {Encryption} from './crypto/encryption.ts';
import {serviceRoutes} from './routes/service-routes.ts';
import {StoreError, type Store} from './store/store.ts';
import type {AuthenticateService} from './auth.ts';

/** What the endpoint needs from where it runs. */
export interface EndpointOptions extends TraineeRoutesOptions {
  /** The path under which it is served, such as `/api/motp`. */
  readonly basePath: string;
  readonly store: Store;
  /** Seals seeds and tickets; the same for as long as the store is kept. */
  readonly encryption: Encryption;
  /** ms since the epoch. */
  readonly now: () => number;
  /** Which servers may call; without it none. */
  readonly authenticateService?: AuthenticateService;
  /** Who decides codes; the endpoint itself where nobody else is named. */
  readonly verifier?: CodeVerifier;
  readonly rules?: Partial<Rules>;
  readonly limits?: Partial<RateLimitSettings>;
  readonly log?: Log;
}

/** The endpoint, ready to be served. */
export function createEndpoint(options: EndpointOptions): Hono {
  const {basePath, authenticateService} = options;
  const endpoint = createContext(options);
  const {now, log, store} = endpoint;
  const app = new Hono().basePath(basePath);

  app.use(async (c, next) => {
    const began = performance.now();
    await next();
    const ms = Math.round(performance.now() - began);
    const {code = '', site} = c.var as {readonly code?: string; readonly site?: string};
    const {status} = c.res;
    const route = routePattern(c, basePath);
    log({event: 'request', method: c.req.method, route, status, code, ms, ...(site && {site})});
  });

  app.get('/health/live', (c) => respond(c, {status: 200, body: {code: 'live'}}));
  app.get('/health/ready', async (c) =>
    (await store.isReady())
      ? respond(c, {status: 200, body: {code: 'ready'}})
      : respond(c, problem('unavailable', now(), {retryAfter: 5})),
  );
  app.get('/openapi.json', async (c) => {
    // Fetched when it is asked for: the demo's page can do without.
    const {createOpenApi} = await import('./openapi.ts');
    return c.json(createOpenApi(basePath));
  });
  if (authenticateService) app.route('/', serviceRoutes(endpoint, authenticateService));
  app.route('/', traineeRoutes(endpoint, options));

  for (const [path, allowed] of METHODS) {
    app.all(path, (c) => {
      c.header('Allow', allowed);
      return respond(c, problem('invalid-request', now(), {status: 405}));
    });
  }
  app.notFound((c) => respond(c, problem('invalid-request', now(), {status: 404})));
  app.onError((error, c) => handleError(c, error, endpoint));
  return app;
}

/** What operations outside of a request need as well: purge, the demo's own reports. */
export function createContext(options: EndpointOptions): EndpointContext {
  const {store, encryption, now, log = silentLog, verifier = totpVerifier(encryption)} = options;
  const rules = {...DEFAULT_RULES, ...options.rules};
  const limits = createRateLimits({...DEFAULT_RATE_LIMITS, ...options.limits}, store);
  return {store, encryption, now, log, verifier, rules, limits};
}

/** Which methods each path of the page knows. */
const METHODS = [
  ['/', 'POST'],
  ['/attempts/:key', 'GET'],
  ['/status', 'GET'],
] as const;

/** The answer to an error: the store's trouble, or a bug. Nothing has counted. */
function handleError(c: Context, error: unknown, {now, log}: EndpointContext): Response {
  if (!(error instanceof StoreError)) {
    const instance = crypto.randomUUID();
    log({event: 'internal-error', instance, reason: errorOrigin(error)});
    return respond(c, problem('internal', now(), {instance}));
  }
  log({event: 'store-error', trouble: error.code, reason: errorOrigin(error.cause)});
  // Whether it counted can be asked by key; until then it is as if somebody were still at it.
  return error.code === 'unavailable'
    ? respond(c, problem('unavailable', now(), {retryAfter: 5}))
    : respond(c, problem('in-progress', now(), {retryAfter: 1}));
}

/** The route as the log names it: no key, no id of a receipt, nothing that a stranger made up. */
function routePattern(c: Context, basePath: string): string {
  const path = c.req.path.slice(basePath.length);
  const [route] = /^(\/[a-z.-]+){0,2}(?=\/?$|\/[^/]*$)/.exec(path) ?? [];
  return c.res.status === 404 ? 'unknown' : (route ?? 'unknown') || '/';
}
