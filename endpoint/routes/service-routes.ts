/** The routes for servers: the site's, the app's and the identity service's, each with its secret. */
import {Hono, type Context} from 'hono';
import * as v from 'valibot';
import {getAuditTrail} from '../audit.ts';
import type {AuthenticateService, ServiceIdentity} from '../auth.ts';
import type {GetClientAddress} from '../client-address.ts';
import type {EndpointContext} from '../context.ts';
import {isJson, limitBody, readJson, respond} from '../http.ts';
import {handleIdentityReport, type UnlockOutcome} from '../identity-reports.ts';
import {problem, type Outcome} from '../problems.ts';
import {redeemReceipt} from '../receipts.ts';
import {
  confirmRegistration,
  issueRegistration,
  resetRegistration,
  type Caller,
  type ConfirmationResult,
} from '../registrations.ts';
import {requestIds} from '../request-log.ts';
import {
  AuditQuery,
  ConfirmationRequest,
  IdentityReport,
  ReceiptQuery,
  RegistrationRequest,
  ResetRequest,
  TicketRequest,
  TicketRevocation,
} from '../schemas.ts';
import {issueTicket, TICKET_LIFETIME_MS} from '../tickets.ts';

const MAX_BODY_BYTES = 4096;

/** An operation: the schema of its input, and the servers that may call it. */
interface Operation<Schema extends v.GenericSchema> {
  readonly schema: Schema;
  readonly allowed: readonly ServiceIdentity['kind'][];
  readonly handle: (input: v.InferOutput<Schema>, call: ServiceCall) => Promise<Outcome>;
}

/** The server that calls, and its request. */
interface ServiceCall extends Caller {
  readonly service: ServiceIdentity;
  readonly c: Context;
}

/** How the endpoint authenticates servers. */
export interface ServiceRoutesOptions {
  readonly authenticateService: AuthenticateService;
  /** Returns the caller's network address, if the server knows it. */
  readonly getClientAddress?: GetClientAddress | undefined;
}

/** Creates the routes for servers. */
export function serviceRoutes(
  context: EndpointContext,
  {authenticateService, getClientAddress = () => undefined}: ServiceRoutesOptions,
): Hono {
  const {now, limits, log} = context;
  const app = new Hono();
  const limit = limitBody(MAX_BODY_BYTES, (c) =>
    respond(c, problem('invalid-request', now(), {status: 413})),
  );

  app.post(
    '/tickets',
    limit,
    operation({
      schema: TicketRequest,
      allowed: ['site'],
      async handle({subject, occasion, identity, course}, {service}) {
        const expiresAt = now() + TICKET_LIFETIME_MS;
        const owner = {subject, site: requireSite(service), occasion, identity, course};
        const issued = await issueTicket(owner, expiresAt, context.encryption);
        return issued === undefined
          ? problem('invalid-request', now(), {errors: ['identity is too long for a ticket']})
          : {status: 201, body: {code: 'issued', ...issued, expiresAt, serverTime: now()}};
      },
    }),
  );

  app.delete(
    '/tickets/:id',
    operation({
      schema: TicketRevocation,
      allowed: ['site'],
      async handle({id}, {service}) {
        await context.revokedTickets.revoke(requireSite(service), id, now());
        return acknowledge('revoked');
      },
    }),
  );

  app.post(
    '/registrations',
    limit,
    operation({
      schema: RegistrationRequest,
      allowed: ['app'],
      async handle({site, subject, name, phone, ci}, caller) {
        const person = {identity: {name, phone}, ...(ci !== undefined && {ci})};
        const owner = {site, subject, ...person};
        return {status: 201, body: await issueRegistration(context, owner, caller)};
      },
    }),
  );

  app.post(
    '/registrations/confirm',
    limit,
    operation({
      schema: ConfirmationRequest,
      allowed: ['app'],
      async handle(confirmation, caller) {
        const {graceMs} = context.rules;
        const code = await confirmRegistration(context, confirmation, graceMs, caller);
        return acknowledge(code, CONFIRMATION_STATUS[code]);
      },
    }),
  );

  app.post(
    '/registrations/reset',
    limit,
    operation({
      schema: ResetRequest,
      allowed: ['site', 'app'],
      async handle({site: requested, subject, reference}, caller) {
        const {service} = caller;
        const site = service.kind === 'site' ? service.site : requested;
        if (site === undefined) return problem('invalid-request', now(), {errors: ['site']});
        if (requested !== undefined && requested !== site) return acknowledge('forbidden', 403);
        const code = await resetRegistration(context, {site, subject}, reference, caller);
        return acknowledge(code, code === 'reset' ? 200 : 409);
      },
    }),
  );

  app.post(
    '/identity-reports',
    limit,
    operation({
      schema: IdentityReport,
      allowed: ['identity-service'],
      async handle(report, {address}) {
        const code = await handleIdentityReport(context, report, address);
        return acknowledge(code, UNLOCK_STATUS[code]);
      },
    }),
  );

  app.get(
    '/verifications/:id',
    operation({
      schema: ReceiptQuery,
      allowed: ['site'],
      async handle(query, {service, c, address}) {
        const site = requireSite(service);
        const key = c.req.header('Idempotency-Key') ?? crypto.randomUUID();
        const id = c.req.param('id') ?? '';
        const by = `${site} ${key}`;
        const result = await redeemReceipt(context, id, {...query, site}, by, address);
        return {status: RECEIPT_STATUS[result.code], body: {serverTime: now(), ...result}};
      },
    }),
  );

  app.get(
    '/audit',
    operation({
      schema: AuditQuery,
      allowed: ['site'],
      async handle({subject}, {service}) {
        const owner = {site: requireSite(service), subject};
        const lines = await getAuditTrail(context, owner);
        return {status: 200, body: {code: 'audit', lines, serverTime: now()}};
      },
    }),
  );

  return app;

  /** Authenticates the server, validates its input, and runs the operation. */
  function operation<Schema extends v.GenericSchema>({schema, allowed, handle}: Operation<Schema>) {
    return async (c: Context): Promise<Response> => {
      const authorization = c.req.header('Authorization');
      const address = getClientAddress(c, 'server');
      const service = await authenticateService(authorization);
      if (!service) return refuseSecret(c, address, authorization !== undefined);
      if (!allowed.includes(service.kind)) return respond(c, acknowledge('forbidden', 403));
      const hasBody = c.req.method === 'POST';
      if (hasBody && !isJson(c.req.raw)) {
        return respond(c, problem('invalid-request', now(), {status: 415}));
      }
      const parameters = {...c.req.query(), ...c.req.param()};
      const input = v.safeParse(schema, hasBody ? await readJson(c.req.raw) : parameters);
      if (!input.success) {
        const errors = input.issues.map((issue) => v.getDotPath(issue) ?? 'body');
        return respond(c, problem('invalid-request', now(), {errors}));
      }
      const call = {service, c, by: serviceName(service), address};
      return respond(c, await handle(input.output, call));
    };
  }

  /** Refuses a caller without a right secret. Limits and logs the wrong ones, against guesses. */
  function refuseSecret(c: Context, address: string | undefined, isGuess: boolean): Response {
    if (!isGuess) return respond(c, acknowledge('forbidden', 403));
    const retryAfter = limits.consumeWrongSecret(address, now());
    if (retryAfter > 0) return respond(c, problem('rate-limited', now(), {retryAfter}));
    const {requestId} = requestIds(c);
    log({event: 'secret-refused', requestId, address});
    return respond(c, acknowledge('forbidden', 403));
  }

  /** Creates the outcome of an operation that returns nothing but its code. */
  function acknowledge(code: string, status = 200): Outcome {
    const body = {code, serverTime: now()};
    return {status, body};
  }
}

/** The HTTP status of each result of a confirmation. */
const CONFIRMATION_STATUS = {
  registered: 200,
  'device-unknown': 409,
  'code-mismatch': 422,
} as const satisfies Record<ConfirmationResult, number>;

/** The HTTP status of each outcome of an identity report. */
const UNLOCK_STATUS = {
  released: 200,
  'not-registered': 409,
  'identity-mismatch': 409,
  'report-outdated': 409,
  'reference-used': 409,
  suspended: 409,
  refused: 422,
  unavailable: 503,
} as const satisfies Record<UnlockOutcome, number>;

/** The HTTP status of each result of redeeming a receipt. */
const RECEIPT_STATUS = {valid: 200, 'receipt-unknown': 404, 'receipt-used': 409} as const;

/** Returns the name of a server in the audit trail. */
function serviceName(service: ServiceIdentity): string {
  return service.kind === 'site' ? `site ${service.site}` : service.kind;
}

function requireSite(service: ServiceIdentity): string {
  if (service.kind !== 'site') throw new Error('This operation is for the server of a site only.');
  return service.site;
}
