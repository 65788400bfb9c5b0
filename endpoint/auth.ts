/** Authentication: trainees by a session or a ticket, servers by a secret. */
import * as v from 'valibot';
import type {AttemptRequest} from '../src/core/contract.ts';
import type {Identity} from './identity.ts';

/** The trainee of a request. Comes from a session or a ticket, never from a request body. */
export interface Trainee {
  /** The site's own identifier of the trainee: opaque, at most 128 characters. */
  readonly subject: string;
  /** The training site. */
  readonly site: string;
  /** As registered at the site; the app's must equal it. `undefined`: nothing is compared. */
  readonly identity: Identity | undefined;
  /** Course and class, for an agency that requires them. */
  readonly course?: Course | undefined;
  /** The ticket of the request, if there is one: it is for one occasion, and the site can revoke it. */
  readonly ticket?:
    {readonly id: string; readonly occasion: AttemptRequest['occasion']} | undefined;
  /** The client's network address, if known. */
  readonly address?: string | undefined;
}

/** The agency's numbers of a course and of its class (회차). */
export const Course = v.object({
  course: v.pipe(v.string(), v.maxLength(40)),
  class: v.pipe(v.string(), v.maxLength(40)),
});
/** The agency's numbers of a course and of its class (회차). */
export type Course = v.InferOutput<typeof Course>;

/** The result of authenticating a trainee. */
export type AuthResult =
  | {readonly kind: 'trainee'; readonly trainee: Trainee}
  /** Nobody is signed in. */
  | {readonly kind: 'anonymous'}
  /** The ticket is forged, changed, expired, revoked, or of a site that was removed. */
  | {readonly kind: 'invalid-ticket'};

/** Authenticates the trainee of a request, by its session or the ticket that the page sent. */
export type AuthenticateTrainee = (
  request: Request,
  ticket: string | undefined,
) => AuthResult | Promise<AuthResult>;

/** A server that may call the routes for servers. A trainee's page never is one. */
export type ServiceIdentity =
  /** The server of a training site: gets tickets, redeems receipts, reads the audit trail. */
  | {readonly kind: 'site'; readonly site: string}
  /** The identity service (휴대폰 본인인증, 아이핀): reports whose identity it has verified. */
  | {readonly kind: 'identity-service'}
  /** The server of the mOTP app: registers devices. */
  | {readonly kind: 'app'};

/** The secret of a server, or two of them while one replaces the other. */
export type Secrets = string | readonly string[];

/** The secrets of each server: at least 32 random characters. */
export interface ServiceSecrets {
  readonly sites: Readonly<Record<string, Secrets>>;
  readonly identityService?: Secrets | undefined;
  readonly app?: Secrets | undefined;
}

/** Returns the server that an `Authorization` header authenticates, or `undefined`. */
export type AuthenticateService = (
  authorization: string | undefined,
) => Promise<ServiceIdentity | undefined>;

/** Authenticates servers by `Authorization: Bearer <secret>`. */
export function bearerAuth({sites, identityService, app}: ServiceSecrets): AuthenticateService {
  const secrets: (readonly [secrets: Secrets, service: ServiceIdentity])[] = [
    ...Object.entries(sites).map(([site, secret]) => [secret, {kind: 'site', site}] as const),
    [identityService ?? [], {kind: 'identity-service'}],
    [app ?? [], {kind: 'app'}],
  ];
  const services = Promise.all(
    secrets.flatMap(([all, service]) =>
      [all].flat().map(async (secret) => [await digest(secret), service] as const),
    ),
  );
  return async (authorization) => {
    const [, secret] = authorization?.match(/^Bearer ([\x21-\x7e]+)$/i) ?? [];
    if (secret === undefined) return undefined;
    // Compares digests, so that the response time reveals nothing about a secret.
    const received = await digest(secret);
    return (await services).find(([known]) => known === received)?.[1];
  };
}

async function digest(secret: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret));
  return new Uint8Array(bytes).join();
}
