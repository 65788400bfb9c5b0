/**
 * Tickets: a site's server puts one into its page to identify the trainee, where the endpoint has no
 * session. Encrypted, so that the page can neither read nor change it.
 */
import * as v from 'valibot';
import {Course, type AuthResult, type Trainee} from './auth.ts';
import type {Encryption} from './crypto/encryption.ts';
import {Identity} from './identity.ts';

/** The longest ticket that the contract allows, in characters. */
const MAX_LENGTH = 512;

/** Binds the ciphertext to its purpose: no other ciphertext of the endpoint is a ticket. */
const CONTEXT = 'ticket';

/** The contents of a ticket. */
const TicketContents = v.object({
  subject: v.string(),
  site: v.string(),
  identity: v.exactOptional(Identity),
  course: v.exactOptional(Course),
  /** In ms since the epoch. */
  expiresAt: v.number(),
});

/**
 * Issues a ticket.
 *
 * @param expiresAt in ms since the epoch
 * @returns `undefined` if the ticket would be longer than the contract allows
 */
export async function issueTicket(
  {subject, site, identity, course}: Trainee,
  expiresAt: number,
  {encrypt}: Encryption,
): Promise<string | undefined> {
  const contents = {subject, site, ...(identity && {identity}), ...(course && {course}), expiresAt};
  const ticket = await encrypt(JSON.stringify(contents), CONTEXT);
  return ticket.length <= MAX_LENGTH ? ticket : undefined;
}

/** Authenticates the trainee of a ticket. */
export async function verifyTicket(
  ticket: string,
  now: number,
  {decrypt}: Encryption,
): Promise<AuthResult> {
  const text = await decrypt(ticket, CONTEXT);
  const contents = v.safeParse(TicketContents, text && JSON.parse(text));
  if (!contents.success || contents.output.expiresAt <= now) return {kind: 'invalid-ticket'};
  const {subject, site, identity, course} = contents.output;
  return {kind: 'trainee', trainee: {subject, site, identity, course}};
}
