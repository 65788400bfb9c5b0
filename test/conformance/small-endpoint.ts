/**
 * A small correct endpoint, in memory, with each rule as a method: the requests of pages and of servers.
 */
import {randomUUID} from 'node:crypto';
import * as v from 'valibot';
import {AttemptRequest} from '../../src/core/contract.ts';
import {SmallRules, type Account, type Answer, type StoredReceipt} from './small-rules.ts';

/** The secrets of the two sites. */
export const SITE_SECRETS = {institute: 's1'.repeat(16), other: 's2'.repeat(16)} as const;

/** The CSRF token of every page with a session. */
export const CSRF_TOKEN = 'the-token-of-the-page';

const MAX_BODY_BYTES = 1024;

/** Owns tickets. Answers requests below `/motp`. */
export class SmallEndpoint extends SmallRules {
  protected readonly tickets = new Map<string, {id: string; subject: string; occasion: string}>();

  /** Answers a request. */
  async handle(request: Request): Promise<Response> {
    const {status, body, headers} = await this.route(request);
    const type = status >= 400 ? 'application/problem+json' : 'application/json';
    return new Response(JSON.stringify(body), {
      status,
      headers: {
        'Content-Type': type,
        'Cache-Control': 'no-store',
        'X-Content-Type-Options': 'nosniff',
        ...headers,
        ...this.moreHeaders(request),
      },
    });
  }

  protected async route(request: Request): Promise<Answer> {
    const {pathname, searchParams} = new URL(request.url);
    const [, name = '', id = ''] = pathname.replace(/^\/motp/, '').split('/');
    switch (`${request.method} ${name}`) {
      case 'POST ':
        return this.attempt(request);
      case 'GET status':
        return this.forTrainee(request, request.headers.get('Motp-Ticket'), async (account) =>
          this.status(account),
        );
      case 'GET attempts':
        return this.forTrainee(request, request.headers.get('Motp-Ticket'), async (account) =>
          this.outcome(account, id),
        );
      case 'POST tickets':
        return this.forSite(request, async () => this.issueTicket(await request.json()));
      case 'DELETE tickets':
        return this.forSite(request, async () => this.revokeTicket(id));
      case 'GET verifications':
        return this.forSite(request, async (site) =>
          this.redeem(
            id,
            site,
            Object.fromEntries(searchParams),
            request.headers.get('Idempotency-Key') ?? '',
          ),
        );
      default:
        return this.otherMethod(request);
    }
  }

  protected async otherMethod(_request: Request): Promise<Answer> {
    return this.refusal('invalid-request', 405);
  }

  protected moreHeaders(_request: Request): Readonly<Record<string, string>> {
    return {};
  }

  // An attempt, from the outside in.

  protected async attempt(request: Request): Promise<Answer> {
    if (!this.isAllowedOrigin(request)) return this.refusal('origin', 403);
    if (!this.isJson(request)) return this.refusal('invalid-request', 415);
    if (!this.hasCsrfToken(request)) return this.refusal('csrf', 403);
    const text = await request.text();
    if (!this.isSmall(text)) return this.refusal('invalid-request', 413);
    const body = this.parseJson(text);
    const ticket = typeof body?.['ticket'] === 'string' ? body['ticket'] : null;
    return this.forTrainee(
      request,
      ticket,
      async (account) => {
        const key = this.parseKey(request.headers.get('Idempotency-Key'));
        if (key === undefined) return this.refusal('key-required', 400);
        const parsed = this.parseAttempt(body);
        return parsed
          ? this.decideOnce(this.accountOf(account, body), {...parsed, key})
          : this.refusal('invalid-request', 400);
      },
      body,
    );
  }

  protected isAllowedOrigin(request: Request): boolean {
    const origin = request.headers.get('Origin');
    return origin === null || origin === new URL(request.url).origin;
  }

  protected hasCsrfToken(request: Request): boolean {
    const isSignedIn = request.headers.has('Cookie');
    return !isSignedIn || request.headers.get('X-CSRF-TOKEN') === CSRF_TOKEN;
  }

  protected isJson(request: Request): boolean {
    return /^application\/json\s*(?:;|$)/.test(request.headers.get('Content-Type') ?? '');
  }

  protected isSmall(text: string): boolean {
    return Buffer.byteLength(text) <= MAX_BODY_BYTES;
  }

  protected parseJson(text: string): Readonly<Record<string, unknown>> | undefined {
    try {
      return JSON.parse(text) as Readonly<Record<string, unknown>>;
    } catch {
      return undefined;
    }
  }

  protected parseKey(header: string | null): string | undefined {
    return header?.match(/^"([A-Za-z0-9_-]{22,64})"$/)?.[1];
  }

  protected parseAttempt(body: unknown): AttemptRequest | undefined {
    const parsed = v.safeParse(AttemptRequest, body);
    return parsed.success ? parsed.output : undefined;
  }

  // Who asks.

  protected async forTrainee(
    request: Request,
    ticket: string | null,
    handle: (account: Account) => Promise<Answer>,
    body?: Readonly<Record<string, unknown>>,
  ): Promise<Answer> {
    if (ticket !== null) return this.forTicket(ticket, handle, body);
    const subject = /trainee=(\w+)/.exec(request.headers.get('Cookie') ?? '')?.[1];
    const account = this.accounts.get(subject ?? '');
    return account ? handle(account) : this.stranger(request, body);
  }

  protected async forTicket(
    ticket: string,
    handle: (account: Account) => Promise<Answer>,
    body?: Readonly<Record<string, unknown>>,
  ): Promise<Answer> {
    const owner = this.tickets.get(ticket);
    const account = this.accounts.get(owner?.subject ?? '');
    const isForOccasion = body === undefined || body['occasion'] === owner?.occasion;
    return account && isForOccasion ? handle(account) : this.refusal('ticket-invalid', 403);
  }

  protected async stranger(
    _request: Request,
    _body: Readonly<Record<string, unknown>> | undefined,
  ): Promise<Answer> {
    return this.refusal('session-required', 403);
  }

  /** Returns the account of an attempt. Nothing in its body names another one. */
  protected accountOf(
    account: Account,
    _body: Readonly<Record<string, unknown>> | undefined,
  ): Account {
    return account;
  }

  protected async forSite(
    request: Request,
    handle: (site: string) => Promise<Answer>,
  ): Promise<Answer> {
    const secret = request.headers.get('Authorization')?.replace('Bearer ', '');
    const [site] = Object.entries(SITE_SECRETS).find(([, known]) => known === secret) ?? [];
    return site === undefined ? this.refusal('forbidden', 403) : handle(site);
  }

  // The routes for the site’s server.

  protected issueTicket({subject, occasion}: {subject: string; occasion: string}): Answer {
    const [id, ticket] = [randomUUID(), randomUUID()];
    this.tickets.set(ticket, {id, subject, occasion});
    return {status: 201, body: {code: 'issued', id, ticket}};
  }

  protected revokeTicket(id: string): Answer {
    for (const [ticket, owner] of this.tickets) if (owner.id === id) this.tickets.delete(ticket);
    return {status: 200, body: {code: 'revoked'}};
  }

  protected redeem(
    verificationId: string,
    site: string,
    {subject, occasion}: Readonly<Record<string, string>>,
    by: string,
  ): Answer {
    const receipt = this.receipts.get(verificationId);
    if (!receipt || !this.isOwnedBy(receipt, {subject, site, occasion})) {
      return this.refusal('receipt-unknown', 404);
    }
    if (!this.canRedeem(receipt, by)) return this.refusal('receipt-used', 409);
    receipt.redeemedBy = by;
    return {status: 200, body: {code: 'valid', verificationId, ...receipt}};
  }

  protected isOwnedBy(
    receipt: StoredReceipt,
    owner: Readonly<Record<'subject' | 'site' | 'occasion', string | undefined>>,
  ): boolean {
    const {subject, site, occasion} = receipt;
    return subject === owner.subject && site === owner.site && occasion === owner.occasion;
  }

  protected canRedeem({redeemedBy}: StoredReceipt, by: string): boolean {
    return redeemedBy === undefined || redeemedBy === by;
  }
}
