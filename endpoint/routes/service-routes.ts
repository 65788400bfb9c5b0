/** The door for servers: the site's, the app's and the identity service's, each by its secret. */
import {Hono, type Context} from 'hono';
import * as v from 'valibot';
import {parseJson, limitBody, isJson, respond} from '../http.ts';
import {getAuditTrail} from '../audit.ts';
import type {EndpointContext} from '../context.ts';
import {problem, type Outcome} from '../problems.ts';
import {handleIdentityReport, type UnlockOutcome} from '../identity-reports.ts';
import {
  AuditQuery,
  IdentityReport,
  ReceiptQuery,
  RegistrationRequest,
  ResetRequest,
  TicketRequest,
} from '../schemas.ts';
import {redeemReceipt} from '../receipts.ts';
import {issueRegistration, resetRegistration} from '../registrations.ts';
import {issueTicket} from '../tickets.ts';
import type {ServiceIdentity, AuthenticateService} from '../auth.ts';

/** How long a ticket holds, in ms: as long as a lesson's page may stay open. */
const TICKET_LIFETIME_MS = 4 * 3_600_000;

const MAX_BODY_BYTES = 4096;

/** What an operation hears and who may call it. */
interface Operation<Schema extends v.GenericSchema> {
  readonly schema: Schema;
  readonly allowed: readonly ServiceIdentity['kind'][];
  readonly handle: (said: v.InferOutput<Schema>, caller: ServiceCall) => Promise<Outcome>;
}

/** A party, and the request that it made. */
interface ServiceCall {
  readonly service: ServiceIdentity;
  readonly c: Context;
}

/** The routes of the servers. */
export function serviceRoutes(endpoint: EndpointContext, whoCalls: AuthenticateService): Hono {
  const {now} = endpoint;
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
      async handle({subject, identity, course}, {service}) {
        const expiresAt = now() + TICKET_LIFETIME_MS;
        const trainee = {subject, site: requireSite(service), identity, course};
        const ticket = await issueTicket(trainee, expiresAt, endpoint.encryption);
        return ticket === undefined
          ? problem('invalid-request', now(), {errors: ['identity is too long for a ticket']})
          : {status: 201, body: {code: 'issued', ticket, expiresAt}};
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
        const body = await issueRegistration(
          endpoint,
          subject,
          {name, phone},
          serviceName(service),
        );
        return {status: 201, body};
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
        await resetRegistration(endpoint, subject, reference, serviceName(service));
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
      handle: async (report) => {
        const released = await handleIdentityReport(endpoint, report);
        return {status: UNLOCK_STATUS[released], body: {code: released, serverTime: now()}};
      },
    }),
  );

  app.get(
    '/verifications/:id',
    operation({
      schema: ReceiptQuery,
      allowed: ['site'],
      async handle(asked, {service, c}) {
        const site = requireSite(service);
        const mark = c.req.header('Idempotency-Key') ?? crypto.randomUUID();
        const id = c.req.param('id') ?? '';
        const check = await redeemReceipt(endpoint, id, {...asked, site}, `${site} ${mark}`);
        return {status: RECEIPT_STATUS[check.code], body: {...check, serverTime: now()}};
      },
    }),
  );

  app.get(
    '/audit',
    operation({
      schema: AuditQuery,
      allowed: ['site'],
      async handle({subject}) {
        const body = {code: 'audit', lines: await getAuditTrail(endpoint, subject)} as const;
        return {status: 200, body};
      },
    }),
  );

  return app;

  /** Lets in who may call, and takes what is well said. */
  function operation<Schema extends v.GenericSchema>({schema, allowed, handle}: Operation<Schema>) {
    return async (c: Context): Promise<Response> => {
      const party = await whoCalls(c.req.header('Authorization'));
      if (!party || !allowed.includes(party.kind)) {
        return respond(c, {status: 403, body: {code: 'forbidden'}});
      }
      const isGet = c.req.method === 'GET';
      if (!isGet && !isJson(c.req.raw)) {
        return respond(c, problem('invalid-request', now(), {status: 415}));
      }
      const said = v.safeParse(schema, isGet ? c.req.query() : await parseJson(c.req.raw));
      if (!said.success) {
        const errors = said.issues.map((one) => v.getDotPath(one) ?? 'body');
        return respond(c, problem('invalid-request', now(), {errors}));
      }
      return respond(c, await handle(said.output, {service: party, c}));
    };
  }
}

/** The status of each outcome of a report. */
const UNLOCK_STATUS = {
  released: 200,
  'not-registered': 409,
  'identity-mismatch': 409,
  refused: 422,
  unavailable: 503,
} as const satisfies Record<UnlockOutcome, number>;

/** The status of each outcome of a check. */
const RECEIPT_STATUS = {valid: 200, 'receipt-unknown': 404, 'receipt-used': 409} as const;

/** A party as the audit trail names it. */
function serviceName(party: ServiceIdentity): string {
  return party.kind === 'site' ? `site ${party.site}` : party.kind;
}

function requireSite(party: ServiceIdentity): string {
  if (party.kind !== 'site') throw new Error('Only a site’s server gets here.');
  return party.site;
}
