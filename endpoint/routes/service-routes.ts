/** The door for servers: the site's, the app's and the identity service's, each by its secret. */
import {Hono, type Context} from 'hono';
import * as v from 'valibot';
import {json, limitedTo, saysJson, send} from '../http.ts';
import {auditOf} from '../audit.ts';
import {refused, type Endpoint, type Outcome} from '../context.ts';
import {identityReported, type Released} from '../identity-reports.ts';
import {
  AuditQuery,
  IdentityReport,
  ReceiptQuery,
  RegistrationRequest,
  ResetRequest,
  TicketRequest,
} from '../schemas.ts';
import {checkReceipt} from '../receipts.ts';
import {issue, reset} from '../registrations.ts';
import {ticketFor} from '../tickets.ts';
import type {Party, WhoCalls} from '../auth.ts';

/** How long a ticket holds, in ms: as long as a lesson's page may stay open. */
const TICKET_MS = 4 * 3_600_000;

const MAX_BODY = 4096;

/** What an operation hears and who may call it. */
interface Operation<Schema extends v.GenericSchema> {
  readonly heard: Schema;
  readonly from: readonly Party['is'][];
  readonly does: (said: v.InferOutput<Schema>, caller: Caller) => Promise<Outcome>;
}

/** A party, and the request that it made. */
interface Caller {
  readonly party: Party;
  readonly c: Context;
}

/** The routes of the servers. */
export function serverDoor(endpoint: Endpoint, whoCalls: WhoCalls): Hono {
  const {now} = endpoint;
  const app = new Hono();
  const limit = limitedTo(MAX_BODY, (c) =>
    send(c, refused('invalid-request', now(), {status: 413})),
  );

  app.post(
    '/tickets',
    limit,
    operation({
      heard: TicketRequest,
      from: ['site'],
      async does({subject, identity, course}, {party}) {
        const expiresAt = now() + TICKET_MS;
        const trainee = {subject, site: siteOf(party), identity, course};
        const ticket = await ticketFor(trainee, expiresAt, endpoint.seal);
        return ticket === undefined
          ? refused('invalid-request', now(), {errors: ['identity is too long for a ticket']})
          : {status: 201, answer: {code: 'issued', ticket, expiresAt}};
      },
    }),
  );

  app.post(
    '/registrations',
    limit,
    operation({
      heard: RegistrationRequest,
      from: ['app'],
      async does({subject, name, phone}, {party}) {
        const answer = await issue(endpoint, subject, {name, phone}, nameOf(party));
        return {status: 201, answer};
      },
    }),
  );

  app.post(
    '/registrations/reset',
    limit,
    operation({
      heard: ResetRequest,
      from: ['site', 'app'],
      async does({subject, reference}, {party}) {
        await reset(endpoint, subject, reference, nameOf(party));
        return {status: 200, answer: {code: 'reset'}};
      },
    }),
  );

  app.post(
    '/identity-reports',
    limit,
    operation({
      heard: IdentityReport,
      from: ['identity-service'],
      does: async (report) => {
        const released = await identityReported(endpoint, report);
        return {status: RELEASED[released], answer: {code: released, serverTime: now()}};
      },
    }),
  );

  app.get(
    '/verifications/:id',
    operation({
      heard: ReceiptQuery,
      from: ['site'],
      async does(asked, {party, c}) {
        const site = siteOf(party);
        const mark = c.req.header('Idempotency-Key') ?? crypto.randomUUID();
        const id = c.req.param('id') ?? '';
        const check = await checkReceipt(endpoint, id, {...asked, site}, `${site} ${mark}`);
        return {status: CHECKED[check.code], answer: {...check, serverTime: now()}};
      },
    }),
  );

  app.get(
    '/audit',
    operation({
      heard: AuditQuery,
      from: ['site'],
      async does({subject}) {
        const answer = {code: 'audit', lines: await auditOf(endpoint, subject)} as const;
        return {status: 200, answer};
      },
    }),
  );

  return app;

  /** Lets in who may call, and takes what is well said. */
  function operation<Schema extends v.GenericSchema>({heard, from, does}: Operation<Schema>) {
    return async (c: Context): Promise<Response> => {
      const party = await whoCalls(c.req.header('Authorization'));
      if (!party || !from.includes(party.is)) {
        return send(c, {status: 403, answer: {code: 'forbidden'}});
      }
      const isGet = c.req.method === 'GET';
      if (!isGet && !saysJson(c.req.raw)) {
        return send(c, refused('invalid-request', now(), {status: 415}));
      }
      const said = v.safeParse(heard, isGet ? c.req.query() : await json(c.req.raw));
      if (!said.success) {
        const errors = said.issues.map((one) => v.getDotPath(one) ?? 'body');
        return send(c, refused('invalid-request', now(), {errors}));
      }
      return send(c, await does(said.output, {party, c}));
    };
  }
}

/** The status of each outcome of a report. */
const RELEASED = {
  released: 200,
  'not-registered': 409,
  'identity-mismatch': 409,
  refused: 422,
  unavailable: 503,
} as const satisfies Record<Released, number>;

/** The status of each outcome of a check. */
const CHECKED = {valid: 200, 'receipt-unknown': 404, 'receipt-used': 409} as const;

/** A party as the audit trail names it. */
function nameOf(party: Party): string {
  return party.is === 'site' ? `site ${party.site}` : party.is;
}

function siteOf(party: Party): string {
  if (party.is !== 'site') throw new Error('Only a site’s server gets here.');
  return party.site;
}
