/** Who asks: a trainee by session or ticket, or a party by its secret. */
import * as v from 'valibot';
import type {Identity} from './identity.ts';

/** Whom a trainee's page speaks for. It comes from a session or a ticket, never from a body. */
export interface Trainee {
  /** The trainee, as the site names them: opaque here, at most 128 characters. */
  readonly subject: string;
  /** The training site. */
  readonly site: string;
  /** As registered at the site: the app's must be the same exactly. Not compared where absent. */
  readonly identity: Identity | undefined;
  /** Course and class by the agency's numbers, where an agency wants them. */
  readonly course?: Course | undefined;
  /** The network address whence they ask, where that is known. */
  readonly address?: string | undefined;
}

/** A course that the trainee takes, and the run of it (회차), as the agency numbers them. */
export const Course = v.object({
  course: v.pipe(v.string(), v.maxLength(40)),
  class: v.pipe(v.string(), v.maxLength(40)),
});
/** See the schema of the same name. */
export type Course = v.InferOutput<typeof Course>;

/** What a request of a trainee's page says of who sends it. */
export type AuthResult =
  | {readonly kind: 'trainee'; readonly trainee: Trainee}
  /** Nobody is signed in. */
  | {readonly kind: 'anonymous'}
  /** A ticket that is not ours, is out of date, or was tampered with. */
  | {readonly kind: 'invalid-ticket'};

/** Finds out who asks; `ticket` is what the page gave as one. */
export type AuthenticateTrainee = (
  request: Request,
  ticket: string | undefined,
) => AuthResult | Promise<AuthResult>;

/** A server that may call the server door. The trainee's page is none of them. */
export type ServiceIdentity =
  /** A training site's server: gets tickets, checks receipts, reads the audit trail. */
  | {readonly kind: 'site'; readonly site: string}
  /** The identity service (휴대폰 본인인증, 아이핀): reports who has proved who they are. */
  | {readonly kind: 'identity-service'}
  /** The server of the mOTP app: registers devices. */
  | {readonly kind: 'app'};

/** The secret of each party: at least 32 random characters. */
export interface ServiceSecrets {
  readonly sites: Readonly<Record<string, string>>;
  readonly identityService?: string | undefined;
  readonly app?: string | undefined;
}

/** Tells a party by the secret of its `Authorization: Bearer` header, or `undefined`. */
export type AuthenticateService = (
  authorization: string | undefined,
) => Promise<ServiceIdentity | undefined>;

/** Knows the parties of these secrets. */
export function bearerAuth({sites, identityService, app}: ServiceSecrets): AuthenticateService {
  const named: (readonly [secret: string | undefined, party: ServiceIdentity])[] = [
    ...Object.entries(sites).map(([site, secret]) => [secret, {kind: 'site', site}] as const),
    [identityService, {kind: 'identity-service'}],
    [app, {kind: 'app'}],
  ];
  const parties = Promise.all(
    named.map(async ([secret, party]) => [secret && (await digest(secret)), party] as const),
  );
  return async (authorization) => {
    const [, secret] = authorization?.match(/^Bearer ([\x21-\x7e]+)$/i) ?? [];
    if (secret === undefined) return undefined;
    // Digests are compared, so that the time taken tells nothing of a secret.
    const given = await digest(secret);
    return (await parties).find(([known]) => known === given)?.[1];
  };
}

async function digest(secret: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret));
  return new Uint8Array(bytes).join();
}
