/**
 * Tickets: what a site's server puts into its page to say who the trainee is, where no session of
 * the endpoint's own does. Sealed, so that the page learns nothing from it and can change nothing.
 */
import * as v from 'valibot';
import {Identity} from './identity.ts';
import type {Encryption} from './crypto/encryption.ts';
import {Course, type AuthResult, type Trainee} from './auth.ts';

/** The longest ticket of the contract, in characters. */
const MAX_LENGTH = 512;

/** What a ticket is sealed for, so that nothing else that is sealed can be one. */
const ABOUT = 'ticket';

/** What is in a ticket. */
const Contents = v.object({
  subject: v.string(),
  site: v.string(),
  identity: v.exactOptional(Identity),
  course: v.exactOptional(Course),
  /** ms since the epoch. */
  expiresAt: v.number(),
});

/**
 * Makes a ticket.
 *
 * @param expiresAt ms since the epoch
 * @returns `undefined` where the name is too long to fit in
 */
export async function issueTicket(
  {subject, site, identity, course}: Trainee,
  expiresAt: number,
  {encrypt}: Encryption,
): Promise<string | undefined> {
  const contents = {subject, site, ...(identity && {identity}), ...(course && {course}), expiresAt};
  const ticket = await encrypt(JSON.stringify(contents), ABOUT);
  return ticket.length <= MAX_LENGTH ? ticket : undefined;
}

/** Whose ticket it is. */
export async function verifyTicket(
  ticket: string,
  now: number,
  {decrypt}: Encryption,
): Promise<AuthResult> {
  const text = await decrypt(ticket, ABOUT);
  const contents = v.safeParse(Contents, text && JSON.parse(text));
  if (!contents.success || contents.output.expiresAt <= now) return {kind: 'invalid-ticket'};
  const {subject, site, identity, course} = contents.output;
  return {kind: 'trainee', trainee: {subject, site, identity, course}};
}
