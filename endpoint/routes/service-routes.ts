/** The routes for servers: the site's, the app's and the identity service's, each with its secret. */
import {Hono, type Context} from 'hono';
import * as v from 'valibot';
import {getAuditTrail} from '../audit.ts';
import type {AuthenticateService, ServiceIdentity} from '../auth.ts';
import type {EndpointContext} from '../context.ts';
import {isJson, limitBody, readJson, respond} from '../http.ts';
import {handleIdentityReport, type UnlockOutcome} from '../identity-reports.ts';
import {problem, type Outcome} from '../problems.ts';
import {redeemReceipt} from '../receipts.ts';
import {issueRegistration, resetRegistration} from '../registrations.ts';
import {
  AuditQuery,
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
interface ServiceCall {
  readonly service: ServiceIdentity;
  readonly c: Context;
}

/** Creates the routes for servers. */
export function serviceRoutes(context: EndpointContext, authenticate: AuthenticateService): Hono {
  const {now} = context;
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
          : {status: 201, body: {code: 'issued', ...issued, expiresAt}};
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
        return {status: 200, body: {code: 'revoked'}};
      },
    }),
  );

  app.post(
    '/registrations',
    limit,
    operation({
      schema: RegistrationRequest,
      allowed: ['app'],
      async handle({subject, name, phone}, {service}) {
        const by = serviceName(service);
        return {status: 201, body: await issueRegistration(context, subject, {name, phone}, by)};
      },
    }),
  );

  app.post(
    '/registrations/reset',
    limit,
    operation({
      schema: ResetRequest,
      allowed: ['site', 'app'],
      async handle({subject, reference}, {service}) {
        await resetRegistration(context, subject, reference, serviceName(service));
        return {status: 200, body: {code: 'reset'}};
      },
    }),
  );

  app.post(
    '/identity-reports',
    limit,
    operation({
      schema: IdentityReport,
      allowed: ['identity-service'],
      async handle(report) {
        const code = await handleIdentityReport(context, report);
        return {status: UNLOCK_STATUS[code], body: {code, serverTime: now()}};
      },
    }),
  );

  app.get(
    '/verifications/:id',
    operation({
      schema: ReceiptQuery,
      allowed: ['site'],
      async handle(query, {service, c}) {
        const site = requireSite(service);
        const key = c.req.header('Idempotency-Key') ?? crypto.randomUUID();
        const id = c.req.param('id') ?? '';
        const result = await redeemReceipt(context, id, {...query, site}, `${site} ${key}`);
        return {status: RECEIPT_STATUS[result.code], body: {...result, serverTime: now()}};
      },
    }),
  );

  app.get(
    '/audit',
    operation({
      schema: AuditQuery,
      allowed: ['site'],
      async handle({subject}) {
        const body = {code: 'audit', lines: await getAuditTrail(context, subject)} as const;
        return {status: 200, body};
      },
    }),
  );

  return app;

  /** Authenticates the server, validates its input, and runs the operation. */
  function operation<Schema extends v.GenericSchema>({schema, allowed, handle}: Operation<Schema>) {
    return async (c: Context): Promise<Response> => {
      const service = await authenticate(c.req.header('Authorization'));
      if (!service || !allowed.includes(service.kind)) {
        return respond(c, {status: 403, body: {code: 'forbidden'}});
      }
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
      return respond(c, await handle(input.output, {service, c}));
    };
  }
}

/** The HTTP status of each outcome of an identity report. */
const UNLOCK_STATUS = {
  released: 200,
  'not-registered': 409,
  'identity-mismatch': 409,
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
