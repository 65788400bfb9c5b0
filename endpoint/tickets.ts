/**
 * Tickets: a site's server puts one into its page to identify the trainee, where the endpoint has no
 * session. Encrypted, so that the page can neither read nor change it.
 */
import * as v from 'valibot';
import {AttemptRequest} from '../src/core/contract.ts';
import {Course, type AuthenticateTrainee, type AuthResult, type Trainee} from './auth.ts';
import type {Encryption} from './crypto/encryption.ts';
import {Identity} from './identity.ts';

/** How long a ticket is valid at most, in ms: as long as the page of a lesson may stay open. */
export const TICKET_LIFETIME_MS = 4 * 3_600_000;

/** The id of a ticket, by which the site can revoke it. */
export const TicketId = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));

/** The longest ticket that the contract allows, in characters. */
const MAX_LENGTH = 512;

/** Binds the ciphertext to its purpose: no other ciphertext of the endpoint is a ticket. */
const CONTEXT = 'ticket';

/** The contents of a ticket. */
const TicketContents = v.object({
  id: TicketId,
  subject: v.string(),
  site: v.string(),
  occasion: AttemptRequest.entries.occasion,
  identity: v.exactOptional(Identity),
  course: v.exactOptional(Course),
  /** In ms since the epoch. */
  expiresAt: v.number(),
});

/** Who a ticket is for: one trainee of one site, on one occasion. */
export type TicketOwner = Pick<Trainee, 'subject' | 'site' | 'identity' | 'course'> &
  Pick<AttemptRequest, 'occasion'>;

/** A ticket, with the id by which it can be revoked. */
export interface IssuedTicket {
  readonly id: string;
  readonly ticket: string;
}

/**
 * Issues a ticket.
 *
 * @param expiresAt in ms since the epoch, at most {@link TICKET_LIFETIME_MS} from now
 * @returns `undefined` if the ticket would be longer than the contract allows
 */
export async function issueTicket(
  {subject, site, occasion, identity, course}: TicketOwner,
  expiresAt: number,
  {encrypt}: Encryption,
): Promise<IssuedTicket | undefined> {
  const id = crypto.randomUUID().replaceAll('-', '');
  const details = {...(identity && {identity}), ...(course && {course})};
  const contents = {id, subject, site, occasion, ...details, expiresAt};
  const ticket = await encrypt(JSON.stringify(contents), CONTEXT);
  return ticket.length <= MAX_LENGTH ? {id, ticket} : undefined;
}

/** What {@link ticketAuth} needs. */
export interface TicketAuthOptions {
  readonly encryption: Encryption;
  /** The configured sites. The tickets of any other site are invalid. */
  readonly sites: readonly string[];
  /** Returns the current time, in ms since the epoch. */
  readonly now: () => number;
}

/** Authenticates trainees by tickets. The routes check whether a ticket is revoked. */
export function ticketAuth({encryption, sites, now}: TicketAuthOptions): AuthenticateTrainee {
  return async (_request, ticket): Promise<AuthResult> => {
    if (ticket === undefined) return {kind: 'anonymous'};
    const text = await encryption.decrypt(ticket, CONTEXT);
    const contents = v.safeParse(TicketContents, text && JSON.parse(text));
    if (!contents.success) return {kind: 'invalid-ticket'};
    const {id, subject, site, occasion, identity, course, expiresAt} = contents.output;
    if (expiresAt <= now() || !sites.includes(site)) return {kind: 'invalid-ticket'};
    const trainee = {subject, site, identity, course, ticket: {id, occasion}};
    return {kind: 'trainee', trainee};
  };
}
