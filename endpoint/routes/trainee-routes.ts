/** The door for the trainee's page: an attempt, what became of it, and how things stand. */
import {Hono, type Context} from 'hono';
import {cors} from 'hono/cors';
import * as v from 'valibot';
import {AttemptKey, AttemptRequest} from '../../src/core/contract.ts';
import {json, limitedTo, saysJson, send} from '../http.ts';
import {attempt} from '../attempts/handle-attempt.ts';
import {refused, type Endpoint, type Outcome, type RefusalDetails} from '../context.ts';
import {outcomeOf} from '../attempts/replay.ts';
import {statusOf} from '../status.ts';
import type {Trainee, WhoAsks} from '../auth.ts';

/** How the page is known, and whence it may come. */
export interface PageDoorOptions {
  readonly whoAsks: WhoAsks;
  /** Other origins whose pages may ask, such as `https://www.example.kr`. */
  readonly origins?: readonly string[];
  /** Whether a request carries the site's own CSRF token; without this none is wanted. */
  readonly hasCsrfToken?: (request: Request) => boolean | Promise<boolean>;
  /** Whence a request comes, as far as the server knows. */
  readonly addressOf?: (c: Context) => string | undefined;
}

/** The longest body of an attempt (contract), in bytes. */
const MAX_BODY = 1024;

/**
 * How long who asks too often for one account is kept waiting for the refusal, in ms: whoever waits
 * for it can't ask again meanwhile, and others are served.
 */
const HELD_MS = 500;

/** By which a page says who the trainee is where a request has no body, and no session tells. */
export const TICKET_HEADER = 'Motp-Ticket';

/** Who asks is known even where the rest of a body is no attempt. */
const Ticketed = v.object({ticket: AttemptRequest.entries.ticket});

/** The routes of the page. */
export function pageDoor(endpoint: Endpoint, options: PageDoorOptions): Hono {
  const {origins = [], whoAsks, hasCsrfToken, addressOf = () => undefined} = options;
  const {limits, now} = endpoint;
  const app = new Hono();
  const no = (c: Context, code: Parameters<typeof refused>[0], details?: RefusalDetails) =>
    send(c, refused(code, now(), details));

  // Headers for other origins are set on an answer that is still to come, and that costs: not without
  // any origin to name.
  if (origins.length > 0) {
    app.use(
      cors({
        origin: [...origins],
        credentials: true,
        allowMethods: ['GET', 'POST'],
        allowHeaders: ['Content-Type', 'Idempotency-Key', TICKET_HEADER],
        exposeHeaders: ['Date', 'Retry-After'],
      }),
    );
  }

  app.use(async (c, next) => {
    const wait = limits.take(undefined, addressOf(c), now());
    if (wait > 0) return no(c, 'rate-limited', {retryAfter: wait});
    return next();
  });

  const tooLarge = (c: Context) => no(c, 'invalid-request', {status: 413});
  app.post('/', limitedTo(MAX_BODY, tooLarge), async (c) => {
    const request = c.req.raw;
    if (!isFromHere(request, origins)) return no(c, 'origin');
    // Only a form of ours is sent as JSON: a page elsewhere can't without leave (CSRF).
    if (!saysJson(request)) return no(c, 'invalid-request', {status: 415});
    if (hasCsrfToken && !(await hasCsrfToken(request))) return no(c, 'csrf');
    const body = await json(request);
    const said = v.safeParse(AttemptRequest, body);
    const named = said.success ? said : v.safeParse(Ticketed, body);
    return asTrainee(c, named.success ? named.output.ticket : undefined, async (trainee) => {
      const wait = limits.take(trainee.subject, undefined, now());
      if (wait > 0) {
        await new Promise((resolve) => setTimeout(resolve, HELD_MS));
        return refused('rate-limited', now(), {retryAfter: wait});
      }
      const key = keyOf(c.req.header('Idempotency-Key'));
      if (!key) return refused('key-required', now());
      if (!said.success) return refused('invalid-request', now(), {errors: wordsOf(said.issues)});
      return attempt(endpoint, trainee, key, said.output);
    });
  });

  app.get('/attempts/:key', (c) =>
    asTrainee(c, c.req.header(TICKET_HEADER), (trainee) => {
      const key = v.safeParse(AttemptKey, c.req.param('key'));
      return key.success
        ? outcomeOf(endpoint, trainee, key.output)
        : refused('attempt-unknown', now());
    }),
  );

  app.get('/status', (c) =>
    asTrainee(c, c.req.header(TICKET_HEADER), (trainee) => statusOf(endpoint, trainee)),
  );

  return app;

  /** Does what a trainee asks, once it is known who that is. */
  async function asTrainee(
    c: Context,
    ticket: string | undefined,
    answer: (trainee: Trainee) => Outcome | Promise<Outcome>,
  ): Promise<Response> {
    const asker = await whoAsks(c.req.raw, ticket);
    switch (asker.is) {
      case 'nobody':
        return no(c, 'session-required');
      case 'bad-ticket':
        return no(c, 'ticket-invalid');
      case 'trainee':
        c.set('site', asker.trainee.site);
        return send(c, await answer({...asker.trainee, address: addressOf(c)}));
    }
  }
}

/** `Idempotency-Key: "…"`, a string of RFC 8941. */
function keyOf(header: string | undefined): AttemptKey | undefined {
  const key = v.safeParse(AttemptKey, header?.match(/^"(.*)"$/)?.[1]);
  return key.success ? key.output : undefined;
}

/** Browsers name the page's origin with every POST; what is no browser names none. */
function isFromHere(request: Request, origins: readonly string[]): boolean {
  const origin = request.headers.get('Origin');
  if (origin === null || origins.includes(origin)) return true;
  // Behind a proxy that ends TLS the scheme is another here; the host is the same.
  const host = request.headers.get('Host') ?? new URL(request.url).host;
  return URL.parse(origin)?.host === host;
}

/** Which field is wrong; never what was in it. */
function wordsOf(issues: readonly v.BaseIssue<unknown>[]): string[] {
  return issues.map((issue) => v.getDotPath(issue) ?? 'body');
}
