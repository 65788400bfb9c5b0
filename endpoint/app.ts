/**
 * The reference verification endpoint: a Hono app that implements docs/endpoint-contract.md. It runs in
 * Node, in tests and in the demo's page. It keeps no state outside of its store but rate limits.
 */
import {Hono, type Context} from 'hono';
import {RefusedAttempts} from './attempts/refused-attempts.ts';
import {DEFAULT_RULES, type Rules} from './attempts/decide.ts';
import type {AuthenticateService} from './auth.ts';
import type {EndpointContext} from './context.ts';
import type {Encryption} from './crypto/encryption.ts';
import {respond} from './http.ts';
import {errorOrigin, silentLog, type Log} from './log.ts';
import {problem} from './problems.ts';
import {Readiness} from './readiness.ts';
import {createRateLimits, DEFAULT_RATE_LIMITS, type RateLimitSettings} from './rate-limits.ts';
import {logRequests, requestIds} from './request-log.ts';
import {RevokedTickets} from './revoked-tickets.ts';
import {serviceRoutes} from './routes/service-routes.ts';
import {traineeRoutes, type TraineeRoutesOptions} from './routes/trainee-routes.ts';
import type {Store} from './store/store.ts';
import {StoreError} from './store/store-error.ts';
import {totpVerifier} from './verifier/totp-verifier.ts';
import type {CodeVerifier} from './verifier/verifier.ts';

/** The dependencies and settings of the endpoint. */
export interface EndpointOptions extends TraineeRoutesOptions {
  /** The path of the endpoint, such as `/api/motp`. */
  readonly basePath: string;
  readonly store: Store;
  /** Encrypts seeds and tickets. Keep its key as long as the store. */
  readonly encryption: Encryption;
  /** Returns the current time, in ms since the epoch. */
  readonly now: () => number;
  /** Authenticates servers. Without it, the endpoint has no routes for servers. */
  readonly authenticateService?: AuthenticateService;
  /** Decides codes; by default the endpoint itself, with TOTP. */
  readonly verifier?: CodeVerifier;
  readonly rules?: Partial<Rules>;
  readonly limits?: Partial<RateLimitSettings>;
  readonly log?: Log;
  /** Answers `GET {endpoint}/health/ready`; by default from the store. */
  readonly readiness?: Readiness;
}

/** Creates the endpoint as a Hono app. */
export function createEndpoint(options: EndpointOptions): Hono {
  const {basePath, authenticateService} = options;
  const context = createContext(options);
  const {now, log, store} = context;
  const readiness = options.readiness ?? new Readiness(store, log);
  const app = new Hono().basePath(basePath);

  app.use(logRequests(log, basePath));
  // No store can look for a NUL character: PostgreSQL rejects it in a text.
  app.use((c, next) =>
    c.req.url.includes('%00') || c.req.url.includes('\0')
      ? Promise.resolve(respond(c, problem('invalid-request', now(), {errors: ['path']})))
      : next(),
  );

  app.get('/health/live', (c) => respond(c, {status: 200, body: {code: 'live'}}));
  app.get('/health/ready', async (c) =>
    (await readiness.check(now()))
      ? respond(c, {status: 200, body: {code: 'ready'}})
      : respond(c, problem('unavailable', now(), {retryAfter: 5})),
  );
  app.get('/openapi.json', async (c) => {
    // Imported on demand: the demo's page does not need it.
    const {createOpenApi} = await import('./openapi.ts');
    return c.json(createOpenApi(basePath));
  });
  if (authenticateService)
    app.route('/', serviceRoutes(context, {authenticateService, ...options}));
  app.route('/', traineeRoutes(context, options));

  for (const [path, allowed] of TRAINEE_METHODS) {
    app.all(path, (c) => {
      const headers = {Allow: allowed};
      return respond(c, problem('invalid-request', now(), {status: 405}), headers);
    });
  }
  app.notFound((c) => respond(c, problem('invalid-request', now(), {status: 404})));
  app.onError((error, c) => handleError(c, error, context));
  return app;
}

/** Creates the context of operations that run outside of a request, such as a purge. */
export function createContext(options: EndpointOptions): EndpointContext {
  const {store, encryption, now, log = silentLog, verifier = totpVerifier(encryption)} = options;
  const rules = {...DEFAULT_RULES, ...options.rules};
  const limits = createRateLimits({...DEFAULT_RATE_LIMITS, ...options.limits}, store);
  const revokedTickets = new RevokedTickets(store);
  const refusedAttempts = new RefusedAttempts(store);
  return {store, encryption, now, log, verifier, rules, limits, revokedTickets, refusedAttempts};
}

/** The method of each route for trainees; any other is answered with 405. */
const TRAINEE_METHODS = [
  ['/', 'POST'],
  ['/attempts/:key', 'GET'],
  ['/status', 'GET'],
] as const;

/** Responds to an error of the store or to a bug. Neither counts as a failure. */
function handleError(c: Context, error: unknown, {now, log}: EndpointContext): Response {
  if (!(error instanceof StoreError)) {
    const instance = crypto.randomUUID();
    log({event: 'internal-error', ...requestIds(c), instance, reason: errorOrigin(error)});
    return respond(c, problem('internal', now(), {instance}));
  }
  const {code, reason} = error;
  const origin = errorOrigin(error.cause);
  log({event: 'store-error', ...requestIds(c), code, reason, origin});
  // After `busy` or `in-doubt` the widget asks for the outcome by key, as for a running attempt.
  return code === 'unavailable' || code === 'misconfigured'
    ? respond(c, problem('unavailable', now(), {retryAfter: 5}))
    : respond(c, problem('in-progress', now(), {retryAfter: 1}));
}
