/** The routes for the trainee's page: an attempt, the outcome of a key, and the status. */
import {Hono, type Context} from 'hono';
import {cors} from 'hono/cors';
import * as v from 'valibot';
import {IdempotencyKey, AttemptRequest} from '../../src/core/contract.ts';
import {handleAttempt} from '../attempts/handle-attempt.ts';
import {getOutcome} from '../attempts/replay.ts';
import type {AuthenticateTrainee, Trainee} from '../auth.ts';
import type {GetClientAddress} from '../client-address.ts';
import type {EndpointContext} from '../context.ts';
import {isJson, limitBody, readJson, respond} from '../http.ts';
import {problem, type Outcome, type ProblemCode, type ProblemDetails} from '../problems.ts';
import {getStatus} from '../status.ts';

/** How the endpoint authenticates a page, and which pages may send requests. */
export interface TraineeRoutesOptions {
  readonly authenticateTrainee: AuthenticateTrainee;
  /**
   * The origin of the site's pages, such as `https://www.example.kr`. By default the `Host` header tells
   * it, which a proxy may change.
   */
  readonly publicOrigin?: string | undefined;
  /** Other origins whose pages may send requests, such as `https://www.example.kr`. */
  readonly allowedOrigins?: readonly string[];
  /** Whether a request has the site's own CSRF token. Without it, no token is required. */
  readonly hasCsrfToken?: (request: Request) => boolean | Promise<boolean>;
  /** Returns the client's network address, if the server knows it. */
  readonly getClientAddress?: GetClientAddress;
}

/** The longest body of an attempt that the contract allows, in bytes. */
const MAX_BODY_BYTES = 1024;

/** Delay before a 429 for an attempt, in ms. A client that waits sends no further requests meanwhile. */
const RATE_LIMIT_DELAY_MS = 500;

/** What an operator does if the endpoint refuses the site's own pages. */
const ORIGIN_FIX =
  'If your own pages are refused, set PUBLIC_ORIGIN to their origin: a proxy has changed the Host header.';

/** The header of a ticket, for requests without a body. */
export const TICKET_HEADER = 'Motp-Ticket';

/** Reads the ticket of a body that is otherwise invalid. */
const WithTicket = v.object({ticket: AttemptRequest.entries.ticket});

/** Creates the routes for the trainee's page. */
export function traineeRoutes(context: EndpointContext, options: TraineeRoutesOptions): Hono {
  const {
    publicOrigin,
    allowedOrigins = [],
    authenticateTrainee,
    hasCsrfToken,
    getClientAddress = () => undefined,
  } = options;
  const {limits, revokedTickets, now} = context;
  const app = new Hono();
  let hasLoggedOrigin = false;
  const reject = (c: Context, code: ProblemCode, details?: ProblemDetails) =>
    respond(c, problem(code, now(), details));

  // The CORS middleware costs time on every request, so it is used only with allowed origins.
  if (allowedOrigins.length > 0) {
    app.use(
      cors({
        origin: [...allowedOrigins],
        credentials: true,
        allowMethods: ['GET', 'POST'],
        allowHeaders: ['Content-Type', 'Idempotency-Key', TICKET_HEADER],
        exposeHeaders: ['Date', 'Retry-After'],
      }),
    );
  }

  // A request without a trainee is limited by its response, so that it uses up no trainee's budget.
  app.use(async (c, next) => {
    await next();
    if ((c as Context).get('site') !== undefined) return;
    const retryAfter = limits.consumeAnonymous(getClientAddress(c, 'page'), now());
    if (retryAfter === 0) return;
    c.res = reject(c, 'rate-limited', {retryAfter});
  });

  const rejectTooLarge = (c: Context) => reject(c, 'invalid-request', {status: 413});
  app.post('/', limitBody(MAX_BODY_BYTES, rejectTooLarge), async (c) => {
    const request = c.req.raw;
    if (!isAllowedOrigin(request, allowedOrigins, publicOrigin)) return rejectOrigin(c);
    // A cross-origin page can't send JSON without a CORS preflight (CSRF).
    if (!isJson(request)) return reject(c, 'invalid-request', {status: 415});
    if (hasCsrfToken && !(await hasCsrfToken(request))) return reject(c, 'csrf');
    const body = await readJson(request);
    // Before the authentication: without JSON there is no ticket, and so no word about a session.
    if (body === undefined) return reject(c, 'invalid-request', {errors: ['body']});
    const parsed = v.safeParse(AttemptRequest, body);
    const withTicket = parsed.success ? parsed : v.safeParse(WithTicket, body);
    const ticket = withTicket.success ? withTicket.output.ticket : undefined;
    return respondToTrainee(c, ticket, async (trainee) => {
      const key = parseKey(c.req.header('Idempotency-Key'));
      if (!key) return problem('key-required', now());
      if (!parsed.success) {
        return problem('invalid-request', now(), {errors: invalidFields(parsed.issues)});
      }
      const attempt = parsed.output;
      if (trainee.ticket && trainee.ticket.occasion !== attempt.occasion) {
        return problem('ticket-invalid', now());
      }
      return handleAttempt(context, trainee, key, attempt);
    });
  });

  app.get('/attempts/:key', (c) =>
    respondToTrainee(c, c.req.header(TICKET_HEADER), (trainee) => {
      const key = v.safeParse(IdempotencyKey, c.req.param('key'));
      return key.success
        ? getOutcome(context, trainee, key.output)
        : problem('attempt-unknown', now());
    }),
  );

  app.get('/status', (c) =>
    respondToTrainee(c, c.req.header(TICKET_HEADER), (trainee) => getStatus(context, trainee)),
  );

  return app;

  /** Refuses the origin of a page. Logs the likely reason once. */
  function rejectOrigin(c: Context): Response {
    if (!hasLoggedOrigin) context.log({event: 'origin-refused', fix: ORIGIN_FIX});
    hasLoggedOrigin = true;
    return reject(c, 'origin');
  }

  /** Authenticates the trainee, and responds with the outcome of the handler. */
  async function respondToTrainee(
    c: Context,
    ticket: string | undefined,
    handle: (trainee: Trainee) => Outcome | Promise<Outcome>,
  ): Promise<Response> {
    const auth = await authenticateTrainee(c.req.raw, ticket);
    switch (auth.kind) {
      case 'anonymous':
        return reject(c, 'session-required');
      case 'invalid-ticket':
        return reject(c, 'ticket-invalid');
      case 'trainee': {
        const trainee = {...auth.trainee, address: getClientAddress(c, 'page')};
        const {site, ticket: {id} = {}} = trainee;
        if (id !== undefined && (await revokedTickets.has(site, id, now()))) {
          return reject(c, 'ticket-invalid');
        }
        c.set('site', site);
        const kind = c.req.method === 'POST' ? 'attempt' : 'query';
        const retryAfter = limits.consume(trainee, kind, now());
        if (retryAfter === 0) return respond(c, await handle(trainee));
        if (kind === 'attempt') await delay(RATE_LIMIT_DELAY_MS);
        return reject(c, 'rate-limited', {retryAfter});
      }
    }
  }
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Parses `Idempotency-Key: "…"`, a string of RFC 8941. */
function parseKey(header: string | undefined): IdempotencyKey | undefined {
  const key = v.safeParse(IdempotencyKey, header?.match(/^"(.*)"$/)?.[1]);
  return key.success ? key.output : undefined;
}

/** Returns whether the request comes from this origin or an allowed one. Only browsers send `Origin`. */
function isAllowedOrigin(
  request: Request,
  allowedOrigins: readonly string[],
  publicOrigin: string | undefined,
): boolean {
  const origin = request.headers.get('Origin');
  if (origin === null || allowedOrigins.includes(origin)) return true;
  if (publicOrigin !== undefined) return origin === publicOrigin;
  // Compares hosts only: behind a proxy that terminates TLS, the scheme differs.
  const host = request.headers.get('Host') ?? new URL(request.url).host;
  return URL.parse(origin)?.host === host;
}

/** Returns the names of the invalid fields, never their values. */
function invalidFields(issues: readonly v.BaseIssue<unknown>[]): string[] {
  return issues.map((issue) => v.getDotPath(issue) ?? 'body');
}
