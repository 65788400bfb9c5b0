/** The door for the trainee's page: an attempt, what became of it, and how things stand. */
import {Hono, type Context} from 'hono';
import {cors} from 'hono/cors';
import * as v from 'valibot';
import {IdempotencyKey, AttemptRequest} from '../../src/core/contract.ts';
import {parseJson, limitBody, isJson, respond} from '../http.ts';
import {handleAttempt} from '../attempts/handle-attempt.ts';
import type {EndpointContext} from '../context.ts';
import {problem, type Outcome, type ProblemDetails} from '../problems.ts';
import {getOutcome} from '../attempts/replay.ts';
import {getStatus} from '../status.ts';
import type {Trainee, AuthenticateTrainee} from '../auth.ts';

/** How the page is known, and whence it may come. */
export interface TraineeRoutesOptions {
  readonly authenticateTrainee: AuthenticateTrainee;
  /** Other origins whose pages may ask, such as `https://www.example.kr`. */
  readonly allowedOrigins?: readonly string[];
  /** Whether a request carries the site's own CSRF token; without this none is wanted. */
  readonly hasCsrfToken?: (request: Request) => boolean | Promise<boolean>;
  /** Whence a request comes, as far as the server knows. */
  readonly getClientAddress?: (c: Context) => string | undefined;
}

/** The longest body of an attempt (contract), in bytes. */
const MAX_BODY_BYTES = 1024;

/**
 * How long who asks too often for one account is kept waiting for the refusal, in ms: whoever waits
 * for it can't ask again meanwhile, and others are served.
 */
const RATE_LIMIT_DELAY_MS = 500;

/** By which a page says who the trainee is where a request has no body, and no session tells. */
export const TICKET_HEADER = 'Motp-Ticket';

/** Who asks is known even where the rest of a body is no attempt. */
const WithTicket = v.object({ticket: AttemptRequest.entries.ticket});

/** The routes of the page. */
export function traineeRoutes(endpoint: EndpointContext, options: TraineeRoutesOptions): Hono {
  const {
    allowedOrigins = [],
    authenticateTrainee,
    hasCsrfToken,
    getClientAddress = () => undefined,
  } = options;
  const {limits, now} = endpoint;
  const app = new Hono();
  const no = (c: Context, code: Parameters<typeof problem>[0], details?: ProblemDetails) =>
    respond(c, problem(code, now(), details));

  // Headers for other origins are set on an answer that is still to come, and that costs: not without
  // any origin to name.
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

  app.use(async (c, next) => {
    const wait = limits.consume(undefined, getClientAddress(c), now());
    if (wait > 0) return no(c, 'rate-limited', {retryAfter: wait});
    return next();
  });

  const tooLarge = (c: Context) => no(c, 'invalid-request', {status: 413});
  app.post('/', limitBody(MAX_BODY_BYTES, tooLarge), async (c) => {
    const request = c.req.raw;
    if (!isAllowedOrigin(request, allowedOrigins)) return no(c, 'origin');
    // Only a form of ours is sent as JSON: a page elsewhere can't without leave (CSRF).
    if (!isJson(request)) return no(c, 'invalid-request', {status: 415});
    if (hasCsrfToken && !(await hasCsrfToken(request))) return no(c, 'csrf');
    const body = await parseJson(request);
    const said = v.safeParse(AttemptRequest, body);
    const named = said.success ? said : v.safeParse(WithTicket, body);
    return asTrainee(c, named.success ? named.output.ticket : undefined, async (trainee) => {
      const wait = limits.consume(trainee.subject, undefined, now());
      if (wait > 0) {
        await new Promise((resolve) => setTimeout(resolve, RATE_LIMIT_DELAY_MS));
        return problem('rate-limited', now(), {retryAfter: wait});
      }
      const key = parseKey(c.req.header('Idempotency-Key'));
      if (!key) return problem('key-required', now());
      if (!said.success)
        return problem('invalid-request', now(), {errors: invalidFields(said.issues)});
      return handleAttempt(endpoint, trainee, key, said.output);
    });
  });

  app.get('/attempts/:key', (c) =>
    asTrainee(c, c.req.header(TICKET_HEADER), (trainee) => {
      const key = v.safeParse(IdempotencyKey, c.req.param('key'));
      return key.success
        ? getOutcome(endpoint, trainee, key.output)
        : problem('attempt-unknown', now());
    }),
  );

  app.get('/status', (c) =>
    asTrainee(c, c.req.header(TICKET_HEADER), (trainee) => getStatus(endpoint, trainee)),
  );

  return app;

  /** Does what a trainee asks, once it is known who that is. */
  async function asTrainee(
    c: Context,
    ticket: string | undefined,
    answer: (trainee: Trainee) => Outcome | Promise<Outcome>,
  ): Promise<Response> {
    const asker = await authenticateTrainee(c.req.raw, ticket);
    switch (asker.kind) {
      case 'anonymous':
        return no(c, 'session-required');
      case 'invalid-ticket':
        return no(c, 'ticket-invalid');
      case 'trainee':
        c.set('site', asker.trainee.site);
        return respond(c, await answer({...asker.trainee, address: getClientAddress(c)}));
    }
  }
}

/** `Idempotency-Key: "…"`, a string of RFC 8941. */
function parseKey(header: string | undefined): IdempotencyKey | undefined {
  const key = v.safeParse(IdempotencyKey, header?.match(/^"(.*)"$/)?.[1]);
  return key.success ? key.output : undefined;
}

/** Browsers name the page's origin with every POST; what is no browser names none. */
function isAllowedOrigin(request: Request, origins: readonly string[]): boolean {
  const origin = request.headers.get('Origin');
  if (origin === null || origins.includes(origin)) return true;
  // Behind a proxy that ends TLS the scheme is another here; the host is the same.
  const host = request.headers.get('Host') ?? new URL(request.url).host;
  return URL.parse(origin)?.host === host;
}

/** Which field is wrong; never what was in it. */
function invalidFields(issues: readonly v.BaseIssue<unknown>[]): string[] {
  return issues.map((issue) => v.getDotPath(issue) ?? 'body');
}
