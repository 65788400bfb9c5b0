/** A registration of the app: seed and identity, sealed together (requirement P1). */
import * as v from 'valibot';
import {Identity} from './identity.ts';
import type {Encryption} from './crypto/encryption.ts';

/** What is known of a registered app. */
export const Registration = v.object({
  /** The seed of the app's codes, in base32. */
  secret: v.string(),
  /** Name and phone as typed into the app. */
  identity: v.exactOptional(Identity),
  /** Which device; a new issue ends the one before (manual: 1인 1기기). */
  device: v.string(),
  /** When the collection of personal data was agreed to (manual: 개인정보 수집 동의), ms. */
  consentedAt: v.number(),
});
/** See the schema of the same name. */
export type Registration = v.InferOutput<typeof Registration>;

/** Seals a registration for the account of a subject: under another's name it can't be opened. */
export function encryptRegistration(
  registration: Registration,
  subject: string,
  {encrypt}: Encryption,
): Promise<string> {
  return encrypt(JSON.stringify(registration), accountContext(subject));
}

/**
 * Opens a registration.
 *
 * @throws Error where it was sealed by another key or for another account
 */
export async function decryptRegistration(
  sealed: string,
  subject: string,
  {decrypt}: Encryption,
): Promise<Registration> {
  const text = await decrypt(sealed, accountContext(subject));
  if (text === undefined) throw new Error('A registration does not open with this key.');
  return v.parse(Registration, JSON.parse(text));
}

function accountContext(subject: string): string {
  return `account ${subject}`;
}
